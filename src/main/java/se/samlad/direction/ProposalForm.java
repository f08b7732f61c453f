package se.samlad.direction;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Marking;

/**
 * A proposal as it is sent. Fields left out are taken from the prepared direction, if one is named.
 *
 * @param forum null: the open forum on the highest level
 * @param prepared the code of the prepared direction it is made from (D2)
 * @param replaces the direction that it is a new version of
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

    /** Who does what: one actor, several actors, or groups, by code. */
    public record Measure(
            @Nullable String actor,
            @Nullable List<String> actors,
            @Nullable List<String> groups,
            @Nullable String what,
            @Nullable String phase) {

        /** Whether it says neither who nor what: a row of the form that nobody filled in. */
        boolean isEmpty() {
            return (what == null || what.isBlank()) && actor == null && none(actors) && none(groups);
        }

        private static boolean none(@Nullable List<String> codes) {
            return codes == null || codes.isEmpty();
        }

        /** Whether it names the actor or the group. @param code an actor's or a group's */
        public boolean names(String code) {
            return code.equals(actor)
                    || (actors != null && actors.contains(code))
                    || (groups != null && groups.contains(code));
        }
    }

    public record Message(
            @Nullable String audience, @Nullable String text) {}

    public record MessageRow(String audience, String text) {}

    /** The form with empty fields filled from the prepared direction, in Swedish. */
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

    /** A form filled from the prepared direction, to be sent as it is or changed. */
    public static ProposalForm of(DirectionFact.Prepared from, boolean swedish) {
        java.util.function.Function<DirectionFact.Text, String> in = t -> swedish ? t.sv() : t.en();
        return new ProposalForm(
                null,
                in.apply(from.aim()),
                from.priorities().stream().map(in).toList(),
                from.limits().stream().map(in).toList(),
                from.measures().stream()
                        .map(m -> new Measure(null, m.actors(), m.groups(), in.apply(m.what()), m.phase()))
                        .toList(),
                from.messages().stream()
                        .map(m -> new Message(in.apply(m.audience()), in.apply(m.text())))
                        .toList(),
                from.code(),
                null,
                null);
    }

    /** A form filled from a direction, to write its next version. */
    public static ProposalForm next(Direction from) {
        var said = from.said();
        return new ProposalForm(
                said.forum(),
                said.aim(),
                said.priorities(),
                said.limits(),
                said.measures().stream()
                        .map(m -> new Measure(m.actor(), m.actors(), m.groups(), m.what(), m.phase()))
                        .toList(),
                said.messages().stream()
                        .map(m -> new Message(m.audience(), m.text()))
                        .toList(),
                said.prepared(),
                from.id(),
                null);
    }

    /** The texts, one on each line. */
    public static String joined(@Nullable List<String> lines) {
        return lines == null ? "" : String.join("\n", lines);
    }
}
