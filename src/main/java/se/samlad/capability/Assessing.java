package se.samlad.capability;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Mandate;
import se.samlad.access.NotMandated;
import se.samlad.access.NotThere;
import se.samlad.access.Viewer.Acting;
import se.samlad.capability.CapabilityFact.Assessed;
import se.samlad.capability.CapabilityFact.Sharing;
import se.samlad.figure.Capability;
import se.samlad.incident.Plain;
import se.samlad.journal.Refused;
import se.samlad.web.Say;

/** The rules of assessments. Pure: no clock, no database, no Spring. */
final class Assessing {

    /** The collaboration began in 2014; what actors said of earlier years was about something else. */
    static final int FIRST_YEAR = 2014;

    static final int EVIDENCE = 4_000;

    private Assessing() {}

    /** @throws Refused capability.year for none, and one that is not from 2014 to the next one */
    static int year(@Nullable Integer year, Instant now) {
        int next = thisYear(now) + 1;
        if (year == null || year < FIRST_YEAR || year > next)
            throw new Refused("capability.year", "" + FIRST_YEAR, "" + next).at("year");
        return year;
    }

    static int thisYear(Instant now) {
        return now.atZone(Say.STOCKHOLM).getYear();
    }

    /** Whether the function speaks for its whole actor, and may so assess it. Members and associated members do. */
    static boolean mayAssess(Acting by, boolean member) {
        return member && by.may(Mandate.REPORT) && by.function().unit() == null;
    }

    /** @throws NotMandated capability.who */
    static void mustAssess(Acting by, boolean member) {
        if (!mayAssess(by, member)) throw new NotMandated("capability.who");
    }

    /**
     * An actor's level in one sub-capability.
     *
     * @throws NotThere where the year's list has no such sub-capability
     * @throws Refused capability.level, text.too-long at the field
     */
    static Assessed assess(Years.Year list, String code, @Nullable Integer level, @Nullable String evidence) {
        var part = list.sheet().find(code).orElseThrow(NotThere::new);
        if (level == null || level < 0 || level > Sheet.HIGHEST)
            throw new Refused("capability.level", Sheet.HIGHEST).at("level");
        var shows = Plain.optional(evidence, "evidence");
        if (shows != null && shows.length() > EVIDENCE)
            throw new Refused("text.too-long", "evidence", EVIDENCE, shows.length()).at("evidence");
        return new Assessed(list.year(), part.code(), part.title().sv(), level, shows, list.version());
    }

    /**
     * The answers of the year before, for those sub-capabilities of the capability that have none this year.
     *
     * @throws Refused capability.nothing-before where there is nothing to take over
     */
    static List<Assessed> asBefore(
            Years.Year list, Capability capability, Assessments.Seen now, Assessments.Seen before) {
        var taken = new ArrayList<Assessed>();
        for (var part : list.sheet().of(capability)) {
            var earlier = before.answers().get(part.code());
            if (earlier == null || now.answers().containsKey(part.code())) continue;
            taken.add(new Assessed(
                    list.year(),
                    part.code(),
                    part.title().sv(),
                    earlier.said().level(),
                    earlier.said().evidence(),
                    list.version()));
        }
        if (taken.isEmpty()) throw new Refused("capability.nothing-before");
        return taken;
    }

    /** @throws Refused capability.with for none */
    static Sharing share(@Nullable Sharing with) {
        if (with == null) throw new Refused("capability.with").at("with");
        return with;
    }

    /** The labels of those with whom an actor shares. */
    static List<String> readers(String actor, Sharing with, String countyBoard, String joint) {
        var own = "actor:" + actor;
        return switch (with) {
            case OWN -> List.of(own);
            case BOARD -> distinct(own, "actor:" + countyBoard, "actor:" + joint);
            case MEMBERS -> List.of("members", own);
        };
    }

    private static List<String> distinct(String... labels) {
        return List.copyOf(new java.util.TreeSet<>(List.of(labels)));
    }

    /** A year's list as it is sent; all may be missing. */
    record Said(
            @Nullable List<Sheet.@Nullable Word> words,
            @Nullable List<@Nullable Row> parts,
            @Nullable String answerBy,
            @Nullable String decision) {}

    /** @param code null: a new sub-capability */
    record Row(
            @Nullable String code,
            @Nullable Capability capability,
            @Nullable String sv,
            @Nullable String en,
            @Nullable Integer lowest,
            @Nullable Integer ambition) {
        boolean isEmpty() {
            return Plain.isEmpty(sv) && Plain.isEmpty(en);
        }
    }

    static final int PARTS = 40;

    /** @throws NotMandated capability.who-writes */
    static void mustWrite(Acting by) {
        if (!by.may(Mandate.ADMIT)) throw new NotMandated("capability.who-writes");
    }

    /**
     * A year's list, whole (G3).
     *
     * @param before the list that it replaces
     * @param given all codes that were ever given
     * @throws Refused capability.words, -parts, -parts-most, -part-of, -of-level, -ambition, -decision, -twice, -day,
     *     text.missing, text.too-long, at the field
     */
    static CapabilityFact.Written write(int year, Sheet before, Set<String> given, Said said) {
        var levels = words(said.words(), before);
        var parts = parts(said.parts(), given);
        var day = day(said.answerBy(), year);
        var decision = Plain.optionalTitle(said.decision(), "decision");
        boolean set = parts.stream().anyMatch(part -> part.lowest() != null || part.ambition() != null);
        if (set && decision == null) throw new Refused("capability.decision").at("decision");
        return new CapabilityFact.Written(year, new Sheet(levels, parts), day, decision);
    }

    private static List<Sheet.Word> words(@Nullable List<Sheet.@Nullable Word> sent, Sheet before) {
        if (sent == null) return before.levels();
        if (sent.size() != Sheet.HIGHEST + 1) throw new Refused("capability.words", Sheet.HIGHEST + 1).at("words");
        var words = new ArrayList<Sheet.Word>();
        for (int i = 0; i < sent.size(); i++) {
            var each = sent.get(i);
            words.add(word(each == null ? null : each.sv(), each == null ? null : each.en(), "words[" + i + "]."));
        }
        return words;
    }

    private static Sheet.Word word(@Nullable String sv, @Nullable String en, String at) {
        var english = Plain.optionalTitle(en, at + "en");
        return new Sheet.Word(Plain.title(sv, at + "sv"), english == null ? "" : english);
    }

    private static List<Sheet.Part> parts(@Nullable List<@Nullable Row> rows, Set<String> given) {
        var parts = new ArrayList<Sheet.Part>();
        var codes = new HashSet<>(given);
        var used = new HashSet<String>();
        for (int i = 0; rows != null && i < rows.size(); i++) {
            var row = rows.get(i);
            if (row == null || row.isEmpty()) continue;
            if (parts.size() == PARTS) throw new Refused("capability.parts-most", PARTS).at("parts");
            var part = part(row, "parts[" + i + "].", given, codes);
            if (!used.add(part.code())) throw new Refused("capability.twice", part.code()).at("parts[" + i + "].sv");
            codes.add(part.code());
            parts.add(part);
        }
        if (parts.isEmpty()) throw new Refused("capability.parts").at("parts");
        return parts;
    }

    private static Sheet.Part part(Row row, String at, Set<String> given, Set<String> codes) {
        var capability = row.capability();
        if (capability == null) throw new Refused("capability.part-of").at(at + "capability");
        var title = word(row.sv(), row.en(), at);
        level(row.lowest(), at + "lowest");
        level(row.ambition(), at + "ambition");
        if (row.lowest() != null && row.ambition() != null && row.ambition() < row.lowest())
            throw new Refused("capability.ambition").at(at + "ambition");
        var code = row.code() != null && given.contains(row.code()) ? row.code() : next(capability, codes);
        return new Sheet.Part(code, capability, title, row.lowest(), row.ambition());
    }

    private static void level(@Nullable Integer level, String at) {
        if (level != null && (level < 0 || level > Sheet.HIGHEST))
            throw new Refused("capability.level", Sheet.HIGHEST).at(at);
    }

    private static String next(Capability capability, Set<String> codes) {
        int number = 1;
        while (codes.contains(capability.code() + "-" + number)) number++;
        return capability.code() + "-" + number;
    }

    private static @Nullable LocalDate day(@Nullable String text, int year) {
        if (Plain.isEmpty(text) || text == null) return null;
        try {
            var day = LocalDate.parse(text.strip());
            if (Math.abs(day.getYear() - year) <= 1) return day;
        } catch (DateTimeException _) {
            // said below
        }
        throw new Refused("capability.day", String.valueOf(year)).at("answerBy");
    }
}
