package se.samlad.season;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samlad.actor.Actors;
import se.samlad.season.SeasonFact.Asked;
import se.samlad.season.SeasonFact.Group;
import se.samlad.web.Say;

/** The participants' answers to the five questions, as everybody who takes part reads them: holes too, and what has changed. */
public record Matrix(List<Matrix.Row> rows) {

    /** The five, in their order. */
    public static final List<Asked> FIVE = List.of(Asked.values());

    /** A participant in the reader's words. @param answer as it counts; null: it has not answered */
    public record Row(Participant one, String name, Participant.@Nullable Answer answer) {

        public String value(Asked asked) {
            return answer == null ? "" : answer.value(asked);
        }

        public boolean isChanged(Asked asked) {
            return answer != null && answer.isChanged(asked);
        }

        /** What was said the last season; empty: nothing, so it is new. */
        public String was(Asked asked) {
            return answer == null ? "" : answer.was().getOrDefault(asked, "");
        }
    }

    static Matrix of(Season season, Actors actors, Say say) {
        return new Matrix(season.there().stream()
                .map(one -> new Row(one, one.name(actors, say), one.latest().orElse(null)))
                .toList());
    }

    public List<Row> of(Group group) {
        return rows.stream().filter(row -> row.one().as().group() == group).toList();
    }

    /** The rows in which a question's answer has changed, for what the meeting goes through first. */
    public List<Row> changed() {
        return rows.stream()
                .filter(row -> FIVE.stream().anyMatch(row::isChanged))
                .toList();
    }

    /** The rows in which a question is not answered. */
    public List<Row> withHoles() {
        return rows.stream().filter(row -> !row.one().holes().isEmpty()).toList();
    }

    /** What the others need, for one who reads what concerns it. */
    public List<Row> needsOfOthers(Participant reader) {
        var all = new ArrayList<Row>();
        for (var row : rows)
            if (!row.one().id().equals(reader.id()) && !row.value(Asked.NEEDS).isEmpty()) all.add(row);
        return all;
    }
}
