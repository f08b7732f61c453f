package se.samlad.alarm;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Level;
import se.samlad.access.Mandate;
import se.samlad.access.NotMandated;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.actor.Actor;
import se.samlad.incident.Incident;
import se.samlad.incident.Plain;
import se.samlad.journal.Refused;

/** The rules of alarm plans. Pure: no clock, no database, no Spring. */
final class Planning {

    static final int MOST = 100;
    static final int WORDS = 40;
    static final int SHORTEST = 2;
    static final int LONGEST = 40;

    private Planning() {}

    /** A plan as it is sent; all may be missing. */
    record Said(
            @Nullable String title,
            @Nullable String titleEn,
            @Nullable String when,
            @Nullable String whenEn,
            @Nullable List<@Nullable String> words,
            @Nullable List<@Nullable String> areas,
            @Nullable List<@Nullable String> levels,
            @Nullable List<@Nullable String> directly,
            @Nullable List<@Nullable String> indirectly,
            @Nullable Boolean byPlace,
            @Nullable Boolean atOnce) {}

    /** The county board, which convenes, and the secretariat, which keeps what all have agreed on. */
    static boolean mayWrite(Viewer viewer) {
        return viewer.may(Mandate.CONVENE) || viewer.may(Mandate.ADMIT);
    }

    /** @throws NotMandated alarm.who-writes */
    static void mustWrite(Acting by) {
        if (!mayWrite(by.viewer())) throw new NotMandated("alarm.who-writes");
    }

    /**
     * @throws NotMandated alarm.who-writes
     * @throws Refused alarm.words-most, alarm.word-form, alarm.no-area, alarm.levels, alarm.no-such-actor, alarm.both, alarm.nobody,
     *     text.missing or text.too-long, at the field
     */
    static AlarmFact.Written write(Said said, Collection<Actor> actors, Acting by) {
        mustWrite(by);
        var title = Plain.title(said.title(), "title");
        var levels = levels(said.levels());
        Predicate<String> exists =
                code -> actors.stream().anyMatch(actor -> actor.code().equals(code));
        var directly = codes(said.directly(), "directly", exists, "alarm.no-such-actor");
        var indirectly = codes(said.indirectly(), "indirectly", exists, "alarm.no-such-actor");
        boolean atOnce = Boolean.TRUE.equals(said.atOnce());
        for (var code : indirectly) if (directly.contains(code)) throw new Refused("alarm.both", code).at("indirectly");
        if (directly.isEmpty() && indirectly.isEmpty() && !atOnce) throw new Refused("alarm.nobody").at("directly");
        return new AlarmFact.Written(
                title,
                Plain.optionalTitle(said.titleEn(), "titleEn"),
                Plain.optional(said.when(), "when"),
                Plain.optional(said.whenEn(), "whenEn"),
                words(said.words()),
                places(said.areas(), "areas", actors),
                levels,
                directly,
                indirectly,
                Boolean.TRUE.equals(said.byPlace()),
                atOnce);
    }

    private static Stream<String> each(@Nullable List<@Nullable String> sent) {
        return sent == null
                ? Stream.of()
                : sent.stream().map(text -> text == null ? "" : text.strip()).filter(text -> !Plain.isEmpty(text));
    }

    private static List<String> words(@Nullable List<@Nullable String> sent) {
        var words = each(sent)
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(word -> word.strip().toLowerCase(Locale.ROOT))
                .filter(word -> !Plain.isEmpty(word))
                .distinct()
                .toList();
        if (words.size() > WORDS) throw new Refused("alarm.words-most", WORDS).at("words");
        for (var word : words) {
            boolean plain = word.codePoints().allMatch(c -> Character.isLetter(c) || c == ' ' || c == '-');
            if (!plain || word.length() < SHORTEST || word.length() > LONGEST)
                throw new Refused("alarm.word-form", word.substring(0, Math.min(word.length(), LONGEST))).at("words");
        }
        return words;
    }

    private static List<Level> levels(@Nullable List<@Nullable String> sent) {
        var levels = EnumSet.noneOf(Level.class);
        for (var level : each(sent).toList())
            switch (level) {
                case "COORDINATING" -> levels.add(Level.COORDINATING);
                case "DIRECTING" -> levels.add(Level.DIRECTING);
                default -> throw new Refused("alarm.levels").at("levels");
            }
        if (levels.isEmpty()) throw new Refused("alarm.levels").at("levels");
        return List.copyOf(levels);
    }

    private static List<String> codes(
            @Nullable List<@Nullable String> sent, String field, Predicate<String> known, String otherwise) {
        var codes = each(sent).collect(Collectors.toCollection(TreeSet::new));
        for (var code : codes)
            if (!known.test(code))
                throw new Refused(otherwise, code.substring(0, Math.min(code.length(), LONGEST))).at(field);
        return List.copyOf(codes);
    }

    private static List<String> places(@Nullable List<@Nullable String> sent, String field, Collection<Actor> actors) {
        Predicate<String> municipality =
                code -> actors.stream().anyMatch(actor -> actor.code().equals(code) && actor.scb() != null);
        return codes(sent, field, municipality, "alarm.no-area");
    }

    /** @throws NotMandated alarm.who-writes; Refused alarm.withdrawn, text.missing */
    static AlarmFact.Withdrawn withdraw(Plan plan, Acting by, @Nullable String reason) {
        mustWrite(by);
        if (plan.withdrawn() != null) throw new Refused("alarm.withdrawn");
        return new AlarmFact.Withdrawn(Plain.text(reason, "reason"));
    }

    /**
     * Which plan the incident is for, and where.
     *
     * @param plan null: none
     * @throws NotMandated incident.convene-mandate; Refused incident.ended, alarm.no-such-plan, alarm.no-area
     */
    static AlarmFact.Chosen choose(
            Incident incident,
            @Nullable UUID plan,
            @Nullable List<@Nullable String> places,
            Predicate<UUID> used,
            Collection<Actor> actors,
            Acting by) {
        by.mustConvene();
        incident.mustGoOn();
        if (plan != null && !used.test(plan)) throw new Refused("alarm.no-such-plan").at("plan");
        return new AlarmFact.Chosen(plan, places(places, "places", actors));
    }
}
