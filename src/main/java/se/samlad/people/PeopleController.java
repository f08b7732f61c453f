package se.samlad.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import se.samlad.access.Function;
import se.samlad.access.Mandate;
import se.samlad.access.NotMandated;
import se.samlad.access.NotThere;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.access.Viewers;
import se.samlad.account.Qr;
import se.samlad.actor.Actors;
import se.samlad.credential.ApiTokens;
import se.samlad.credential.Persons;
import se.samlad.credential.SignIns;
import se.samlad.journal.Journal;
import se.samlad.journal.Once;
import se.samlad.live.Shell;
import se.samlad.web.LocalPage;
import se.samlad.web.Proved;

/** The pages on which an actor's administrators look after its people. */
@Controller
class PeopleController {

    private static final String TOKEN = "samlad.token";

    private final Journal journal;
    private final Actors actors;
    private final People people;
    private final Programs programs;
    private final ApiTokens tokens;
    private final Persons persons;
    private final SignIns signIns;
    private final Mailing mailing;
    private final Links links;
    private final Viewers viewers;

    PeopleController(Parts parts, People people, Programs programs, Mailing mailing, Links links) {
        this.journal = parts.journal();
        this.actors = parts.actors();
        this.tokens = parts.tokens();
        this.persons = parts.persons();
        this.signIns = parts.signIns();
        this.viewers = parts.viewers();
        this.people = people;
        this.programs = programs;
        this.mailing = mailing;
        this.links = links;
    }

    /** What the pages ask of other rooms. */
    @org.springframework.stereotype.Component
    record Parts(Journal journal, Actors actors, ApiTokens tokens, Persons persons, SignIns signIns, Viewers viewers) {}

    @GetMapping("/actors/{code}/people")
    String people(@PathVariable String code, Shell shell, HttpServletRequest request, Model model) {
        var actor = actors.get(code);
        model.addAttribute("actor", actor);
        if (!isAdministrator(shell.viewer(), code)) return first(code, shell.viewer(), model);
        var facts = facts(code, shell.viewer().account());
        var groups = people.functions().ofActor(code).stream()
                .map(f -> new PeoplePage.Group(f, facts.rows(f), facts.invited(f)))
                .toList();
        var language = shell.say().language();
        model.addAttribute(
                "page",
                new PeoplePage(
                        actor,
                        groups,
                        facts.minds(groups, "/actors/" + code + "/people", language),
                        devices(facts),
                        programs(code, language),
                        known(people.former(code)),
                        mailing.isSetUp()));
        model.addAttribute("token", take(request.getSession(false)));
        return "people/people";
    }

    private PeoplePage.Facts facts(String code, String own) {
        var accounts = people.accounts(code);
        var invitations = people.invitations().of(code);
        return new PeoplePage.Facts(
                people.functions(),
                accounts,
                persons.of(accounts),
                signIns.means(accounts),
                invitations,
                mailing.of(invitations.stream().map(Invitation::id).toList()),
                own,
                journal.now());
    }

    private List<PeoplePage.Device> devices(PeoplePage.Facts facts) {
        return signIns.of(facts.accounts()).stream()
                .map(s -> new PeoplePage.Device(
                        s, facts.name(s.account()), s.account().equals(facts.own())))
                .toList();
    }

    private List<PeoplePage.Known> known(List<String> accounts) {
        var named = persons.of(accounts);
        return accounts.stream()
                .map(a -> new PeoplePage.Known(
                        a, named.containsKey(a) ? named.get(a).name() : a))
                .toList();
    }

    private List<PeoplePage.Program> programs(String code, String language) {
        return programs.of(code).stream()
                .map(p -> new PeoplePage.Program(
                        p.account(),
                        p.purpose(),
                        people.functions()
                                .find(code, p.function())
                                .map(f -> f.title(language))
                                .orElse(p.function()),
                        p.scopes().stream().map(Enum::name).sorted().toList(),
                        p.until(),
                        tokens.of(p.account()).stream()
                                .findFirst()
                                .map(ApiTokens.Token::usedAt)
                                .orElse(null)))
                .toList();
    }

    /** For whoever admits actors: whether somebody administers this one, and the invitation of its first administrator. */
    private String first(String code, Viewer viewer, Model model) {
        if (!viewer.may(Mandate.ADMIT)) throw new NotMandated("people.only-own");
        var functions = people.functions();
        model.addAttribute("has", LettingIn.hasAdministrator(functions, code));
        model.addAttribute(
                "administrates",
                functions.ofActor(code).stream()
                        .filter(Function::onlyAdministers)
                        .findFirst()
                        .orElse(null));
        var waiting = people.invitations().of(code).stream()
                .filter(i -> viewer.isOf(i.by()))
                .toList();
        var facts = facts(code, viewer.account());
        model.addAttribute("invited", waiting.stream().map(facts::invited).toList());
        model.addAttribute("mails", mailing.isSetUp());
        return "people/first-administrator";
    }

    private static boolean isAdministrator(Viewer viewer, String code) {
        return viewer.isOf(code) && viewer.may(Mandate.ADMINISTER);
    }

    /** One person: its functions, devices, and what it may do and see. */
    @GetMapping("/actors/{code}/people/{account}")
    String person(@PathVariable String code, @PathVariable String account, Shell shell, Model model) {
        var actor = actors.get(code);
        if (!isAdministrator(shell.viewer(), code)) throw new NotMandated("people.only-own");
        if (!people.accounts(code).contains(account)) throw new NotThere();
        var facts = facts(code, shell.viewer().account());
        var functions = people.functions();
        model.addAttribute("actor", actor);
        model.addAttribute("account", account);
        model.addAttribute("name", facts.name(account));
        model.addAttribute("means", signIns.means(account));
        model.addAttribute("person", persons.find(account).orElse(null));
        model.addAttribute(
                "holds",
                functions.ofActor(code).stream()
                        .flatMap(f -> facts.rows(f).stream()
                                .filter(r -> r.account().equals(account))
                                .map(r -> new PersonPage.Held(f, r)))
                        .toList());
        model.addAttribute(
                "others",
                functions.ofActor(code).stream()
                        .filter(f -> !functions.of(account).contains(f)
                                && functions.term(account, f.id()).isEmpty())
                        .toList());
        model.addAttribute(
                "devices",
                devices(facts).stream()
                        .filter(d -> d.signIn().account().equals(account))
                        .toList());
        model.addAttribute("may", PersonPage.may(functions, account, actor, viewers));
        return "people/person";
    }

    /** The link of an invitation, to be handed over. */
    @GetMapping("/actors/{code}/people/invitations/{id}")
    String invitation(
            @PathVariable String code, @PathVariable UUID id, Shell shell, HttpServletRequest request, Model model) {
        var actor = actors.get(code);
        var viewer = shell.viewer();
        var invitation = people.invitations()
                .find(id)
                .filter(i -> i.actor().equals(code))
                .filter(i -> isAdministrator(viewer, code) || viewer.may(Mandate.ADMIT) && viewer.isOf(i.by()))
                .orElseThrow(NotThere::new);
        var url = mailing.url(request) + links.path(invitation);
        model.addAttribute("actor", actor);
        model.addAttribute("id", id);
        model.addAttribute("open", invitation.isOpen());
        model.addAttribute("validUntil", invitation.validUntil());
        model.addAttribute("link", url);
        model.addAttribute("qr", Qr.of(url));
        model.addAttribute("sent", mailing.find(id).orElse(null));
        model.addAttribute("whom", invitation.account() == null ? null : persons.nameOf(invitation.account()));
        model.addAttribute(
                "function", people.functions().find(code, invitation.function()).orElse(null));
        return "people/invitation-link";
    }

    /** A program by a form; its token waits in the session for the page that shows it once. */
    @PostMapping(path = "/actors/{code}/programs", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    String letIn(
            @PathVariable String code,
            @RequestBody Programs.Asked asked,
            Acting by,
            Once once,
            Proved proved,
            HttpServletRequest request) {
        proved.recently();
        request.getSession()
                .setAttribute(TOKEN, programs.letIn(code, asked, by, once).token());
        return LocalPage.redirect("/actors/" + code + "/people#programs");
    }

    private static @Nullable String take(@Nullable HttpSession session) {
        if (session == null || !(session.getAttribute(TOKEN) instanceof String token)) return null;
        session.removeAttribute(TOKEN);
        return token;
    }
}
