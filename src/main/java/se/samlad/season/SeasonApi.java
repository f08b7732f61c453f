package se.samlad.season;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.samlad.access.Viewer.Acting;
import se.samlad.direction.DirectionFact.Stance;
import se.samlad.journal.DrawnFrom;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.report.Status;
import se.samlad.season.SeasonFact.Kind;
import se.samlad.season.SeasonFact.With;
import se.samlad.session.GuestLinks;
import se.samlad.session.NewLink;
import se.samlad.web.Done;
import se.samlad.web.Nothing;
import se.samlad.web.Times;

/** What is done to seasons, by programs and forms. Times are RFC 3339. */
@RestController
@RequestMapping("/api/seasons")
class SeasonApi {

    private static final String ONE = "/{id}";
    private static final String PARTICIPANT = ONE + "/participants/{participant}";

    /** @param kind of the frame alone when it begins @param earlier and @param to likewise; see {@link Seasons.Beginning} */
    record Framing(
            @Nullable String title,
            @Nullable Kind kind,
            @Nullable String text,
            @Nullable OffsetDateTime answerBy,
            @Nullable OffsetDateTime meetingAt,
            @Nullable String where,
            @Nullable String prepared,
            @Nullable UUID earlier,
            @Nullable List<@Nullable String> to) {

        private Inviting.Framing as() {
            return new Inviting.Framing(
                    title, kind, text, Times.instant(answerBy), Times.instant(meetingAt), where, prepared);
        }
    }

    record Why(@Nullable String reason) {}

    /** @param participant whose need it is; left out: everybody's */
    record Needing(@Nullable UUID participant, @Nullable String text) {}

    record Settling(@Nullable String how) {}

    /** @param there the ids of those who took part */
    record Meeting(
            @Nullable OffsetDateTime met,
            @Nullable String text,
            @Nullable List<@Nullable String> there) {}

    /** The note of a meeting, whole. @param met left out: as it was @param there as in {@link Meeting} */
    record Correcting(
            @Nullable OffsetDateTime met,
            @Nullable String text,
            @Nullable List<@Nullable String> there,
            @Nullable String reason) {}

    /** @param wording the entry with the text that is answered; left out: the latest */
    record Standing(
            @Nullable UUID wording,
            @Nullable Stance stance,
            @Nullable String reason) {}

    record Stating(
            @Nullable Status status,
            @Nullable String text,
            @Nullable With with) {}

    record Sharing(@Nullable With with) {}

    static final String SHOWN_ONCE = "samlad-season-link";
    static final NewLink NEW = new NewLink(SHOWN_ONCE, SeasonPages.PATH);

    private final Seasons seasons;
    private final GuestLinks links;

    SeasonApi(Seasons seasons, GuestLinks links) {
        this.seasons = seasons;
        this.links = links;
    }

    @PostMapping
    Done begin(@RequestBody Framing said, Acting by, Once once) {
        var recorded = seasons.begin(new Seasons.Beginning(said.as(), said.earlier(), said.to()), by, once);
        return new Done(recorded, page(recorded.id()));
    }

    private static String page(UUID id) {
        return SeasonPages.PATH + "/" + id;
    }

    /** The frame anew, whole; its kind stays. */
    @PostMapping(ONE + "/frame")
    Done change(@PathVariable UUID id, @RequestBody Framing said, DrawnFrom from, Acting by, Once once) {
        return new Done(seasons.change(id, said.as(), from, by, once), page(id));
    }

    @PostMapping(ONE + "/participants")
    Recorded invite(@PathVariable UUID id, @RequestBody Inviting.Guest said, Acting by, Once once) {
        return seasons.invite(id, said, by, once);
    }

    /** A new link for one without an account. A program finds it in the header {@code Link}; a person on the season's page, once. */
    @PostMapping(PARTICIPANT + "/link")
    Done link(
            @PathVariable UUID id,
            @PathVariable UUID participant,
            @RequestBody Nothing nothing,
            HttpServletRequest request,
            HttpServletResponse response,
            Acting by,
            Once once) {
        var recorded =
                seasons.participant(id, participant, turn -> Inviting.link(turn.season(), turn.one(), by), by, once);
        NEW.give(
                links,
                recorded.id(),
                id,
                ParticipantPages.OPEN + "?season=" + id + "&link=" + recorded.id(),
                request,
                response);
        return new Done(recorded, page(id));
    }

    @PostMapping(PARTICIPANT + "/ending")
    Recorded leave(@PathVariable UUID id, @PathVariable UUID participant, @RequestBody Why said, Acting by, Once once) {
        return seasons.leave(id, participant, said.reason(), by, once);
    }

    /** In the caller's own name (A4); again to change it, while the season goes on. */
    @PostMapping(ONE + "/answers")
    Done answer(@PathVariable UUID id, @RequestBody Answering.Five said, DrawnFrom from, Acting by, Once once) {
        return new Done(seasons.answer(id, said, from, by, once), page(id));
    }

    /** What one without an account said aloud. */
    @PostMapping(PARTICIPANT + "/answers")
    Done note(
            @PathVariable UUID id,
            @PathVariable UUID participant,
            @RequestBody Answering.Five said,
            DrawnFrom from,
            Acting by,
            Once once) {
        var recorded = seasons.participant(
                id,
                participant,
                turn -> {
                    from.mustBe(turn.one().drawn());
                    return Answering.note(turn.season(), turn.one(), by, said, seasons.last(turn.one()));
                },
                by,
                once);
        return new Done(recorded, page(id));
    }

    @PostMapping(ONE + "/reminder")
    Recorded remind(@PathVariable UUID id, @RequestBody Nothing nothing, Acting by, Once once) {
        return seasons.act(id, scene -> Inviting.remind(scene.thing(), by), by, once);
    }

    @PostMapping(ONE + "/needs")
    Recorded need(@PathVariable UUID id, @RequestBody Needing said, Acting by, Once once) {
        return seasons.act(id, scene -> Answering.need(scene.thing(), by, said.participant(), said.text()), by, once);
    }

    @PostMapping(ONE + "/needs/{need}/settling")
    Recorded settle(@PathVariable UUID id, @PathVariable UUID need, @RequestBody Settling said, Acting by, Once once) {
        return seasons.act(id, scene -> Answering.settle(scene.thing(), by, need, said.how()), by, once);
    }

    @PostMapping(ONE + "/meetings")
    Recorded meet(@PathVariable UUID id, @RequestBody Meeting said, Acting by, Once once) {
        return seasons.act(
                id,
                scene -> Answering.meet(
                        scene.thing(),
                        by,
                        Times.instant(said.met()),
                        said.text(),
                        said.there(),
                        scene.facing().now()),
                by,
                once);
    }

    /** The earlier note stays in the journal. */
    @PostMapping(ONE + "/meetings/{meeting}/correction")
    Recorded correct(
            @PathVariable UUID id,
            @PathVariable UUID meeting,
            @RequestBody Correcting said,
            DrawnFrom from,
            Acting by,
            Once once) {
        return seasons.act(
                id,
                scene -> {
                    var season = scene.thing();
                    var now = season.meeting(meeting);
                    from.mustBe(now == null ? null : now.now().entry());
                    return Answering.correct(
                            season, by, now, said, scene.facing().now());
                },
                by,
                once);
    }

    /** The local direction, whole. */
    @PostMapping(ONE + "/direction")
    Done word(@PathVariable UUID id, @RequestBody Answering.Wording said, DrawnFrom from, Acting by, Once once) {
        return new Done(seasons.word(id, said, from, by, once), page(id));
    }

    @PostMapping(ONE + "/stances")
    Recorded stand(@PathVariable UUID id, @RequestBody Standing said, Acting by, Once once) {
        return seasons.stand(
                id, season -> Answering.stand(season, by, said.wording(), said.stance(), said.reason()), by, once);
    }

    @PostMapping(ONE + "/state")
    Recorded state(@PathVariable UUID id, @RequestBody Stating said, Acting by, Once once) {
        return seasons.state(id, said.status(), said.text(), said.with(), by, once);
    }

    /** Who may read the season besides those who take part. */
    @PostMapping(ONE + "/sharing")
    Recorded share(@PathVariable UUID id, @RequestBody Sharing said, Acting by, Once once) {
        return seasons.share(id, said.with(), by, once);
    }

    @PostMapping(ONE + "/closing")
    Recorded close(@PathVariable UUID id, @RequestBody Why said, Acting by, Once once) {
        return seasons.act(id, scene -> Inviting.close(scene.thing(), by, said.reason()), by, once);
    }

    /** Of a season that was closed. Who comes by a link gets a new one. */
    @PostMapping(ONE + "/reopening")
    Recorded reopen(@PathVariable UUID id, @RequestBody Why said, Acting by, Once once) {
        return seasons.act(id, scene -> Inviting.reopen(scene.thing(), by, said.reason()), by, once);
    }
}
