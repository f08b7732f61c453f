package se.samlad.conference;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import se.samlad.conference.ConferenceFact.How;
import se.samlad.conference.ConferenceFact.Said;
import se.samlad.direction.DirectionFact.Stance;
import se.samlad.journal.By;
import se.samlad.journal.Entry;
import se.samlad.report.Status;

/**
 * What a conference's protocol is made of.
 *
 * @param lines what was said, in its order
 * @param seats how each actor takes part, by its code
 * @param confirmed who has confirmed the protocol, by the actor's code
 * @param home whose organisation has received the summary, likewise
 */
public record Minutes(
        PVector<Line> lines,
        PMap<String, Seat> seats,
        PMap<String, Confirmation> confirmed,
        PMap<String, Confirmation> home) {

    static final Minutes EMPTY =
            new Minutes(TreePVector.empty(), HashTreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty());

    /**
     * A line of the protocol.
     *
     * @param id of the entry that says it
     * @param actor whose it is; null: the conference's as a whole
     * @param by who wrote it
     * @param entry the row in the incident's log that says the same, the question, or the direction; null: none
     * @param stance as in {@link ConferenceFact.Spoken}
     * @param prepared whether it was written before the conference was opened
     * @param own the actor's own word on what was noted for it; null: none yet, or it wrote the line itself
     */
    public record Line(
            UUID id,
            Said kind,
            @Nullable String actor,
            By by,
            Instant at,
            String text,
            @Nullable String reason,
            @Nullable Status status,
            @Nullable Instant due,
            @Nullable UUID entry,
            @Nullable Stance stance,
            boolean prepared,
            @Nullable Own own) {

        /** @param text in its own words; null: as noted */
        public record Own(
                By by, Instant at, boolean stands, @Nullable String text) {}

        static Line of(Entry by, ConferenceFact.Spoken said, boolean prepared) {
            return new Line(
                    by.id(),
                    said.kind(),
                    said.actor(),
                    by.by(),
                    by.occurredAt(),
                    said.text(),
                    said.reason(),
                    said.status(),
                    said.due(),
                    said.entry(),
                    said.stance(),
                    prepared,
                    null);
        }

        Line confirmed(Entry entry, ConferenceFact.OwnWord word) {
            var given = new Own(entry.by(), entry.occurredAt(), word.stands(), word.text());
            return new Line(id, kind, actor, by, at, text, reason, status, due, this.entry, stance, prepared, given);
        }

        public boolean isOf(String code) {
            return code.equals(actor);
        }

        /** Whether somebody else wrote it for the actor. */
        public boolean isNoted() {
            return actor != null && !actor.equals(by.actor());
        }

        /** Whether it waits for the actor's own word (A4). */
        public boolean waits() {
            return isNoted() && own == null;
        }

        public boolean isDeclined() {
            return own != null && !own.stands();
        }

        /** Whether it says how an actor stands to the direction, as said aloud. */
        public boolean isStanceOn(UUID direction) {
            return stance != null && direction.equals(entry);
        }

        /** Whether it says how the actor is doing. */
        public boolean isReport() {
            return kind == Said.REPORT || kind == Said.NOTHING_NEW;
        }

        /** As it counts: in the actor's own words where it has given them. */
        public String words() {
            return own == null || own.text() == null ? text : own.text();
        }
    }

    /**
     * How an actor takes part.
     *
     * @param first when it came; null: it has not been there
     * @param by who stated it
     * @param word the actor that has its word; null: itself
     */
    public record Seat(
            How how,
            Instant at,
            @Nullable Instant first,
            By by,
            @Nullable String word) {
        public boolean isThere() {
            return how == How.PRESENT || how == How.TELEPHONE;
        }

        /** Whether it takes part, itself or by another's word, or did until it left. */
        public boolean tookPart() {
            return how != How.ABSENT;
        }
    }

    public record Confirmation(By by, Instant at, @Nullable String remark) {}

    Minutes attended(ConferenceFact.Attended a, Entry entry) {
        var before = seats.get(a.actor());
        var first = before == null ? null : before.first();
        boolean there = a.how() != How.ABSENT && a.how() != How.LEFT;
        if (first == null && there) first = entry.occurredAt();
        return seated(a.actor(), new Seat(a.how(), entry.occurredAt(), first, entry.by(), a.by()));
    }

    private Minutes seated(String actor, Seat seat) {
        return new Minutes(lines, seats.plus(actor, seat), confirmed, home);
    }

    /** Whoever says something itself while it is open is there, without another press. */
    Minutes said(Entry entry, ConferenceFact.Spoken s, boolean open, List<String> expected) {
        var with = new Minutes(lines.plus(Line.of(entry, s, !open)), seats, confirmed, home);
        return open ? with.there(entry, expected) : with;
    }

    private Minutes there(Entry entry, List<String> expected) {
        var actor = entry.by().actor();
        if (seats.containsKey(actor) || !expected.contains(actor)) return this;
        return seated(actor, new Seat(How.PRESENT, entry.occurredAt(), entry.occurredAt(), entry.by(), null));
    }

    /** Only the actor itself says whether what was noted for it is right (A4). */
    Minutes confirmed(Entry entry, ConferenceFact.OwnWord word, boolean open, List<String> expected) {
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (!line.id().equals(word.line()) || !line.isOf(entry.by().actor())) continue;
            var with = new Minutes(lines.with(i, line.confirmed(entry, word)), seats, confirmed, home);
            return open ? with.there(entry, expected) : with;
        }
        return this;
    }

    Minutes closed(Entry entry, @Nullable String remark) {
        return new Minutes(lines, seats, confirmed.plus(entry.by().actor(), given(entry, remark)), home);
    }

    Minutes home(Entry entry) {
        return new Minutes(lines, seats, confirmed, home.plus(entry.by().actor(), given(entry, null)));
    }

    private static Confirmation given(Entry entry, @Nullable String remark) {
        return new Confirmation(entry.by(), entry.occurredAt(), remark);
    }
}
