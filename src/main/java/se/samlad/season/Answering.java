package se.samlad.season;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Mandate;
import se.samlad.access.NotMandated;
import se.samlad.access.Viewer.Acting;
import se.samlad.direction.DirectionFact.Stance;
import se.samlad.incident.Plain;
import se.samlad.journal.Refused;
import se.samlad.season.SeasonFact.Answered;
import se.samlad.season.SeasonFact.Asked;
import se.samlad.web.Times;

/** The rules for those who take part: answers, needs, the local direction and the meeting (D5). Pure: no clock, no database, no Spring. */
final class Answering {

    static final int ANSWER = 4_000;

    /** So often one participant may change its answers: enough to mend them, too little to fill anything. */
    static final int TIMES = 50;

    private static final int NEEDS = 200;
    private static final int LINES = 12;
    private static final int TASKS = 60;
    private static final int LINE = 500;
    private static final int MEETINGS = 50;

    private Answering() {}

    /** The five answers as they are sent; what is empty is not answered. */
    record Five(
            @Nullable String preparations,
            @Nullable String readiness,
            @Nullable String needs,
            @Nullable String contacts,
            @Nullable String information) {

        private @Nullable String of(Asked asked) {
            return switch (asked) {
                case PREPARATIONS -> preparations;
                case READINESS -> readiness;
                case NEEDS -> needs;
                case CONTACTS -> contacts;
                case INFORMATION -> information;
            };
        }
    }

    /** The name of the question's field, in forms and for programs. */
    public static String field(Asked asked) {
        return asked.name().toLowerCase(Locale.ROOT);
    }

    /** For whom the acting one answers. @throws NotMandated season.not-asked */
    static Participant own(Season season, Acting by) {
        return season.of(by.function()).orElseThrow(() -> new NotMandated("season.not-asked"));
    }

    /**
     * The participant's own answer.
     *
     * @param last what it said the last season, by question
     * @throws Refused season.over, season.left, season.no-answer, season.often; text.too-long at the field
     */
    static Answered answer(Season season, Participant one, Five said, Map<Asked, String> last) {
        return answered(season, one, said, last, false);
    }

    /** What a participant without an account said aloud, noted by the host. @throws NotMandated season.not-yours, season.own-words */
    static Answered note(Season season, Participant one, Acting by, Five said, Map<Asked, String> last) {
        Inviting.mustBeHost(season, by);
        if (!one.isGuest()) throw new NotMandated("season.own-words"); // A4: an actor answers for itself
        return answered(season, one, said, last, true);
    }

    private static Answered answered(Season season, Participant one, Five said, Map<Asked, String> last, boolean told) {
        mustGoOn(season, one);
        if (one.answers().size() >= TIMES) throw new Refused("season.often", TIMES);
        var values = new EnumMap<Asked, String>(Asked.class);
        var was = new EnumMap<Asked, String>(Asked.class);
        for (var asked : Asked.values()) {
            var text = Plain.optional(said.of(asked), field(asked));
            if (text != null && text.length() > ANSWER)
                throw new Refused("text.too-long", field(asked), ANSWER, text.length()).at(field(asked));
            if (text != null) values.put(asked, text);
            var before = last.getOrDefault(asked, "");
            if (!last.isEmpty() && !before.equals(Objects.requireNonNullElse(text, ""))) was.put(asked, before);
        }
        if (values.isEmpty()) throw new Refused("season.no-answer").at(field(Asked.PREPARATIONS));
        return new Answered(one.id(), values, was, told);
    }

    private static void mustGoOn(Season season, Participant one) {
        if (!season.isOpen()) throw new Refused("season.over");
        Inviting.mustBeThere(one);
    }

    /** @throws Refused season.needs-most, season.no-such-participant at the field, text.… */
    static SeasonFact.NeedNoted need(Season season, Acting by, @Nullable UUID participant, @Nullable String text) {
        Inviting.mustBeHost(season, by);
        if (season.needs().size() >= NEEDS) throw new Refused("season.needs-most", NEEDS);
        return new SeasonFact.NeedNoted(there(season, participant, "participant"), Plain.title(text, "text"));
    }

    private static @Nullable UUID there(Season season, @Nullable UUID participant, String field) {
        if (participant != null
                && season.find(participant).filter(p -> !p.left()).isEmpty())
            throw new Refused("season.no-such-participant").at(field);
        return participant;
    }

    /** @throws Refused season.no-such-need, season.need-settled, text.… */
    static SeasonFact.NeedSettled settle(Season season, Acting by, UUID need, @Nullable String how) {
        Inviting.mustBeHost(season, by);
        var of = season.needs().get(need);
        if (of == null) throw new Refused("season.no-such-need");
        if (of.settled() != null) throw new Refused("season.need-settled");
        return new SeasonFact.NeedSettled(need, Plain.title(how, "how"));
    }

    /** @param there the participants' ids @throws Refused season.met-ahead, season.no-such-participant at the field, season.meetings-most, text.… */
    static SeasonFact.Met meet(
            Season season,
            Acting by,
            @Nullable Instant met,
            @Nullable String text,
            @Nullable List<@Nullable String> there,
            Instant now) {
        Inviting.mustBeHost(season, by);
        if (season.met().size() >= MEETINGS) throw new Refused("season.meetings-most", MEETINGS);
        var at = met == null ? now : past(met, now);
        return new SeasonFact.Met(at, Plain.text(text, "text"), present(season.there(), there));
    }

    private static Instant past(Instant met, Instant now) {
        if (met.isAfter(now) || met.isBefore(now.minusSeconds(366 * 86_400L)))
            throw new Refused("season.met-ahead").at("met");
        return met;
    }

    private static List<UUID> present(Collection<Participant> all, @Nullable List<@Nullable String> there) {
        var who = new LinkedHashSet<UUID>();
        for (var each : there == null ? List.<@Nullable String>of() : there)
            if (!Plain.isEmpty(each))
                who.add(all.stream()
                        .map(Participant::id)
                        .filter(id -> id.toString().equals(String.valueOf(each).strip()))
                        .findFirst()
                        .orElseThrow(() -> new Refused("season.no-such-participant").at("there")));
        return List.copyOf(who);
    }

    /**
     * The note of a meeting anew, whole. Who has left since may have been there.
     *
     * @param said when they met, to the minute as the form sends it; null: as it was
     * @throws Refused season.no-such-meeting, season.same-note; season.met-ahead, season.no-such-participant, text.… at the field
     */
    static SeasonFact.MetCorrected correct(
            Season season, Acting by, @Nullable Meeting meeting, SeasonApi.Correcting said, Instant now) {
        Inviting.mustBeHost(season, by);
        if (meeting == null) throw new Refused("season.no-such-meeting");
        var was = meeting.now().said();
        var met = Times.instant(said.met());
        var at = met == null || met.equals(was.met().truncatedTo(ChronoUnit.MINUTES)) ? was.met() : past(met, now);
        var anew = new SeasonFact.Met(
                at,
                Plain.text(said.text(), "text"),
                present(season.participants().values(), said.there()));
        if (anew.equals(was)) throw new Refused("season.same-note").at("text");
        return new SeasonFact.MetCorrected(meeting.id(), anew, Plain.title(said.reason(), "reason"));
    }

    /** A task as it is sent. @param participant null: the host's own */
    record Task(@Nullable UUID participant, @Nullable String what) {
        private boolean isEmpty() {
            return participant == null && Plain.isEmpty(what);
        }
    }

    /** The local direction as it is sent. */
    record Wording(
            @Nullable String aim,
            @Nullable List<@Nullable String> priorities,
            @Nullable List<@Nullable String> limits,
            @Nullable List<Task> tasks) {}

    /** @throws Refused season.lines-most, season.no-such-participant, text.… at the field */
    static SeasonFact.Worded word(Season season, Acting by, Wording said) {
        Inviting.mustBeHost(season, by);
        var tasks = new ArrayList<SeasonFact.Task>();
        var all = said.tasks() == null ? List.<Task>of() : said.tasks();
        for (int i = 0; i < all.size(); i++) {
            var each = all.get(i);
            if (each.isEmpty()) continue;
            var at = "tasks[" + i + "].";
            tasks.add(new SeasonFact.Task(
                    there(season, each.participant(), at + "participant"), line(each.what(), at + "what")));
        }
        if (tasks.size() > TASKS) throw new Refused("season.lines-most", TASKS).at("tasks");
        return new SeasonFact.Worded(
                line(said.aim(), "aim"),
                lines(said.priorities(), "priorities"),
                lines(said.limits(), "limits"),
                List.copyOf(tasks));
    }

    private static List<String> lines(@Nullable List<@Nullable String> said, String field) {
        var all = new ArrayList<String>();
        for (var each : said == null ? List.<@Nullable String>of() : said)
            if (!Plain.isEmpty(each)) all.add(line(each, field));
        if (all.size() > LINES) throw new Refused("season.lines-most", LINES).at(field);
        return List.copyOf(all);
    }

    private static String line(@Nullable String text, String field) {
        var line = Plain.text(text, field).replaceAll("\\s+", " ");
        if (line.length() > LINE) throw new Refused("text.too-long", field, LINE, line.length()).at(field);
        return line;
    }

    /** Whether the acting one may answer the local direction for its actor. */
    static boolean mayStand(Season season, Acting by) {
        return by.may(Mandate.STANCE)
                && season.isOpen()
                && season.direction() != null
                && season.of(by.function()).isPresent();
    }

    /** By an actor, in its own name (A4). @throws NotMandated season.not-asked, season.who-stands; Refused as the other */
    static SeasonFact.Stood stand(
            Season season, Acting by, @Nullable UUID wording, @Nullable Stance stance, @Nullable String reason) {
        var one = own(season, by);
        if (!by.may(Mandate.STANCE)) throw new NotMandated("season.who-stands");
        return stand(season, one, wording, stance, reason);
    }

    /** @throws Refused season.over, season.left, season.no-direction-yet, season.reworded; season.stance-wrong, text.missing at the field */
    static SeasonFact.Stood stand(
            Season season, Participant one, @Nullable UUID wording, @Nullable Stance stance, @Nullable String reason) {
        mustGoOn(season, one);
        var local = season.direction();
        if (local == null) throw new Refused("season.no-direction-yet");
        if (wording != null && !wording.equals(local.entry())) throw new Refused("season.reworded");
        if (stance == null) throw new Refused("season.stance-wrong").at("stance");
        var why = stance == Stance.ACCEPTS ? Plain.optional(reason, "reason") : Plain.text(reason, "reason");
        return new SeasonFact.Stood(one.id(), local.entry(), stance, why);
    }
}
