package se.samlad.people;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.springframework.stereotype.Service;
import se.samlad.access.AccessFact.FunctionEnds;
import se.samlad.access.AccessFact.FunctionGiven;
import se.samlad.access.AccessFact.FunctionTaken;
import se.samlad.access.Functions;
import se.samlad.access.NotThere;
import se.samlad.access.Viewer.Acting;
import se.samlad.actor.Actors;
import se.samlad.credential.ApiTokens;
import se.samlad.credential.ApiTokens.Scope;
import se.samlad.credential.Persons;
import se.samlad.credential.Seal;
import se.samlad.journal.Across;
import se.samlad.journal.Draft;
import se.samlad.journal.Journal;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.journal.Refused;
import se.samlad.journal.View;

/**
 * Programs that act for an actor. Each has an account of its own with one function, and a token with scopes and an end,
 * which is shown once and stored as a digest.
 */
@Service
class Programs {

    private static final int LONGEST_PURPOSE = 200;

    /** @param purpose what it is for, as its administrator wrote */
    record Program(String account, String actor, String function, String purpose, Set<Scope> scopes, Instant until) {}

    /** The programs that are let in now. */
    record All(PMap<String, Program> byAccount) {

        static final Across<All> ACROSS = new Across<>(View.of(
                "people.programs", new All(HashTreePMap.empty()), PeopleFact.class, (all, e, fact) -> switch (fact) {
                    case PeopleFact.ProgramLetIn p ->
                        new All(all.byAccount.plus(
                                p.account(),
                                new Program(p.account(), p.actor(), p.function(), p.purpose(), p.scopes(), p.until())));
                    case PeopleFact.ProgramEnded p -> new All(all.byAccount.minus(p.account()));
                    default -> all;
                }));
    }

    private final Journal journal;
    private final Actors actors;
    private final ApiTokens tokens;
    private final Seal seal;

    Programs(Journal journal, Actors actors, ApiTokens tokens, DataSource database) {
        this.journal = journal;
        this.actors = actors;
        this.tokens = tokens;
        this.seal = Seal.of(database, "program");
    }

    List<Program> of(String actor) {
        return journal.across(All.ACROSS).byAccount().values().stream()
                .filter(p -> p.actor().equals(actor))
                .sorted(java.util.Comparator.comparing(Program::purpose))
                .toList();
    }

    /** What is asked for a program. */
    record Asked(
            @Nullable String function,
            @Nullable String purpose,
            @Nullable Set<Scope> scopes,
            @Nullable OffsetDateTime until) {}

    /** @param token its secret, which is not stored */
    record LetIn(Recorded recorded, String account, String token) {}

    LetIn letIn(String actor, Asked asked, Acting by, Once once) {
        actors.get(actor);
        var account =
                Persons.PROGRAM + UUID.nameUUIDFromBytes((by.account() + once.key()).getBytes(StandardCharsets.UTF_8));
        var token = token(account);
        var recorded = by.record(journal, once, facing -> {
            facing.guard(Functions.stream(actor));
            LettingIn.mustAdminister(by, actor);
            var to = LettingIn.mayLetIn(journal.across(Functions.ACROSS), by, actor, asked.function());
            var purpose = purpose(asked.purpose());
            var scopes = asked.scopes();
            if (scopes == null || scopes.isEmpty()) throw new Refused("people.no-scope").at("scopes");
            if (asked.until() == null) throw new Refused("people.program-until").at("until");
            var until = asked.until().toInstant();
            LettingIn.mustBeAhead(null, until, facing.now());
            var letIn = new PeopleFact.ProgramLetIn(account, actor, to.name(), purpose, scopes, until);
            return List.of(
                    Draft.on(Functions.stream(actor), Functions.stream(actor), letIn, People.labels(actor, actor)),
                    People.own(actor, new FunctionGiven(account, actor, to.name())),
                    People.own(actor, new FunctionEnds(account, actor, to.name(), until)));
        });
        var made = journal.across(All.ACROSS).byAccount().get(account);
        if (made != null)
            tokens.create(recorded.id(), token, account, actor + "/" + made.function(), made.scopes(), made.until());
        return new LetIn(recorded, account, token);
    }

    private static String purpose(@Nullable String typed) {
        var text = se.samlad.incident.Plain.title(typed, "purpose");
        if (text.length() > LONGEST_PURPOSE) throw new Refused("text.too-long", "purpose").at("purpose");
        return text;
    }

    Recorded end(String actor, String account, Acting by, Once once) {
        var recorded = by.record(journal, once, facing -> {
            facing.guard(Functions.stream(actor));
            LettingIn.mustAdminister(by, actor);
            var program = journal.across(All.ACROSS).byAccount().get(account);
            if (program == null || !program.actor().equals(actor)) throw new NotThere();
            return List.of(
                    Draft.on(
                            Functions.stream(actor),
                            Functions.stream(actor),
                            new PeopleFact.ProgramEnded(account),
                            People.labels(actor, actor)),
                    People.own(actor, new FunctionTaken(account, actor, program.function())));
        });
        tokens.of(account).forEach(token -> tokens.end(token.id()));
        return recorded;
    }

    /** The same for the same program, so that a call that is sent twice is answered alike. */
    private String token(String account) {
        return "samlad_" + Base64.getUrlEncoder().withoutPadding().encodeToString(seal.code(account));
    }
}
