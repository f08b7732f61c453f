package se.samlad.access;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import se.samlad.journal.Across;
import se.samlad.journal.Journal;

/** Turns accounts into viewers. */
@Service
public class Viewers {

    private final Journal journal;
    private final Across<Grants> grants;

    Viewers(Journal journal, Across<Grants> grants) {
        this.journal = journal;
        this.grants = grants;
    }

    /**
     * The account as a viewer, acting in the chosen function, or in its first where none is chosen. Empty where it
     * holds no function, or not the chosen one.
     */
    public Optional<Viewer> find(String account, @Nullable String chosen) {
        return functionsOf(account).stream()
                .filter(f -> chosen == null || f.id().equals(chosen))
                .findFirst()
                .map(f -> Viewer.of(account, f, this::grants));
    }

    public Viewer anybody() {
        return Viewer.anybody(this::grants);
    }

    /** What everybody who sits in the forum sees, whoever that is. */
    public Viewer seatedIn(UUID forum) {
        return Viewer.seatedIn(forum, this::grants);
    }

    public List<Function> functionsOf(String account) {
        return journal.across(Functions.ACROSS).of(account);
    }

    public Functions functions() {
        return journal.across(Functions.ACROSS);
    }

    /** A value that stays equal as long as nobody's rights change. */
    public Object rights() {
        return new Rights(functions(), grants());
    }

    private record Rights(Functions functions, Grants grants) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Rights that && functions == that.functions && grants == that.grants;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(functions) ^ System.identityHashCode(grants);
        }
    }

    /** Whether the account may still act as the viewer's function. */
    public boolean stillHolds(Viewer viewer) {
        return viewer.function()
                .map(f -> functionsOf(viewer.account()).contains(f))
                .orElse(true);
    }

    private Grants grants() {
        return journal.across(grants);
    }
}
