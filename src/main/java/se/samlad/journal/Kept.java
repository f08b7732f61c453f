package se.samlad.journal;

import java.util.List;
import javax.sql.DataSource;

/** States across all streams, read from a database without being a node of it: for commands that only look. */
public final class Kept {

    private final AcrossFold states;

    private Kept(AcrossFold states) {
        this.states = states;
    }

    /**
     * Reads what was recorded until now.
     *
     * @param facts all that the views listen to
     * @throws Unavailable where the database can't be read
     */
    public static Kept in(DataSource database, List<Facts> facts, List<Across<?>> views) {
        var codec = new Codec(facts);
        var rows = new Rows(database, codec);
        var states = AcrossFold.reading(views, rows, codec, rows.last());
        states.awaitRead();
        return new Kept(states);
    }

    public <S> S across(Across<S> view) {
        return states.state(view);
    }
}
