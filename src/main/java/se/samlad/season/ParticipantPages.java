package se.samlad.season;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
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
import se.samlad.session.GuestForm;
import se.samlad.session.GuestLinks;
import se.samlad.web.Form;
import se.samlad.web.FormKey;
import se.samlad.web.LocalPage;
import se.samlad.web.Say;
import se.samlad.web.Typed;

/** What a participant without an account meets: the link, which one browser opens, its five answers, and those of the others. */
@Controller
class ParticipantPages {

    static final String HERE = "/guest/seasons";
    static final String OPEN = HERE + "/open";
    private static final String PAGE = HERE + "/{season}/{link}";
    private static final String ANSWER = "answer";
    private static final String STANCE = "stance";
    private static final int GONE = 410;
    private static final int NOT_THERE = 404;

    private final GuestLinks links;
    private final Seasons seasons;
    private final Actors actors;
    private final PreparedDirections prepared;

    ParticipantPages(GuestLinks links, Seasons seasons, Actors actors, PreparedDirections prepared) {
        this.links = links;
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
        var of = GuestForm.id(season);
        var named = GuestForm.id(link);
        return of.isEmpty() || named.isEmpty() ? new Visit(null, null) : visit(of.get(), named.get());
    }

    /** Asks to press: looking binds nothing, and a mail's preview opens no link. */
    @GetMapping(OPEN)
    String ask(
            @RequestParam(defaultValue = "") String season,
            @RequestParam(defaultValue = "") String link,
            @RequestParam(defaultValue = "") String key,
            HttpServletResponse response,
            Say say,
            Model model) {
        var visit = visit(season, link);
        var one = visit.one();
        if (one == null || !links.isLink(Objects.requireNonNull(one.link()), key))
            return none(response, "", say, model);
        if (!visit.isLetIn()) return ended(response, GONE, "season.guest.over", "", say, model);
        shown(visit, say, model);
        model.addAttribute("key", key);
        return "season/open";
    }

    @PostMapping(OPEN)
    String open(
            @RequestParam(defaultValue = "") String season,
            @RequestParam(defaultValue = "") String link,
            @RequestParam(defaultValue = "") String key,
            @CookieValue(name = GuestLinks.COOKIE, required = false) @Nullable String browser,
            HttpServletRequest request,
            HttpServletResponse response,
            Say say,
            Model model) {
        var visit = visit(season, link);
        var one = visit.one();
        if (one == null || !links.isLink(Objects.requireNonNull(one.link()), key))
            return none(response, "", say, model);
        if (!visit.isLetIn()) return ended(response, GONE, "season.guest.over", "", say, model);
        var own = links.browser(browser);
        if (links.open(Objects.requireNonNull(one.link()), key, own) != GuestLinks.Opening.HERE) {
            once("tried", visit, new SeasonFact.Tried(one.id()));
            return ended(response, GONE, "season.guest.elsewhere", "", say, model);
        }
        once("opened", visit, new SeasonFact.Opened(one.id()));
        links.give(own, request, response);
        return LocalPage.redirect(page(visit));
    }

    /** Recorded once for each link, whatever comes after: whoever tries on and on fills nothing. */
    private void once(String what, Visit visit, OfParticipant fact) {
        var one = Objects.requireNonNull(visit.one());
        var key = UUID.nameUUIDFromBytes((what + one.link()).getBytes(StandardCharsets.UTF_8));
        seasons.byLink(one, Objects.requireNonNull(visit.season()).id(), new Once(key, what), season -> fact);
    }

    private static String page(Visit visit) {
        return HERE + "/" + Objects.requireNonNull(visit.season()).id() + "/"
                + Objects.requireNonNull(visit.one()).link();
    }

    @GetMapping(PAGE)
    String page(
            @PathVariable UUID season,
            @PathVariable UUID link,
            @CookieValue(name = GuestLinks.COOKIE, required = false) @Nullable String browser,
            HttpServletResponse response,
            Say say,
            Model model) {
        if (!links.isHere(link, browser)) return none(response, "", say, model);
        return page(visit(season, link), Typed.NOTHING, response, say, model);
    }

    private String page(Visit visit, Typed typed, HttpServletResponse response, Say say, Model model) {
        var season = visit.season();
        var one = visit.one();
        if (season == null || one == null) return none(response, words(typed), say, model);
        if (!visit.isLetIn()) return ended(response, GONE, "season.guest.over", words(typed), say, model);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        shown(visit, say, model);
        var code = season.as().prepared();
        model.addAttribute("last", seasons.last(one));
        model.addAttribute("actors", actors);
        model.addAttribute("matrix", Matrix.of(season, actors, say));
        model.addAttribute(
                "region",
                code == null
                        ? null
                        : prepared.standing(Viewer.audience(Set.of("members"))).get(code));
        model.addAttribute(
                "form",
                new Form(ANSWER, page(visit), new FormKey(UUID.randomUUID().toString(), ""), typed));
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
    String answer(
            @PathVariable UUID season,
            @PathVariable UUID link,
            @CookieValue(name = GuestLinks.COOKIE, required = false) @Nullable String browser,
            HttpServletRequest request,
            HttpServletResponse response,
            Say say,
            Model model) {
        var said = new Answering.Five(
                request.getParameter("preparations"),
                request.getParameter("readiness"),
                request.getParameter("needs"),
                request.getParameter("contacts"),
                request.getParameter("information"));
        return say(
                ANSWER,
                visit(season, link),
                browser,
                request,
                response,
                say,
                model,
                (now, one) -> Answering.answer(now, one, said, seasons.last(one)));
    }

    @PostMapping(PAGE + "/stances")
    String stand(
            @PathVariable UUID season,
            @PathVariable UUID link,
            @CookieValue(name = GuestLinks.COOKIE, required = false) @Nullable String browser,
            HttpServletRequest request,
            HttpServletResponse response,
            Say say,
            Model model) {
        var stance = Arrays.stream(Stance.values())
                .filter(each -> each.name().equals(request.getParameter("stance")))
                .findFirst()
                .orElse(null);
        var wording = GuestForm.id(request.getParameter("wording")).orElse(null);
        return say(
                STANCE,
                visit(season, link),
                browser,
                request,
                response,
                say,
                model,
                (now, one) -> Answering.stand(now, one, wording, stance, request.getParameter("reason")));
    }

    private String say(
            String form,
            Visit visit,
            @Nullable String browser,
            HttpServletRequest request,
            HttpServletResponse response,
            Say say,
            Model model,
            BiFunction<Season, Participant, OfParticipant> rule) {
        var typed = GuestForm.typed(form, request);
        var one = visit.one();
        if (one == null || !links.isHere(Objects.requireNonNull(one.link()), browser))
            return none(response, words(typed), say, model);
        var link = Objects.requireNonNull(one.link());
        if (!visit.isLetIn()) return page(visit, typed, response, say, model);
        var of = Objects.requireNonNull(visit.season()).id();
        try {
            seasons.byLink(
                    one,
                    of,
                    GuestForm.once(request),
                    now -> rule.apply(now, now.linked(link).orElseThrow(() -> new Refused("season.guest.none"))));
            return LocalPage.redirect(page(visit));
        } catch (Refused no) {
            response.setStatus(no.status());
            return page(visit(of, link), GuestForm.refused(form, request, no, say), response, say, model);
        }
    }

    private void shown(Visit visit, Say say, Model model) {
        var season = Objects.requireNonNull(visit.season());
        model.addAttribute("say", say);
        model.addAttribute("season", season);
        model.addAttribute("one", Objects.requireNonNull(visit.one()));
        model.addAttribute("host", actors.shortName(season.by().actor(), say.language()));
    }

    private static String none(HttpServletResponse response, String written, Say say, Model model) {
        return ended(response, NOT_THERE, "season.guest.none", written, say, model);
    }

    /** @param written what was typed and could not be taken: it is shown, to be copied */
    private static String ended(
            HttpServletResponse response, int status, String why, String written, Say say, Model model) {
        response.setStatus(status);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute("say", say);
        model.addAttribute("why", say.text(why));
        model.addAttribute("written", written);
        return "question/outsider-ended";
    }
}
