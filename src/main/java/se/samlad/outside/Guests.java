package se.samlad.outside;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseBody;
import se.samlad.access.NotThere;
import se.samlad.access.Things;
import se.samlad.access.Viewer.Acting;
import se.samlad.actor.Actors;
import se.samlad.forum.Forum;
import se.samlad.forum.Forums;
import se.samlad.incident.Incident;
import se.samlad.incident.Incidents;
import se.samlad.journal.Draft;
import se.samlad.journal.Journal;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.live.Shell;
import se.samlad.session.GuestLinks;
import se.samlad.session.NewLink;
import se.samlad.web.Done;
import se.samlad.web.Nothing;

/** The guests of a forum, for those who lead it: invited, renewed, revoked (A1, A8). */
@Controller
class Guests {

    /** Carries a new link from the answer that made it to the one page that shows it. */
    private static final String SHOWN_ONCE = "samlad-invitation";

    /** Names of actors in entries. */
    private static final String OF_NAMES = "sv";

    private static final NewLink NEW = new NewLink(SHOWN_ONCE, "/forums");

    record Invitation(
            @Nullable String organisation,
            @Nullable String function,
            @Nullable Integer hours) {}

    /**
     * A person of a member of which nobody is reached.
     *
     * @param actor the member's code
     * @param known how those who let it in know who it is
     */
    record Admission(
            @Nullable String actor,
            @Nullable String function,
            @Nullable Integer hours,
            @Nullable String known) {}

    record Renewal(@Nullable Integer hours) {}

    private final Journal journal;
    private final Incidents incidents;
    private final Forums forums;
    private final GuestLinks links;
    private final Actors actors;
    private final Things<Incident, Guest.All, Guest> guests;

    Guests(Journal journal, Incidents incidents, Forums forums, GuestLinks links, Actors actors) {
        this.journal = journal;
        this.incidents = incidents;
        this.forums = forums;
        this.links = links;
        this.actors = actors;
        this.guests = new Things<>(journal, incidents, OutsideFact.Invited.class, Guest.All.VIEW, Guest.All::find);
    }

    @GetMapping("/forums/{id}/guests")
    String page(
            @PathVariable UUID id,
            @CookieValue(name = SHOWN_ONCE, defaultValue = "") String made,
            Shell shell,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var incident = forums.incidentOf(id, shell.viewer());
        model.addAttribute("incident", incidents.get(incident, shell.viewer()));
        var forum = forums.in(incident, shell.viewer()).find(id).orElseThrow(NotThere::new);
        model.addAttribute("forum", forum);
        model.addAttribute(
                "leads",
                shell.viewer().acting().filter(by -> forums.leads(forum, by)).isPresent());
        model.addAttribute("actors", actors);
        model.addAttribute(
                "guests", journal.view(Guest.All.VIEW, incident, shell.viewer()).of(id));
        model.addAttribute("link", NEW.shown(made, id, request, response));
        return "outside/guests";
    }

    /** A program finds the link in the header {@code Link}; a person on the page, once. */
    @PostMapping("/api/forums/{id}/guests")
    @ResponseBody
    Done invite(
            @PathVariable UUID id,
            @RequestBody Invitation said,
            HttpServletRequest request,
            HttpServletResponse response,
            Acting by,
            Once once) {
        var recorded = letIn(
                id,
                by,
                once,
                (forum, all, now) ->
                        List.of(Inviting.invite(all, id, said.organisation(), said.function(), said.hours(), now)));
        return linked(recorded, id, request, response);
    }

    /**
     * Somebody of a member of which nobody is reached comes in as a guest, until the member says whether it is one of its
     * people (A6). Its link is given as that of any guest.
     */
    @PostMapping("/api/forums/{id}/admissions")
    @ResponseBody
    Done admit(
            @PathVariable UUID id,
            @RequestBody Admission said,
            HttpServletRequest request,
            HttpServletResponse response,
            Acting by,
            Once once) {
        var recorded = letIn(id, by, once, (forum, all, now) -> {
            var standsIn = Inviting.standIn(forum, by, said.actor(), said.known());
            var organisation = actors.shortName(standsIn.actor(), OF_NAMES);
            return List.of(Inviting.invite(all, id, organisation, said.function(), said.hours(), now), standsIn);
        });
        return linked(recorded, id, request, response);
    }

    private interface LettingIn {
        /** The facts of a new guest. */
        List<OutsideFact> facts(Forum forum, Guest.All guests, Instant now);
    }

    private Recorded letIn(UUID id, Acting by, Once once, LettingIn rule) {
        var incident = forums.incidentOf(id, by.viewer());
        return by.record(journal, once, facing -> {
            var forum = forums.forLeading(facing, incident, id, by);
            var all = facing.state(Guest.All.VIEW, incident, by.viewer());
            var guest = Draft.newId();
            var drafts = new ArrayList<Draft>();
            for (var fact : rule.facts(forum, all, facing.now())) {
                var entry = drafts.isEmpty() ? guest : Draft.newId();
                drafts.add(new Draft(entry, incident, guest, fact, forum.labels(), null, null));
            }
            return drafts;
        });
    }

    private Done linked(Recorded recorded, UUID id, HttpServletRequest request, HttpServletResponse response) {
        NEW.give(links, recorded.id(), id, GuestPages.OPEN + "?guest=" + recorded.id(), request, response);
        return new Done(recorded, "/forums/" + id + "/guests");
    }

    @PostMapping("/api/guests/{id}/renewal")
    @ResponseBody
    Recorded renew(@PathVariable UUID id, @RequestBody Renewal said, Acting by, Once once) {
        return act(id, by, once, (scene, forum) -> {
            forums.forLeading(scene.facing(), scene.stream(), forum.id(), by);
            return Inviting.renew(scene.thing(), said.hours(), scene.facing().now());
        });
    }

    /** Also in a forum that is closed. */
    @PostMapping("/api/guests/{id}/revocation")
    @ResponseBody
    Recorded revoke(@PathVariable UUID id, @RequestBody Nothing nothing, Acting by, Once once) {
        return act(id, by, once, (scene, forum) -> Inviting.revoke(scene.thing()));
    }

    /** The member says that the guest is one of its people. */
    @PostMapping("/api/guests/{id}/confirmation")
    @ResponseBody
    Recorded confirm(@PathVariable UUID id, @RequestBody Nothing nothing, Acting by, Once once) {
        return guests.act(id, by, once, scene -> Inviting.vouch(scene.thing(), by, true));
    }

    /** The member says that it is not, and the guest is out. */
    @PostMapping("/api/guests/{id}/denial")
    @ResponseBody
    Recorded deny(@PathVariable UUID id, @RequestBody Nothing nothing, Acting by, Once once) {
        return guests.act(id, by, once, scene -> Inviting.vouch(scene.thing(), by, false));
    }

    private Recorded act(
            UUID id,
            Acting by,
            Once once,
            BiFunction<Things.Scene<Incident, Guest.All, Guest>, Forum, OutsideFact> rule) {
        return guests.act(id, by, once, scene -> {
            var forum = forums.mustLead(
                    scene.facing(), scene.stream(), scene.thing().forum(), by);
            return rule.apply(scene, forum);
        });
    }
}
