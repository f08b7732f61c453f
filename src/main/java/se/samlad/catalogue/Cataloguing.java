package se.samlad.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import se.samlad.access.NotMandated;
import se.samlad.access.Viewer.Acting;
import se.samlad.catalogue.CatalogueFact.Line;
import se.samlad.incident.Plain;
import se.samlad.journal.Labels;
import se.samlad.journal.Refused;

/** The rules for a catalogue (D4). Pure: no clock, no database, no Spring. */
public final class Cataloguing {

    static final int MOST = 100_000;
    static final int READY = 60 * 24 * 30;
    /** So many lines of one actor. */
    static final int LINES = 1_000;

    private Cataloguing() {}

    /** A line as it is sent; all may be missing. */
    record Said(
            @Nullable Kind kind,
            @Nullable String what,
            @Nullable Integer quantity,
            @Nullable Integer readyInMinutes,
            @Nullable String contact,
            @Nullable String terms) {}

    /** Who sees a line. */
    enum Audience {
        MEMBERS,
        /** Those that the owner chooses, and itself. */
        CHOSEN
    }

    /** What a file changes. @param same how many lines of it say what is there already */
    public record Change(List<Line> added, List<Item> before, List<Line> changed, int same) {
        public boolean isNothing() {
            return added.isEmpty() && changed.isEmpty();
        }
    }

    /** @throws NotMandated catalogue.who, for who only looks after people */
    static void mayAct(Acting by) {
        if (by.function().onlyAdministers()) throw new NotMandated("catalogue.who");
    }

    /** @throws NotMandated catalogue.not-yours */
    static void mustOwn(Item item, Acting by) {
        mayAct(by);
        if (!item.isOf(by.actor())) throw new NotMandated("catalogue.not-yours");
    }

    /** @throws Refused at the field: catalogue.kind, -number, -ready; text.missing, text.too-long */
    static Line line(Said said) {
        var kind = said.kind();
        if (kind == null) throw new Refused("catalogue.kind").at("kind");
        var what = Plain.title(said.what(), "what");
        var number = said.quantity();
        if (number == null || number < 1 || number > MOST) throw new Refused("catalogue.number", MOST).at("quantity");
        var ready = said.readyInMinutes();
        if (ready != null && (ready < 0 || ready > READY))
            throw new Refused("catalogue.ready", READY).at("readyInMinutes");
        return new Line(
                kind,
                what,
                number,
                ready,
                Plain.optionalTitle(said.contact(), "contact"),
                Plain.optional(said.terms(), "terms"));
    }

    /**
     * The labels of a new line: always its owner's own.
     *
     * @param to the codes of those that see it, where it is not for the members
     * @throws Refused catalogue.to, at the field
     */
    static Labels labels(
            @Nullable Audience audience, @Nullable List<@Nullable String> to, Acting by, Predicate<String> known) {
        var own = "actor:" + by.actor();
        if (audience != Audience.CHOSEN) return Labels.of("members", own);
        var all = new LinkedHashSet<String>();
        all.add(own);
        for (var code : to == null ? List.<@Nullable String>of() : to) {
            if (code == null || code.isBlank()) continue;
            if (!known.test(code)) throw new Refused("catalogue.to").at("to");
            all.add("actor:" + code);
        }
        return new Labels(List.copyOf(all));
    }

    /** What the lines of a file change in the catalogue: what has the same kind and name is the same line. */
    static Change change(List<Line> read, Collection<Item> known) {
        var added = new ArrayList<Line>();
        var before = new ArrayList<Item>();
        var changed = new ArrayList<Line>();
        int same = 0;
        for (var line : read) {
            var there = known.stream().filter(item -> isSame(item.line(), line)).findFirst();
            if (there.isEmpty()) added.add(line);
            else if (there.get().line().equals(line)) same++;
            else {
                before.add(there.get());
                changed.add(line);
            }
        }
        return new Change(added, before, changed, same);
    }

    static boolean isSame(Line one, Line other) {
        return one.kind() == other.kind() && Objects.equals(name(one), name(other));
    }

    static String name(Line line) {
        return line.what().toLowerCase(Locale.ROOT);
    }
}
