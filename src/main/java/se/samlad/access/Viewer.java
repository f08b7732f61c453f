package se.samlad.access;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import se.samlad.journal.By;
import se.samlad.journal.Journal;
import se.samlad.journal.Labels;
import se.samlad.journal.Once;
import se.samlad.journal.Reader;
import se.samlad.journal.Recorded;
import se.samlad.journal.Verb;

/** Who is looking: a function at an actor, or the public. Every read starts from a viewer. */
public final class Viewer implements Reader {

    private final @Nullable String account;
    private final @Nullable Function function;
    private final Set<String> base;
    private final Supplier<Grants> grants;

    private Viewer(@Nullable String account, @Nullable Function function, Set<String> base, Supplier<Grants> grants) {
        this.account = account;
        this.function = function;
        this.base = base;
        this.grants = grants;
    }

    /** Somebody who has not signed in. */
    public static Viewer anybody(Supplier<Grants> grants) {
        return new Viewer(null, null, Set.of(Labels.PUBLIC), grants);
    }

    /**
     * Somebody outside who is let in to one forum: sees what is marked for that forum, and nothing that follows from it. It
     * acts for no actor.
     */
    public static Viewer guest(String account, UUID forum) {
        return new Viewer(account, null, Set.of("forum:" + forum), () -> Grants.NONE);
    }

    /** All who hold these labels, whatever else each holds: sees what every one of them does, and acts for nobody. */
    public static Viewer audience(Set<String> labels) {
        return new Viewer(null, null, Set.copyOf(labels), () -> Grants.NONE);
    }

    /** Every seat in the forum gives these; they act for nobody. */
    static Viewer seatedIn(UUID forum, Supplier<Grants> grants) {
        return new Viewer(null, null, Set.of("forum:" + forum), grants);
    }

    public static Viewer of(String account, Function function, Supplier<Grants> grants) {
        var base = new HashSet<>(List.of(Labels.PUBLIC, "actor:" + function.actor(), "function:" + function.id()));
        if (function.may(Mandate.ADMINISTER)) base.add("admin:" + function.actor());
        return new Viewer(account, function, Set.copyOf(base), grants);
    }

    @Override
    public boolean holds(String label) {
        return base.contains(label) || grants.get().follows(label, base);
    }

    @Override
    public List<String> held() {
        return grants.get().all(base);
    }

    /** The held labels that give the label. */
    public List<String> through(String label) {
        return grants.get().holders(label).stream().filter(this::holds).toList();
    }

    /** The current grants. */
    public Grants grants() {
        return grants.get();
    }

    /** The same viewer under earlier grants, for looking back in time. */
    public Viewer under(Grants then) {
        return new Viewer(account, function, base, () -> then);
    }

    /** The acting function; empty for the public. */
    public Optional<Function> function() {
        return Optional.ofNullable(function);
    }

    public boolean isMember() {
        return holds("members");
    }

    public boolean isOf(String actor) {
        return function != null && function.actor().equals(actor);
    }

    public boolean may(Mandate mandate) {
        return function != null && function.may(mandate);
    }

    /**
     * Whether the function may convene regional forums: the county board's, and those that may act in its stead (I2,
     * I4).
     */
    public boolean mayConvene() {
        return may(Mandate.CONVENE) || may(Mandate.CONVENE_IN_STEAD);
    }

    /** The viewer as one who acts; empty for the public. */
    public Optional<Acting> acting() {
        return account == null || function == null
                ? Optional.empty()
                : Optional.of(new Acting(account, function, this));
    }

    /** The account, or empty text for the public. */
    public String account() {
        return account == null ? "" : account;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Viewer that && base.equals(that.base);
    }

    @Override
    public int hashCode() {
        return base.hashCode();
    }

    /** Who acts: always the signed-in account, in its own actor's name (A4). */
    public record Acting(String account, Function function, Viewer viewer) {

        public By by() {
            return new By(account, function.actor(), function.name());
        }

        public String actor() {
            return function.actor();
        }

        public boolean may(Mandate mandate) {
            return function.may(mandate);
        }

        /** See {@link Viewer#mayConvene}. */
        public boolean mayConvene() {
            return viewer.mayConvene();
        }

        /** @throws NotMandated incident.convene-mandate */
        public void mustConvene() {
            if (!mayConvene()) throw new NotMandated("incident.convene-mandate");
        }

        /** Records what the verb decides, in this actor's name; see {@link #whileHeld} and {@link Journal#record}. */
        public Recorded record(Journal journal, @Nullable Once once, Verb verb) {
            return journal.record(by(), once, whileHeld(journal, verb));
        }

        /**
         * Wraps the verb so that it is decided and recorded only while the account holds the function with these
         * mandates.
         *
         * @throws NotMandated acting.not-held, thrown when the verb decides
         */
        public Verb whileHeld(Journal journal, Verb verb) {
            return facing -> {
                facing.guard(Functions.stream(actor()));
                if (!journal.across(Functions.ACROSS).of(account).contains(function))
                    throw new NotMandated("acting.not-held", function.id());
                return verb.decide(facing);
            };
        }
    }
}
