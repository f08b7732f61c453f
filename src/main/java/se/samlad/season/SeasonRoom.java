package se.samlad.season;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samlad.access.Grant;
import se.samlad.access.Grants;
import se.samlad.actor.Actors;
import se.samlad.direction.ProposalForm;
import se.samlad.journal.Across;
import se.samlad.journal.Entry;
import se.samlad.journal.Facts;
import se.samlad.journal.View;
import se.samlad.live.Panel;
import se.samlad.resource.Need;
import se.samlad.resource.ResourceFact;
import se.samlad.resource.Resources;
import se.samlad.web.Dated;
import se.samlad.web.Offer;
import se.samlad.web.Raised;
import se.samlad.web.Say;
import se.samlad.web.Worded;
import se.samlad.web.Worded.Field;

/** What this room contributes: facts and views, who may read a season, a door, dates, panels, and words to compare. */
@Configuration(proxyBeanMethods = false)
class SeasonRoom {

    @Bean
    Facts seasonFacts() {
        return new Facts(SeasonFact.class);
    }

    @Bean
    View<Season.Held> seasonView() {
        return Season.Held.VIEW;
    }

    @Bean
    Across<AllSeasons> allSeasons() {
        return AllSeasons.ACROSS;
    }

    @Bean
    Offer seasonOffer() {
        return Offer.of(new Offer.Door(Offer.Menu.EVERYDAY, 6, "seasons", SeasonPages.PATH));
    }

    /** The host reads its season, then each actor that is invited, and whom the host lets read it. */
    @Bean
    Grant.Source seasonReaders() {
        return new Grant.Source(SeasonFact.class, SeasonRoom::grants);
    }

    static List<Grant> grants(Grants now, Entry entry) {
        var label = Seasons.label(entry.stream());
        return switch ((SeasonFact) entry.fact()) {
            case SeasonFact.Begun _ ->
                List.of(new Grant(label, "actor:" + entry.by().actor(), true));
            case SeasonFact.Invited i when i.actor() != null -> List.of(new Grant(label, "actor:" + i.actor(), true));
            case SeasonFact.Left l ->
                l.taken().stream().map(by -> new Grant(label, by, false)).toList();
            case SeasonFact.Shared s ->
                Stream.concat(
                                s.taken().stream().map(by -> new Grant(label, by, false)),
                                s.given().stream().map(by -> new Grant(label, by, true)))
                        .toList();
            default -> List.of();
        };
    }

    @Bean
    Dated seasonMeetings(Seasons seasons) {
        return (from, until, viewer, say) -> seasons.openTo(viewer)
                .filter(season -> season.as().meetingAt() != null)
                .map(SeasonRoom::date)
                .filter(date -> date.overlaps(from, until))
                .toList();
    }

    private static Dated.Date date(Season season) {
        var as = season.as();
        Instant at = Objects.requireNonNull(as.meetingAt());
        var page = SeasonPages.PATH + "/" + season.id();
        return new Dated.Date(
                Dated.Kind.MEETING,
                season.id(),
                as.title(),
                at,
                null,
                as.where(),
                season.by().actor(),
                page);
    }

    @Bean
    Raised seasonsRaised(Seasons seasons, Actors actors) {
        return Raised.of(SeasonFact.class, viewer -> seasons.seenBy(viewer).stream()
                .map(season -> new Raised.Thing(
                        season.id(),
                        season.as().title(),
                        SeasonPages.PATH + "/" + season.id(),
                        season.at(),
                        say -> say.text(
                                "season.as-raised",
                                actors.shortName(season.by().actor(), say.language()),
                                say.text("season.kind." + season.as().kind())))));
    }

    /** A season's local direction as a proposal begins from it, when what was prepared for happens (F5). */
    @Bean
    ProposalForm.Beginning localDirections(Seasons seasons) {
        return (id, viewer) -> seasons.find(id, viewer).flatMap(SeasonRoom::asProposal);
    }

    private static Optional<ProposalForm> asProposal(Season season) {
        return Optional.ofNullable(season.direction()).map(Season.Local::text).map(text -> {
            var measures =
                    text.tasks().stream().map(task -> measure(season, task)).toList();
            return ProposalForm.beginning(text.aim(), text.priorities(), text.limits(), measures);
        });
    }

    /** What one without an account does is the host's to see to, and names it. */
    private static ProposalForm.Measure measure(Season season, SeasonFact.Task task) {
        var who = Optional.ofNullable(task.participant()).flatMap(season::find).map(Participant::as);
        var actor = who.map(SeasonFact.Invited::actor).orElse(season.by().actor());
        var what = who.map(SeasonFact.Invited::organisation)
                        .map(name -> name + ": ")
                        .orElse("")
                + task.what();
        return new ProposalForm.Measure(actor, null, null, what, null);
    }

    /** What came in. */
    @Bean
    Panel seasonAnswers(Seasons seasons, Actors actors) {
        return Panel.of("season.answers", Panel.Scope.CLASS, entry -> entry.fact() instanceof SeasonFact, ask -> {
            var season = seasons.get(ask.subject(), ask.viewer());
            return new Panel.Content(
                    "season/matrix", Map.of("season", season, "matrix", Matrix.of(season, actors, ask.say())));
        });
    }

    /** What the participants cannot meet among themselves, and what became of it when it was asked of the members. */
    @Bean
    Panel seasonNeeds(Seasons seasons, Resources resources, Actors actors) {
        return Panel.beyond(
                "season.needs",
                Panel.Scope.FUNCTION,
                entry -> entry.fact() instanceof SeasonFact || entry.fact() instanceof ResourceFact,
                ask -> {
                    var season = seasons.get(ask.subject(), ask.viewer());
                    var needs = season.needs();
                    var up = new HashMap<UUID, Need>();
                    if (!needs.isEmpty())
                        resources
                                .everywhere(ask.viewer())
                                .filter(need -> need.raised().noted() != null)
                                .filter(need -> needs.containsKey(
                                        Objects.requireNonNull(need.raised().noted())))
                                .forEach(need -> up.putIfAbsent(
                                        Objects.requireNonNull(need.raised().noted()), need));
                    var hosts = ask.viewer()
                            .acting()
                            .filter(by -> Inviting.isHost(season, by))
                            .isPresent();
                    return new Panel.Content(
                            "season/needs", Map.of("season", season, "up", up, "hosts", hosts, "actors", actors));
                });
    }

    @Bean
    Worded seasonWords() {
        return (entry, say) -> switch (entry.fact()) {
            case SeasonFact.Begun b -> frame(b.as(), say);
            case SeasonFact.Changed c -> frame(c.as(), say);
            case SeasonFact.Answered a -> answers(a, say);
            case SeasonFact.Met m -> meeting(m, say);
            case SeasonFact.MetCorrected c -> meeting(c.said(), say);
            case SeasonFact.Worded w -> direction(w, say);
            default -> List.of();
        };
    }

    private static List<Field> frame(SeasonFact.Frame as, Say say) {
        return List.of(
                Field.of("title", say.text("season.title"), as.title()),
                Field.of("text", say.text("season.text"), as.text()),
                Field.of("answerBy", say.text("season.answer-by"), say.time(as.answerBy())),
                Field.of(
                        "meetingAt",
                        say.text("season.meeting-at"),
                        as.meetingAt() == null ? "" : say.time(as.meetingAt())),
                Field.of("where", say.text("season.place"), as.where()));
    }

    private static List<Field> answers(SeasonFact.Answered said, Say say) {
        var fields = new ArrayList<Field>();
        for (var asked : Matrix.FIVE)
            fields.add(Field.of(
                    Answering.field(asked),
                    say.text("season.asked." + asked),
                    said.values().getOrDefault(asked, "")));
        return fields;
    }

    private static List<Field> meeting(SeasonFact.Met said, Say say) {
        return List.of(
                Field.of("met", say.text("season.held"), say.time(said.met())),
                Field.of("text", say.text("season.what-came"), said.text()));
    }

    private static List<Field> direction(SeasonFact.Worded text, Say say) {
        return List.of(
                Field.of("aim", say.text("direction.aim"), text.aim()),
                Field.of("priorities", say.text("direction.priorities"), String.join("\n", text.priorities())),
                Field.of("limits", say.text("direction.limits"), String.join("\n", text.limits())),
                Field.of(
                        "tasks",
                        say.text("direction.measures"),
                        String.join(
                                "\n",
                                text.tasks().stream().map(SeasonFact.Task::what).toList())));
    }
}
