package se.samlad.people;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import se.samlad.access.Function;
import se.samlad.access.Functions;
import se.samlad.access.NotThere;
import se.samlad.access.Viewer.Acting;
import se.samlad.account.Arriving;
import se.samlad.actor.Actors;
import se.samlad.credential.Accounts;
import se.samlad.credential.Persons;
import se.samlad.credential.SignIns;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.session.Entering;
import se.samlad.web.Done;
import se.samlad.web.Nothing;
import se.samlad.web.Proved;
import se.samlad.web.Say;

/** Letting people and programs in, for programs and forms. Changing rights is grave: a person proves who it is first. */
@Controller
class PeopleApi {

    /** @param address where the invitation is sent; null: its link is handed over */
    record Inviting(
            @Nullable String function,
            @Nullable String address,
            @Nullable OffsetDateTime from,
            @Nullable OffsetDateTime until) {}

    record Giving(
            @Nullable String account,
            @Nullable OffsetDateTime from,
            @Nullable OffsetDateTime until) {}

    record Term(@Nullable OffsetDateTime until) {}

    record Whom(@Nullable String account) {}

    record SigningOut(@Nullable String account, @Nullable UUID device) {}

    /** @param token the secret that the program sends; it is told only now */
    record Made(UUID id, String cursor, Instant recordedAt, String account, String token) {}

    /** A function and who holds it. @param until null: until further notice */
    record Holder(
            String account,
            String function,
            @Nullable Instant from,
            @Nullable Instant until) {}

    private final Actors actors;
    private final People people;
    private final Programs programs;
    private final Mailing mailing;
    private final Accounts accounts;
    private final SignIns signIns;
    private final Entering entering;

    PeopleApi(Arriving arriving, PeopleController.Parts parts, People people, Programs programs, Mailing mailing) {
        this.accounts = arriving.accounts();
        this.entering = arriving.entering();
        this.signIns = parts.signIns();
        this.actors = parts.actors();
        this.people = people;
        this.programs = programs;
        this.mailing = mailing;
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    /** Who holds the actor's functions, for its administrators. */
    @GetMapping("/api/actors/{code}/holders")
    @ResponseBody
    List<Holder> holders(@PathVariable String code, Acting by) {
        actors.get(code);
        LettingIn.mustAdminister(by, code);
        var functions = people.functions();
        return people.accounts(code).stream()
                .flatMap(account -> functions.ofActor(code).stream()
                        .map(Function::id)
                        .filter(id -> functions.of(account).stream().anyMatch(f -> f.id().equals(id))
                                || functions.term(account, id).isPresent())
                        .map(id -> {
                            var term = functions.term(account, id);
                            return new Holder(
                                    account,
                                    id,
                                    term.map(Functions.Term::from).orElse(null),
                                    term.map(Functions.Term::until).orElse(null));
                        }))
                .toList();
    }

    @PostMapping("/api/actors/{code}/invitations")
    @ResponseBody
    Done invite(@PathVariable String code, @RequestBody Inviting asked, Acting by, Once once, Proved proved, Say say) {
        proved.recently();
        var address = Persons.address(asked.address());
        var recorded = people.invite(code, asked.function(), instant(asked.from()), instant(asked.until()), by, once);
        if (address != null) mailing.send(recorded.id(), address, say.language());
        return new Done(recorded, "/actors/" + code + "/people/invitations/" + recorded.id());
    }

    @PostMapping("/api/invitations/{id}/renewal")
    @ResponseBody
    Recorded renew(@PathVariable UUID id, @RequestBody Nothing nothing, Acting by, Once once, Say say) {
        var recorded = people.renew(id, by, once);
        mailing.sendAgain(id, say.language());
        return recorded;
    }

    @PostMapping("/api/invitations/{id}/withdrawal")
    @ResponseBody
    Recorded withdraw(@PathVariable UUID id, @RequestBody Nothing nothing, Acting by, Once once) {
        var recorded = people.withdraw(id, by, once);
        mailing.forget(id);
        return recorded;
    }

    @PostMapping("/api/actors/{code}/ways-in")
    @ResponseBody
    Done newWayIn(@PathVariable String code, @RequestBody Whom whom, Acting by, Once once, Proved proved) {
        proved.recently();
        var recorded = people.newWayIn(code, whom.account(), by, once);
        return new Done(recorded, "/actors/" + code + "/people/invitations/" + recorded.id());
    }

    @PostMapping("/api/actors/{code}/functions/{function}/holders")
    @ResponseBody
    Recorded give(
            @PathVariable String code,
            @PathVariable String function,
            @RequestBody Giving giving,
            Acting by,
            Once once) {
        return people.give(code, function, giving.account(), instant(giving.from()), instant(giving.until()), by, once);
    }

    @PostMapping("/api/actors/{code}/functions/{function}/holders/{account}/term")
    @ResponseBody
    Recorded changeTerm(
            @PathVariable String code,
            @PathVariable String function,
            @PathVariable String account,
            @RequestBody Term term,
            Acting by,
            Once once) {
        return people.changeTerm(code, function, account, instant(term.until()), by, once);
    }

    @PostMapping("/api/actors/{code}/functions/{function}/holders/{account}/ending")
    @ResponseBody
    Recorded end(
            @PathVariable String code,
            @PathVariable String function,
            @PathVariable String account,
            @RequestBody Nothing nothing,
            Acting by,
            Once once) {
        return people.end(code, function, account, by, once);
    }

    @PostMapping("/api/actors/{code}/sign-outs")
    @ResponseBody
    Recorded signOut(@PathVariable String code, @RequestBody SigningOut out, Acting by, Once once) {
        var signIn = out.device() == null
                ? null
                : signIns.find(out.device())
                        .filter(s -> s.account().equals(out.account()))
                        .orElseThrow(NotThere::new);
        var recorded = people.signOut(code, out.account(), signIn == null ? null : signIn.device(), by, once);
        if (signIn == null) accounts.signOutEverywhere(String.valueOf(out.account()));
        else entering.end(signIn.session());
        return recorded;
    }

    @PostMapping("/api/actors/{code}/forgotten")
    @ResponseBody
    Recorded forget(@PathVariable String code, @RequestBody Whom whom, Acting by, Once once, Proved proved) {
        proved.recently();
        return people.forget(code, String.valueOf(whom.account()), by, once);
    }

    /** A program's token is told in this answer and never again. */
    @PostMapping(path = "/api/actors/{code}/programs", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    @ResponseStatus(HttpStatus.CREATED)
    Made letIn(@PathVariable String code, @RequestBody Programs.Asked asked, Acting by, Once once) {
        var made = programs.letIn(code, asked, by, once);
        var recorded = made.recorded();
        return new Made(recorded.id(), recorded.cursor(), recorded.recordedAt(), made.account(), made.token());
    }

    @PostMapping("/api/actors/{code}/programs/{account}/ending")
    @ResponseBody
    Recorded endProgram(
            @PathVariable String code,
            @PathVariable String account,
            @RequestBody Nothing nothing,
            Acting by,
            Once once) {
        return programs.end(code, account, by, once);
    }
}
