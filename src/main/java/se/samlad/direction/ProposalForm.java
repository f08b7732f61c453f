package se.samlad.direction;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Marking;
import se.samlad.actor.Actors;

/**
 * A direction as it is put forward. What is left out is taken from the prepared direction, where one is named.
 *
 * @param forum null: the highest that is open
 * @param prepared the code of a prepared direction that it starts from (D2)
 * @param replaces the direction that it is the next version of
 */
public record ProposalForm(
        @Nullable UUID forum,
        @Nullable String aim,
        @Nullable List<String> priorities,
        @Nullable List<String> limits,
        @Nullable List<Measure> measures,
        @Nullable List<Message> messages,
        @Nullable String prepared,
        @Nullable UUID replaces,
        @Nullable Marking marking) {

    /**
     * Who does what: one actor, several, or groups of them, by code.
     *
     * @param who the same as people write it: names with commas between, short or whole, in either language
     */
    public record Measure(
            @Nullable String who,
            @Nullable String actor,
            @Nullable List<String> actors,
            @Nullable List<String> groups,
            @Nullable String what,
            @Nullable String phase) {}

    public record Message(
            @Nullable String audience, @Nullable String text) {}

    /** A measure as it stands in the page's form: who by names, with commas between. */
    public record MeasureRow(String who, String what, String phase) {}

    public record MessageRow(String audience, String text) {}

    /** With codes for the names that people wrote. @throws se.samlad.journal.Refused direction.unknown-actor */
    ProposalForm named(Actors actors) {
        var named = measures == null
                ? null
                : measures.stream().map(m -> Named.measure(m, actors)).toList();
        return new ProposalForm(forum, aim, priorities, limits, named, messages, prepared, replaces, marking);
    }

    /** With what is left out taken from the prepared direction, in Swedish. */
    ProposalForm startingFrom(DirectionFact.Prepared from) {
        var whole = of(from, true);
        return new ProposalForm(
                forum,
                aim == null ? whole.aim : aim,
                priorities == null ? whole.priorities : priorities,
                limits == null ? whole.limits : limits,
                measures == null ? whole.measures : measures,
                messages == null ? whole.messages : messages,
                prepared,
                replaces,
                marking);
    }

    /** The prepared direction, ready to be put forward as it is or with changes. */
    public static ProposalForm of(DirectionFact.Prepared from, boolean swedish) {
        java.util.function.Function<DirectionFact.Text, String> in = t -> swedish ? t.sv() : t.en();
        return new ProposalForm(
                null,
                in.apply(from.aim()),
                from.priorities().stream().map(in).toList(),
                from.limits().stream().map(in).toList(),
                from.measures().stream()
                        .map(m -> new Measure(null, null, m.actors(), m.groups(), in.apply(m.what()), m.phase()))
                        .toList(),
                from.messages().stream()
                        .map(m -> new Message(in.apply(m.audience()), in.apply(m.text())))
                        .toList(),
                from.code(),
                null,
                null);
    }

    /** The next version of a direction, to be changed. */
    public static ProposalForm next(Direction from) {
        var said = from.said();
        return new ProposalForm(
                said.forum(),
                said.aim(),
                said.priorities(),
                said.limits(),
                said.measures().stream()
                        .map(m -> new Measure(null, m.actor(), m.actors(), m.groups(), m.what(), m.phase()))
                        .toList(),
                said.messages().stream()
                        .map(m -> new Message(m.audience(), m.text()))
                        .toList(),
                said.prepared(),
                from.id(),
                null);
    }

    /** One on each line. */
    public static String joined(@Nullable List<String> lines) {
        return lines == null ? "" : String.join("\n", lines);
    }
}
