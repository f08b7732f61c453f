package se.samlad.direction;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Marking;
import se.samlad.access.Viewer;
import se.samlad.direction.Directing.Region;
import se.samlad.incident.Plain;
import se.samlad.journal.Refused;
import se.samlad.web.Typed;

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

    private static final int BLANK_ROWS = 3;
    private static final Measure EMPTY = new Measure(null, null, null, "", null);

    /** What was agreed elsewhere and a proposal may begin from, such as a local direction before the season. */
    public interface Beginning {
        /** Empty: it has none such, or the viewer may not see it. */
        Optional<ProposalForm> of(UUID id, Viewer viewer);
    }

    /** A text to begin from. */
    public static ProposalForm beginning(
            String aim, List<String> priorities, List<String> limits, List<Measure> measures) {
        return new ProposalForm(null, aim, priorities, limits, measures, null, null, null, null);
    }

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

        private DirectionFact.Measure checked(UUID id, Region region) {
            var several = actors == null ? List.<String>of() : List.copyOf(actors);
            var all = groups == null ? List.<String>of() : List.copyOf(groups);
            var concerned = new LinkedHashSet<String>();
            if (actor != null) concerned.add(known(actor, region));
            for (String each : several) concerned.add(known(each, region));
            for (String group : all) {
                var inGroup = region.group().apply(group);
                if (inGroup.isEmpty()) throw new Refused("direction.unknown-group", group).at("groups");
                concerned.addAll(inGroup);
            }
            if (concerned.isEmpty()) throw new Refused("direction.measure-nobody").at("actors");
            if (phase != null && !phase.equals("PREPARE") && !phase.equals("HANDLE"))
                throw new Refused("direction.phase", phase).at("phase");
            var does = Directing.bounded(what, Directing.LINE, "what");
            return new DirectionFact.Measure(id, actor, several, all, List.copyOf(concerned), does, phase);
        }

        private static String known(String actor, Region region) {
            if (!region.actor().test(actor)) throw new Refused("direction.unknown-actor", actor).at("actors");
            return actor;
        }

        /** Whether it names the actor or the group. @param code an actor's or a group's */
        public boolean names(String code) {
            return code.equals(actor)
                    || (actors != null && actors.contains(code))
                    || (groups != null && groups.contains(code));
        }
    }

    public record Message(
            @Nullable String audience, @Nullable String text) {

        private DirectionFact.Message checked() {
            return new DirectionFact.Message(
                    Plain.optionalTitle(audience, "audience"), Directing.bounded(text, Directing.LINE, "text"));
        }
    }

    /** The text alone, as it is sent to change a proposal; what is left out is empty. */
    record Wording(
            @Nullable String aim,
            @Nullable List<String> priorities,
            @Nullable List<String> limits,
            @Nullable List<Measure> measures,
            @Nullable List<Message> messages) {

        String checkedAim() {
            return Directing.bounded(aim, Directing.AIM, "aim");
        }

        List<String> checkedPriorities() {
            return lines(priorities, "priorities");
        }

        List<String> checkedLimits() {
            return lines(limits, "limits");
        }

        private static List<String> lines(@Nullable List<String> said, String field) {
            if (said == null) return List.of();
            if (said.size() > Directing.LINES)
                throw new Refused("direction.too-many", field, Directing.LINES).at(field);
            return said.stream()
                    .map(line -> Directing.bounded(line, Directing.LINE, field))
                    .toList();
        }

        /** @param direction the ids of the measures are derived from its id and their places */
        List<DirectionFact.Measure> checkedMeasures(UUID direction, Region region) {
            var all = new ArrayList<DirectionFact.Measure>();
            if (measures == null) return all;
            if (measures.size() > Directing.MEASURES)
                throw new Refused("direction.too-many", "measures", Directing.MEASURES).at("measures");
            for (int row = 0; row < measures.size(); row++) {
                if (measures.get(row).isEmpty()) continue; // a row of the form that nobody filled in
                try {
                    all.add(measures.get(row).checked(idOf(direction, all.size()), region));
                } catch (Refused no) {
                    throw no.within("measures[" + row + "]");
                }
            }
            return all;
        }

        private static UUID idOf(UUID direction, int index) {
            return UUID.nameUUIDFromBytes((direction + "/measure/" + index).getBytes(StandardCharsets.UTF_8));
        }

        List<DirectionFact.Message> checkedMessages() {
            if (messages == null) return List.of();
            if (messages.size() > Directing.LINES)
                throw new Refused("direction.too-many", "messages", Directing.LINES).at("messages");
            var all = new ArrayList<DirectionFact.Message>();
            for (int row = 0; row < messages.size(); row++) {
                try {
                    all.add(messages.get(row).checked());
                } catch (Refused no) {
                    throw no.within("messages[" + row + "]");
                }
            }
            return all;
        }
    }

    Wording wording() {
        return new Wording(aim, priorities, limits, measures, messages);
    }

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

    /** As many rows as were sent, each at its place, since its refusal names it by that; else those to begin with. */
    public List<Measure> measureRows(Typed typed, String form) {
        var rows = new ArrayList<>(measures == null ? List.<Measure>of() : measures);
        while (typed.has(form, "measures[" + rows.size() + "].what")) rows.add(EMPTY);
        for (int i = 0; i < BLANK_ROWS && rows.size() < Directing.MEASURES; i++) rows.add(EMPTY);
        return rows;
    }

    /** The rows that were sent without the empty ones, as {@code web.FormBody} counts them; else those to begin with. */
    public List<MessageRow> messageRows(Typed typed, String form) {
        var rows = new ArrayList<MessageRow>();
        for (int i = 0; typed.has(form, "messages[" + i + "].text"); i++) {
            var row = "messages[" + i + "].";
            rows.add(new MessageRow(typed.value(form, row + "audience"), typed.value(form, row + "text")));
        }
        if (rows.isEmpty() && messages != null)
            messages.forEach(m -> rows.add(new MessageRow(text(m.audience()), text(m.text()))));
        rows.removeIf(row -> row.audience().isBlank() && row.text().isBlank());
        rows.add(new MessageRow("", ""));
        return rows;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** The texts, one on each line. */
    public static String joined(@Nullable List<String> lines) {
        return lines == null ? "" : String.join("\n", lines);
    }
}
