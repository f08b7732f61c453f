package se.samlad.oidc;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.stereotype.Component;
import se.samlad.access.AccessFact.FunctionGiven;
import se.samlad.access.AccessFact.FunctionTaken;
import se.samlad.access.Functions;
import se.samlad.account.Arriving;
import se.samlad.credential.OwnSignIns;
import se.samlad.credential.OwnSignIns.Subject;
import se.samlad.credential.Persons;
import se.samlad.journal.By;
import se.samlad.journal.Draft;
import se.samlad.journal.Fact;
import se.samlad.journal.Journal;
import se.samlad.journal.Labels;
import se.samlad.journal.Once;
import se.samlad.journal.Refused;

/** Finds or makes the account of whoever an organisation's sign-in means, and what follows from what it says. */
@Component
class Members {

    private static final int LONGEST = 255;
    private static final int MOST = 100;

    private final Journal journal;
    private final OwnSignIns signIns;
    private final Arriving arriving;

    Members(Journal journal, OwnSignIns signIns, Arriving arriving) {
        this.journal = journal;
        this.signIns = signIns;
        this.arriving = arriving;
    }

    /**
     * The account of the person.
     *
     * @throws NotEntered where the sign-in does not say who it is
     */
    String arrive(OidcFact.SignInSet setting, OidcIdToken token) {
        var named = text(token, setting.accountClaim());
        if (named == null) throw new NotEntered("claim");
        var subject = new Subject(setting.actor(), setting.issuer(), named);
        var account = signIns.account(subject).orElseGet(() -> first(subject, token));
        if (setting.functionClaim() != null) follow(setting, account, list(token, setting.functionClaim()));
        return account;
    }

    private Functions functions() {
        return journal.across(Functions.ACROSS);
    }

    private String first(Subject subject, OidcIdToken token) {
        var address = address(token);
        var known = address == null ? Optional.<String>empty() : ofActor(subject.actor(), address);
        var account = signIns.link(subject, known.orElseGet(Persons::newAccount));
        arriving.accounts().create(account, null);
        if (known.isEmpty()) name(account, token, address);
        return account;
    }

    /**
     * Who has the address already, if that one acts for this actor and no other: an actor's own sign-in lets nobody in as
     * somebody who acts for another (A4).
     */
    private Optional<String> ofActor(String actor, String address) {
        return arriving.persons().ofAddress(address).filter(account -> {
            var held = functions().of(account);
            return !held.isEmpty() && held.stream().allMatch(f -> f.actor().equals(actor));
        });
    }

    /** A name that can't be shown, and an address that another account has, are left out. */
    private void name(String account, OidcIdToken token, @Nullable String address) {
        var persons = arriving.persons();
        try {
            var name = Persons.name(text(token, "name"));
            boolean taken = address != null && persons.ofAddress(address).isPresent();
            persons.save(account, name, taken ? null : address);
        } catch (Refused no) {
            return; // the account is shown by its own name until the person writes another
        }
    }

    private static @Nullable String address(OidcIdToken token) {
        if (Boolean.FALSE.equals(token.getEmailVerified())) return null;
        try {
            return Persons.address(text(token, "email"));
        } catch (Refused no) {
            return null;
        }
    }

    private static @Nullable String text(OidcIdToken token, String claim) {
        var value = token.getClaims().get(claim);
        var text = value instanceof String || value instanceof Number
                ? value.toString().strip()
                : "";
        return text.isEmpty() || text.length() > LONGEST || text.indexOf('\0') >= 0 ? null : text;
    }

    /** The claim's values; none where it is left out, as many sign-ins do for somebody who has none. */
    private static List<String> list(OidcIdToken token, String claim) {
        var value = token.getClaims().get(claim);
        var values = value instanceof Collection<?> many ? many.stream() : Stream.ofNullable(value);
        return values.limit(MOST).map(String::valueOf).toList();
    }

    private void follow(OidcFact.SignInSet setting, String account, List<String> claimed) {
        var stream = Functions.stream(setting.actor());
        var changes = changes(setting, account, claimed);
        if (changes.isEmpty()) return;
        var by = new By(account, setting.actor(), function(changes, setting.actor()));
        try {
            journal.record(by, new Once(UUID.randomUUID(), "own-sign-in"), facing -> {
                facing.guard(stream);
                return changes(setting, account, claimed).stream()
                        .map(fact -> Draft.on(stream, stream, fact, Labels.of("admin:" + setting.actor())))
                        .toList();
            });
        } catch (Refused no) {
            return; // the same person came in twice at once, and the other was first
        }
    }

    private List<Fact> changes(OidcFact.SignInSet setting, String account, List<String> claimed) {
        var followed = journal.across(Settings.ACROSS).followed(account, setting.actor());
        return Following.decide(functions(), setting, account, followed, claimed);
    }

    /** In whose name it is recorded: the first function that the person gets or loses. */
    private String function(List<Fact> changes, String actor) {
        return changes.stream()
                .map(fact -> switch (fact) {
                    case FunctionGiven given -> given.function();
                    case FunctionTaken taken -> taken.function();
                    default -> "";
                })
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElseGet(() -> functions().ofActor(actor).getFirst().name());
    }
}
