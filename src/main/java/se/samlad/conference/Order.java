package se.samlad.conference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import se.samlad.conference.ConferenceFact.How;
import se.samlad.conference.ConferenceFact.Said;
import se.samlad.incident.IncidentFact.Concern;

/**
 * The order of speaking: those who have spoken, who speaks, those with something to say, directly affected first and
 * changes first, then those with nothing new together, and those who are not there (C1).
 */
public record Order(List<Place> places) {

    /** What is known of what an actor has to say. */
    public enum Has {
        CHANGED,
        WAITING,
        NOTHING_NEW,
        ABSENT
    }

    public record Place(String actor, Has has, Concern concern, boolean spoken, boolean speaking) {

        /** Whether the word is to go to it. */
        boolean isToSpeak() {
            return !spoken && !speaking && (has == Has.CHANGED || has == Has.WAITING);
        }

        private int group() {
            if (speaking) return 1;
            return switch (has) {
                case CHANGED, WAITING -> 2;
                case NOTHING_NEW -> 3;
                case ABSENT -> 4;
            };
        }
    }

    /**
     * @param concern how it is affected
     * @param byName the order of codes
     */
    static Order of(Conference conference, Function<String, Concern> concern, Comparator<String> byName) {
        var speaking = conference.round().speaking();
        var now = speaking == null || !conference.isOpen() ? "" : speaking.actor();
        var spoken = conference.round().spoken();
        var all = conference
                .actors()
                .map(actor -> new Place(
                        actor,
                        has(conference, actor),
                        concern.apply(actor),
                        spoken.contains(actor) && !actor.equals(now),
                        actor.equals(now)))
                .toList();
        var ordered = new ArrayList<Place>();
        for (var actor : spoken)
            all.stream().filter(p -> p.spoken() && p.actor().equals(actor)).forEach(ordered::add);
        all.stream()
                .filter(p -> !p.spoken())
                .sorted(Comparator.comparingInt(Place::group)
                        .thenComparing(Place::concern)
                        .thenComparing(Place::has)
                        .thenComparing(Place::actor, byName))
                .forEach(ordered::add);
        return new Order(List.copyOf(ordered));
    }

    /** What the actor has to say, as it said to the conference. */
    static Has has(Conference conference, String actor) {
        var seat = conference.seats().get(actor);
        if (seat != null && (seat.how() == How.ABSENT || seat.how() == How.LEFT)) return Has.ABSENT;
        return conference
                .report(actor)
                .map(line -> line.kind() == Said.NOTHING_NEW ? Has.NOTHING_NEW : Has.CHANGED)
                .orElse(Has.WAITING);
    }

    /** Who is to have the word next; empty: all with something to say have spoken. */
    public Optional<Place> next() {
        return places.stream().filter(Place::isToSpeak).findFirst();
    }

    /** Those who have said nothing and are not away, in the order of speaking. */
    public List<String> missing() {
        return places.stream()
                .filter(p -> p.has() == Has.WAITING)
                .map(Place::actor)
                .toList();
    }
}
