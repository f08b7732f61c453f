package se.samlad.week;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import se.samlad.access.Things;
import se.samlad.access.Things.Held;
import se.samlad.incident.Plain;
import se.samlad.journal.By;
import se.samlad.journal.Entry;
import se.samlad.journal.Labels;
import se.samlad.journal.View;
import se.samlad.week.WeekFact.Noted;

/**
 * A watch note: what an actor sees coming.
 *
 * @param forms the latest last; the others are what it said before
 * @param needs who called it a need of collaboration, in the order in which they did
 */
public record Note(
        UUID id,
        Labels labels,
        @Nullable String marking,
        PVector<Form> forms,
        PVector<Need> needs,
        @Nullable End end) implements Things.Thing {

    /** What it said from an entry on. */
    public record Form(UUID entry, By by, Instant at, Noted said) {}

    public record Need(By by, Instant at) {}

    /** @param reason null: none was given */
    public record End(By by, Instant at, @Nullable String reason) {}

    /** The note of a stream, if the reader may see it. */
    static final View<Held<Note>> VIEW = Held.view("week.note", WeekFact.class, Noted.class, Note::begun, Note::after);

    static Note begun(Entry entry, Noted said) {
        return new Note(
                entry.id(),
                entry.labels(),
                entry.marking(),
                TreePVector.singleton(form(entry, said)),
                TreePVector.empty(),
                null);
    }

    private static Form form(Entry entry, Noted said) {
        return new Form(entry.id(), entry.by(), entry.recordedAt(), said);
    }

    Note after(Entry entry, WeekFact fact) {
        return switch (fact) {
            case Noted said -> new Note(id, labels, marking, forms.plus(form(entry, said)), needs, end);
            case WeekFact.CalledNeed _ ->
                new Note(id, labels, marking, forms, needs.plus(new Need(entry.by(), entry.recordedAt())), end);
            case WeekFact.NoteEnded e ->
                new Note(id, labels, marking, forms, needs, new End(entry.by(), entry.recordedAt(), e.reason()));
            case WeekFact.Planned _, WeekFact.CalledOff _ -> this;
        };
    }

    public Noted said() {
        return forms.getLast().said();
    }

    /** What it says, as a title: its first line, cut between two words where it is long. */
    public String headline() {
        var line = said().text().lines().findFirst().orElse("").strip();
        if (line.length() <= Plain.TITLE) return line;
        int cut = line.lastIndexOf(' ', Plain.TITLE - 1);
        return cut > 0 ? line.substring(0, cut) : line.substring(0, Plain.TITLE);
    }

    /** The entry that last changed what it says. */
    public UUID drawn() {
        return forms.getLast().entry();
    }

    /** The actor whose note it is. */
    public By by() {
        return forms.getFirst().by();
    }

    /** When it was first said. */
    public Instant at() {
        return forms.getFirst().at();
    }

    /** When what it says last changed. */
    public Instant changed() {
        return forms.getLast().at();
    }

    /** What it said before, the latest first. */
    public List<Form> earlier() {
        return forms.subList(0, forms.size() - 1).reversed();
    }

    public boolean isOf(String actor) {
        return by().actor().equals(actor);
    }

    /** Whether all members may see it: only then is it signalled with its words by one press. */
    public boolean isForMembers() {
        return labels.all().contains("members") || labels.all().contains(Labels.PUBLIC);
    }

    public boolean isNeed() {
        return !needs.isEmpty();
    }

    /** Whether it matters at the time. */
    public boolean matters(Instant now) {
        return end == null && said().until().isAfter(now);
    }
}
