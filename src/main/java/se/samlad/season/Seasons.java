package se.samlad.season;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import se.samlad.access.Ground;
import se.samlad.access.NotThere;
import se.samlad.access.Things;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.actor.Actors;
import se.samlad.direction.PreparedDirections;
import se.samlad.incident.Incident;
import se.samlad.incident.Incidents;
import se.samlad.journal.Draft;
import se.samlad.journal.DrawnFrom;
import se.samlad.journal.Journal;
import se.samlad.journal.Labels;
import se.samlad.journal.Once;
import se.samlad.journal.Reader;
import se.samlad.journal.Recorded;
import se.samlad.journal.Refused;
import se.samlad.report.Status;
import se.samlad.season.SeasonFact.Asked;
import se.samlad.season.SeasonFact.Before;
import se.samlad.season.SeasonFact.With;

/** All seasons, for those who host them, take part and read. */
@Service
class Seasons {

    private final Journal journal;
    private final Actors actors;
    private final PreparedDirections prepared;
    private final Incidents incidents;
    private final Things<UUID, Season.Held, Season> seasons;

    Seasons(Journal journal, Actors actors, PreparedDirections prepared, Incidents incidents) {
        this.incidents = incidents;
        this.journal = journal;
        this.actors = actors;
        this.prepared = prepared;
        this.seasons =
                new Things<>(journal, Ground.none(), SeasonFact.Begun.class, Season.Held.VIEW, Season.Held::find);
    }

    /** The label of all who may read the season. */
    static String label(UUID season) {
        return "season:" + season;
    }

    /** Those that the viewer may read, the latest first. */
    List<Season> seenBy(Viewer viewer) {
        return journal.across(AllSeasons.ACROSS).seenBy(viewer);
    }

    /** Those of them that go on, in any order. */
    Stream<Season> openTo(Viewer viewer) {
        return journal.across(AllSeasons.ACROSS).openTo(viewer);
    }

    /** How the areas stand, as far as the viewer may see it. */
    Stream<AllSeasons.Standing> standing(Viewer viewer) {
        return journal.across(AllSeasons.ACROSS).standing(viewer);
    }

    /** @throws NotThere where there is none, or the viewer may not see it */
    Season get(UUID id, Viewer viewer) {
        return find(id, viewer).orElseThrow(NotThere::new);
    }

    Optional<Season> find(UUID id, Viewer viewer) {
        return journal.view(Season.Held.VIEW, id, viewer).find(id);
    }

    /** The host's own incidents that go on, in which its local direction may be used. */
    List<Incident> incidents(Season season, Viewer viewer) {
        return incidents.open(viewer).stream()
                .filter(incident -> season.isOf(incident.asked().actor()))
                .toList();
    }

    /** For who comes by a link, whose right to see it was tried. Null: there is none. */
    @Nullable
    Season known(UUID id) {
        return journal.view(Season.Held.VIEW, id, Reader.ALL).find(id).orElse(null);
    }

    /** What the participant itself said the last season, by question; empty: it took no part, or said nothing. */
    Map<Asked, String> last(Participant one) {
        var before = one.as().before();
        if (before == null) return Map.of();
        return journal.view(Season.Held.VIEW, before.season(), Reader.ALL)
                .find(before.season())
                .flatMap(season -> season.find(before.participant()))
                .flatMap(Participant::latest)
                .map(Participant.Answer::values)
                .orElse(Map.of());
    }

    private boolean exists(String actor, @Nullable String unit) {
        var found = actors.find(actor);
        return found.isPresent() && (unit == null || found.get().unit(unit).isPresent());
    }

    private boolean isPrepared(String code, Viewer viewer) {
        return prepared.standing(viewer).containsKey(code);
    }

    /**
     * @param earlier a season of the same host, whose participants are invited anew; null: it begins from nothing
     * @param to actors, and units as {@code actor/unit}
     */
    record Beginning(
            Inviting.Framing as,
            @Nullable UUID earlier,
            @Nullable List<@Nullable String> to) {}

    /** @throws NotThere where the earlier season is not to be seen; Refused season.not-follows, and as {@link Inviting} */
    Recorded begin(Beginning said, Acting by, Once once) {
        Inviting.mustInvite(by);
        return by.record(journal, once, facing -> {
            var as = Inviting.frame(said.as(), code -> isPrepared(code, by.viewer()), facing.now());
            var before = said.earlier() == null ? null : get(said.earlier(), by.viewer());
            if (before != null && !before.isOf(by.actor())) throw new Refused("season.not-follows").at("earlier");
            var id = Draft.newId();
            var labels = Labels.of(label(id), "actor:" + by.actor());
            var drafts = new ArrayList<Draft>();
            drafts.add(Draft.ofNewStream(id, new SeasonFact.Begun(as, said.earlier()), labels));
            for (var each : invited(said, before, by.actor())) drafts.add(Draft.on(id, id, each, labels));
            return drafts;
        });
    }

    private List<SeasonFact.Invited> invited(Beginning said, @Nullable Season before, String host) {
        var all = new ArrayList<SeasonFact.Invited>();
        var there = new ArrayList<Participant>();
        if (before != null)
            for (var one : before.there()) {
                var was = one.as();
                all.add(new SeasonFact.Invited(
                        was.actor(),
                        was.unit(),
                        was.organisation(),
                        was.function(),
                        was.group(),
                        new Before(before.id(), one.id())));
                there.add(one);
            }
        var codes = new LinkedHashSet<String>();
        for (var code : said.to() == null ? List.<@Nullable String>of() : said.to())
            if (code != null && !code.isBlank()) codes.add(code.strip());
        there.forEach(one -> codes.remove(one.code()));
        for (var code : codes)
            all.add(Inviting.invited(host, there, new Inviting.Guest(code, null, null, null), this::exists));
        if (all.size() > Inviting.MOST) throw new Refused("season.most", Inviting.MOST);
        return all;
    }

    Recorded change(UUID id, Inviting.Framing said, DrawnFrom from, Acting by, Once once) {
        return seasons.act(id, by, once, scene -> {
            from.mustBe(scene.thing().framed());
            return Inviting.change(
                    scene.thing(),
                    by,
                    said,
                    code -> isPrepared(code, by.viewer()),
                    scene.facing().now());
        });
    }

    /** Of two who invite the same at once, the second is told. */
    Recorded invite(UUID id, Inviting.Guest said, Acting by, Once once) {
        return act(id, scene -> Inviting.invite(scene.thing(), by, said, this::exists), by, once);
    }

    /** @throws NotThere where the season has no such participant */
    Recorded participant(
            UUID id, UUID participant, Function<Turn, ? extends SeasonFact.OfParticipant> rule, Acting by, Once once) {
        return seasons.decide(id, by, once, scene -> {
            scene.guard(); // who takes part, and whether it goes on
            scene.facing().guard(participant);
            var one = scene.thing().find(participant).orElseThrow(NotThere::new);
            var fact = rule.apply(new Turn(scene.thing(), one));
            return List.of(Draft.on(id, participant, fact, scene.thing().labels()));
        });
    }

    record Turn(Season season, Participant one) {}

    /**
     * Who reads the season depends on who takes part and on whom it is shared with, so both are decided on the season: of two
     * such acts at once the second sees the first.
     *
     * @throws NotThere where the season has no such participant
     */
    Recorded leave(UUID id, UUID participant, @Nullable String reason, Acting by, Once once) {
        return act(
                id,
                scene -> {
                    var one = scene.thing().find(participant).orElseThrow(NotThere::new);
                    return Inviting.leave(
                            scene.thing(), one, by, reason, actors.common().countyBoard());
                },
                by,
                once);
    }

    /** The acting one's own answers. Not guarded by the others': all may answer at once. */
    Recorded answer(UUID id, Answering.Five said, DrawnFrom from, Acting by, Once once) {
        var one = Answering.own(get(id, by.viewer()), by);
        return participant(
                id,
                one.id(),
                turn -> {
                    from.mustBe(turn.one().drawn());
                    return Answering.answer(turn.season(), turn.one(), said, last(turn.one()));
                },
                by,
                once);
    }

    Recorded stand(UUID id, Function<Season, SeasonFact.Stood> rule, Acting by, Once once) {
        var one = Answering.own(get(id, by.viewer()), by);
        return participant(id, one.id(), turn -> rule.apply(turn.season()), by, once);
    }

    Recorded share(UUID id, @Nullable With with, Acting by, Once once) {
        var county = actors.common().countyBoard();
        return act(id, scene -> Inviting.share(scene.thing(), by, with, county), by, once);
    }

    /** What concerns the whole season. */
    Recorded act(UUID id, Function<Things.Scene<UUID, Season.Held, Season>, SeasonFact> rule, Acting by, Once once) {
        return seasons.act(id, by, once, rule);
    }

    /** The local direction has versions of its own. Of two that write at once, the second is told. */
    Recorded word(UUID id, Answering.Wording said, DrawnFrom from, Acting by, Once once) {
        return act(
                id,
                scene -> {
                    from.mustBe(scene.thing().drawn());
                    return Answering.word(scene.thing(), by, said);
                },
                by,
                once);
    }

    /**
     * How the area stands, for those whom the host lets see it. What was shown before is taken back first, so that who can
     * see it no longer does not go on seeing the old.
     */
    Recorded state(UUID id, @Nullable Status status, @Nullable String text, @Nullable With with, Acting by, Once once) {
        return seasons.decide(id, by, once, scene -> {
            scene.guard();
            var season = scene.thing();
            var fact = Inviting.state(season, by, status, text, with);
            var drafts = new ArrayList<Draft>();
            var before = season.stated();
            if (before != null && before.with() != fact.with())
                drafts.add(Draft.on(id, id, new SeasonFact.Unstated(), seenBy(season, before.with())));
            drafts.add(Draft.on(id, id, fact, seenBy(season, fact.with())));
            return drafts;
        });
    }

    private Labels seenBy(Season season, With with) {
        return switch (with) {
            case PARTICIPANTS -> season.labels();
            case COUNTY ->
                season.labels().plus(List.of("actor:" + actors.common().countyBoard()));
            case MEMBERS -> season.labels().plus(List.of("members"));
        };
    }

    /** In the name of who came by a link. */
    void byLink(Participant one, UUID season, Once once, Function<Season, SeasonFact.OfParticipant> rule) {
        journal.record(one.author(), once, facing -> {
            facing.guard(season);
            facing.guard(one.id());
            var now = facing.state(Season.Held.VIEW, season, Reader.ALL)
                    .find(season)
                    .orElseThrow(NotThere::new);
            return List.of(Draft.on(season, one.id(), rule.apply(now), now.labels()));
        });
    }
}
