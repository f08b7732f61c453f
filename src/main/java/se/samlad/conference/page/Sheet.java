package se.samlad.conference.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Functions;
import se.samlad.actor.Actors;
import se.samlad.conference.Conference;
import se.samlad.conference.ConferenceFact.How;
import se.samlad.conference.ConferenceFact.Role;
import se.samlad.conference.ConferenceFact.Said;
import se.samlad.conference.Minutes;
import se.samlad.conference.Minutes.Line;
import se.samlad.conference.Order;
import se.samlad.conference.Rounds.Wheel;
import se.samlad.forum.Forum;
import se.samlad.incident.Incident;
import se.samlad.incident.Sittings;
import se.samlad.web.Say;

/**
 * A conference as its pages show it.
 *
 * @param frame the directing forum's frame for the work; null: none
 * @param incident null: it is held in a standing forum
 */
public record Sheet(
        Conference conference,
        Order order,
        Wheel wheel,
        Forum.@Nullable Said frame,
        @Nullable Incident incident,
        Names names) {

    public static final List<Said> KINDS = List.of(Said.REPORT, Said.NEED, Said.DECISION, Said.MEASURE, Said.NOTE);

    /** The parts of a protocol, in their order. */
    public static final List<Said> ON_PAPER =
            List.of(Said.REPORT, Said.NOTE, Said.NEED, Said.DECISION, Said.MEASURE, Said.QUESTION);

    /** The key that chooses the kind; null: none. */
    public static @Nullable String key(Said kind) {
        return switch (kind) {
            case NEED -> "F2";
            case DECISION -> "F3";
            case MEASURE -> "F4";
            case REPORT, NOTHING_NEW, NOTE, QUESTION, STANCE -> null;
        };
    }

    /** The names of actors, functions and forums. */
    public record Names(Actors actors, Functions functions, Sittings sittings) {

        public String actor(String code, Say say) {
            return actors.shortName(code, say.language());
        }

        /** {@code Tjänsteman i beredskap, Länsstyrelsen}. @param id as {@code actor/name} */
        public String function(String id, Say say) {
            var at = id.split("/", 2);
            var title = functions.find(at[0], at[at.length - 1]).map(f -> f.title(say.language()));
            return title.orElse(at[at.length - 1]) + ", " + actor(at[0], say);
        }

        public String all(List<String> codes, Say say) {
            return String.join(
                    ", ", codes.stream().map(code -> actor(code, say)).toList());
        }

        public String forum(Conference c, Say say) {
            return Titles.forum(
                    c.called().incident() == null,
                    c.called().level(),
                    c.called().name(),
                    sittings,
                    say);
        }
    }

    public Conference c() {
        return conference;
    }

    public boolean isExercise() {
        return conference.called().exercise();
    }

    /** The page that leads to this one and its neighbours. */
    public String up() {
        return incident == null ? ConferencePages.ALL : "/incidents/" + incident.id() + "/conference";
    }

    /** The form in which the need that the line notes is asked for as a resource; null: it notes none. */
    public @Nullable String asks(Line line) {
        if (line.kind() != Said.NEED || line.isDeclined()) return null;
        var what = line.text().substring(0, Math.min(line.text().length(), 100));
        var page = incident == null ? "/resources" : "/incidents/" + incident.id() + "/resources";
        var noted = line.entry() == null ? "" : "&noted=" + line.entry();
        return page + "?what=" + URLEncoder.encode(what, StandardCharsets.UTF_8) + noted;
    }

    public String title(Say say) {
        return say.text("conference.kind." + conference.called().kind()) + ", " + names.forum(conference, say);
    }

    /** How many of those expected take part, themselves or by another's word. */
    public long there() {
        return conference.called().expected().stream()
                .filter(actor ->
                        conference.seat(actor).filter(Minutes.Seat::tookPart).isPresent())
                .count();
    }

    /** Those who take part in this way, by name. */
    public List<String> how(How how) {
        return conference.seats().entrySet().stream()
                .filter(each -> each.getValue().how() == how)
                .map(java.util.Map.Entry::getKey)
                .sorted(names.actors().codesByName())
                .toList();
    }

    /** Those expected of whom nothing is known. */
    public List<String> unknown() {
        return conference.called().expected().stream()
                .filter(actor -> conference.seat(actor).isEmpty())
                .sorted(names.actors().codesByName())
                .toList();
    }

    /** Those who lead: each role that somebody has, in the order of the roles. */
    public List<Role> roles() {
        return java.util.Arrays.stream(Role.values())
                .filter(role -> conference.roles().containsKey(role))
                .toList();
    }

    public String holder(Role role) {
        return conference.roles().getOrDefault(role, "");
    }

    /** How the speaking actor is doing, as it has said. */
    public Optional<Line> speakers() {
        return Optional.ofNullable(conference.round().speaking()).flatMap(now -> conference.report(now.actor()));
    }

    /** The time by which it is to end; null: it is not open. */
    public java.time.@Nullable Instant ends() {
        var opened = conference.course().opened();
        return opened == null
                ? null
                : opened.plusSeconds(60L * conference.agenda().minutes());
    }

    /** The lines of the kind that each stand for themselves: not what actors said themselves of having nothing new. */
    public List<Line> apart(Said kind) {
        if (kind != Said.REPORT) return conference.of(kind);
        return conference.of(Said.REPORT, Said.NOTHING_NEW).stream()
                .filter(line -> line.kind() == Said.REPORT || line.isNoted())
                .toList();
    }

    /** Those who said themselves that they have nothing new, by name: they are taken together. */
    public List<String> nothingNew() {
        return conference.of(Said.NOTHING_NEW).stream()
                .filter(line -> !line.isNoted())
                .map(line -> line.by().actor())
                .distinct()
                .sorted(names.actors().codesByName())
                .toList();
    }

    /** Whose the line is. */
    public String whose(Line line, Say say) {
        return line.actor() == null ? say.text("conference.as-whole") : names.actor(line.actor(), say);
    }
}
