package se.samlad.season;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samlad.access.Viewer;
import se.samlad.actor.Actors;
import se.samlad.direction.DirectionFact.Stance;
import se.samlad.direction.PreparedDirections;
import se.samlad.journal.Once;
import se.samlad.journal.Refused;
import se.samlad.season.SeasonFact.Asked;
import se.samlad.season.SeasonFact.OfParticipant;
import se.samlad.session.GuestBrowser;
import se.samlad.session.GuestDoor;
import se.samlad.web.LocalPage;
import se.samlad.web.Typed;

/** What a participant without an account meets: the link, which one browser opens, its five answers, and those of the others. */
@Controller
class ParticipantPages {

    static final String HERE = "/guest/seasons";
    static final String OPEN = HERE + "/open";
    private static final String PAGE = HERE + "/{season}/{link}";
    private static final String ANSWER = "answer";
    private static final String STANCE = "stance";
    private static final String OVER = "over";
    private static final GuestDoor DOOR = new GuestDoor("season.guest.closed", "season.guest.", "season.guest.written");

    private final Seasons seasons;
    private final Actors actors;
    private final PreparedDirections prepared;

    ParticipantPages(Seasons seasons, Actors actors, PreparedDirections prepared) {
        this.seasons = seasons;
        this.actors = actors;
        this.prepared = prepared;
    }

    /** Whose link it is. @param one null: the season has no participant of whom this is the latest link */
    record Visit(@Nullable Season season, @Nullable Participant one) {
        boolean isLetIn() {
            return season != null && one != null && season.isOpen() && !one.left();
        }
    }

    private Visit visit(UUID of, UUID link) {
        var season = seasons.known(of);
        if (season == null) return new Visit(null, null);
        return new Visit(season, season.linked(link).orElse(null));
    }

    private Visit visit(String season, String link) {
        var of = GuestBrowser.id(season);
        var named = GuestBrowser.id(link);
        return of.isEmpty() || named.isEmpty() ? new Visit(null, null) : visit(of.get(), named.get());
    }

    /** Asks to press: looking binds nothing, and a mail's preview opens no link. */
    @GetMapping(OPEN)
    String ask(
            @RequestParam(defaultValue = "") String season,
            @RequestParam(defaultValue = "") String link,
            @RequestParam(defaultValue = "") String key,
            GuestBrowser browser) {
        var visit = visit(season, link);
        var one = visit.one();
        if (one == null || !browser.hasKey(Objects.requireNonNull(one.link()), key)) return DOOR.none(browser, "");
        if (!visit.isLetIn()) return DOOR.over(browser, OVER, "");
        show(visit, browser);
        browser.put("key", key);
        return "season/open";
    }

    @PostMapping(OPEN)
    String open(
            @RequestParam(defaultValue = "") String season,
            @RequestParam(defaultValue = "") String link,
            @RequestParam(defaultValue = "") String key,
            GuestBrowser browser) {
        var visit = visit(season, link);
        var one = visit.one();
        if (one == null || !browser.hasKey(Objects.requireNonNull(one.link()), key)) return DOOR.none(browser, "");
        if (!visit.isLetIn()) return DOOR.over(browser, OVER, "");
        return DOOR.open(
                browser,
                Objects.requireNonNull(one.link()),
                key,
                path(visit),
                () -> once("opened", visit, new SeasonFact.Opened(one.id())),
                () -> once("tried", visit, new SeasonFact.Tried(one.id())));
    }

    /** Recorded once for each link, whatever comes after: whoever tries on and on fills nothing. */
    private void once(String what, Visit visit, OfParticipant fact) {
        var one = Objects.requireNonNull(visit.one());
        var key = UUID.nameUUIDFromBytes((what + one.link()).getBytes(StandardCharsets.UTF_8));
        seasons.byLink(one, Objects.requireNonNull(visit.season()).id(), new Once(key, what), season -> fact);
    }

    private static String path(Visit visit) {
        return HERE + "/" + Objects.requireNonNull(visit.season()).id() + "/"
                + Objects.requireNonNull(visit.one()).link();
    }

    @GetMapping(PAGE)
    String page(@PathVariable UUID season, @PathVariable UUID link, GuestBrowser browser) {
        if (!browser.isBoundTo(link)) return DOOR.none(browser, "");
        return page(visit(season, link), Typed.NOTHING, browser);
    }

    private String page(Visit visit, Typed typed, GuestBrowser browser) {
        var season = visit.season();
        var one = visit.one();
        if (season == null || one == null) return DOOR.none(browser, words(typed));
        if (!visit.isLetIn()) return DOOR.over(browser, OVER, words(typed));
        show(visit, browser);
        var code = season.as().prepared();
        browser.put("last", seasons.last(one));
        browser.put("actors", actors);
        browser.put("matrix", Matrix.of(season, actors, browser.say()));
        browser.put(
                "region",
                code == null
                        ? null
                        : prepared.standing(Viewer.audience(Set.of("members"))).get(code));
        browser.putForm(ANSWER, path(visit), typed);
        return "season/guest";
    }

    /** What was typed, so that it can be copied where it is taken no more. */
    private static String words(Typed typed) {
        var words = new StringBuilder();
        Arrays.stream(Asked.values())
                .map(asked -> typed.value(ANSWER, Answering.field(asked)))
                .filter(text -> !text.isEmpty())
                .forEach(text -> words.append(text).append('\n'));
        return words.append(typed.value(STANCE, "reason")).toString().strip();
    }

    @PostMapping(PAGE + "/answers")
    String answer(@PathVariable UUID season, @PathVariable UUID link, GuestBrowser browser) {
        var said = new Answering.Five(
                browser.sent("preparations"),
                browser.sent("readiness"),
                browser.sent("needs"),
                browser.sent("contacts"),
                browser.sent("information"));
        return say(
                ANSWER,
                visit(season, link),
                browser,
                (now, one) -> Answering.answer(now, one, said, seasons.last(one)));
    }

    @PostMapping(PAGE + "/stances")
    String stand(@PathVariable UUID season, @PathVariable UUID link, GuestBrowser browser) {
        var stance = Arrays.stream(Stance.values())
                .filter(each -> each.name().equals(browser.sent("stance")))
                .findFirst()
                .orElse(null);
        var wording = GuestBrowser.id(browser.sent("wording")).orElse(null);
        return say(
                STANCE,
                visit(season, link),
                browser,
                (now, one) -> Answering.stand(now, one, wording, stance, browser.sent("reason")));
    }

    private String say(
            String form, Visit visit, GuestBrowser browser, BiFunction<Season, Participant, OfParticipant> rule) {
        var typed = browser.typed(form);
        var one = visit.one();
        if (one == null || !browser.isBoundTo(Objects.requireNonNull(one.link())))
            return DOOR.none(browser, words(typed));
        var link = Objects.requireNonNull(one.link());
        if (!visit.isLetIn()) return page(visit, typed, browser);
        var of = Objects.requireNonNull(visit.season()).id();
        try {
            seasons.byLink(
                    one,
                    of,
                    browser.once(),
                    now -> rule.apply(now, now.linked(link).orElseThrow(() -> new Refused("season.guest.none"))));
            return LocalPage.redirect(path(visit));
        } catch (Refused no) {
            return page(visit(of, link), browser.refused(form, no), browser);
        }
    }

    private void show(Visit visit, GuestBrowser browser) {
        var season = Objects.requireNonNull(visit.season());
        browser.put("season", season);
        browser.put("one", Objects.requireNonNull(visit.one()));
        browser.put("host", actors.shortName(season.by().actor(), browser.say().language()));
    }
}
