package se.samlad.callout.page;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import se.samlad.access.Functions;
import se.samlad.actor.Actors;
import se.samlad.callout.Call;
import se.samlad.callout.CalloutFact.Outcome;
import se.samlad.callout.CalloutFact.Rung;
import se.samlad.forum.Forum;
import se.samlad.incident.Incident;
import se.samlad.reach.Way;
import se.samlad.web.Say;

/**
 * The calls to one forum: how many have answered, against the clock from the first call, and who has not.
 *
 * @param calls the latest of each actor
 */
public record Screen(Incident incident, Forum forum, List<Call> calls, Names names) {

    /** The marks of the clock, in minutes (I3). */
    public static final List<Integer> MARKS = List.of(5, 10, 15, 20);

    private static final int LAST_MARK = 20;

    /** The names of actors and functions. */
    public record Names(Actors actors, Functions functions) {
        public String actor(String code, Say say) {
            return actors.shortName(code, say.language());
        }

        /** The title of a function; empty text where there is none. */
        public String title(String function, Say say) {
            return Optional.ofNullable(functions.byId().get(function))
                    .map(f -> f.title(say.language()))
                    .orElse("");
        }
    }

    /** Something that was tried. @param outcome its word; empty: not known yet */
    public record Tried(Instant at, Way way, String function, String outcome) {}

    public Instant began() {
        return calls.stream()
                .map(Call::at)
                .min(Comparator.naturalOrder())
                .orElse(forum.opening().at());
    }

    /** All but those called off. */
    public int total() {
        return (int)
                calls.stream().filter(c -> c.state() != Call.State.CALLED_OFF).count();
    }

    public int answered() {
        return (int) calls.stream().filter(c -> c.state().isAnswered()).count();
    }

    public boolean isOver() {
        return calls.stream().noneMatch(c -> c.isRunning() || c.state() == Call.State.NOT_REACHED);
    }

    /** The actors in the state, by name. */
    public List<Call> in(Call.State state) {
        return calls.stream()
                .filter(c -> c.state() == state)
                .sorted(Comparator.comparing(Call::actor, names.actors().codesByName()))
                .toList();
    }

    public String all(Call.State state, Say say) {
        return String.join(
                ", ", in(state).stream().map(c -> names.actor(c.actor(), say)).toList());
    }

    /** Those not reached yet: first whom a person must telephone, then those whose next step comes first. */
    public List<Call> waiting() {
        return calls.stream()
                .filter(c -> c.isRunning() || c.state() == Call.State.NOT_REACHED)
                .sorted(Comparator.comparing((Call c) -> !needsAPerson(c))
                        .thenComparing(c -> c.due().orElse(Instant.EPOCH))
                        .thenComparing(Call::actor, names.actors().codesByName()))
                .toList();
    }

    /** Whether somebody should telephone now. */
    public boolean needsAPerson(Call call) {
        return call.state() == Call.State.NOT_REACHED
                || call.isRunning()
                        && call.current()
                                .filter(t -> call.rung(t.rung()).way().isByHand())
                                .isPresent();
    }

    /** Whom to telephone first; empty: nobody now. */
    public Optional<Call> ring() {
        return waiting().stream().filter(this::needsAPerson).findFirst();
    }

    /** What was tried, in order. */
    public List<Tried> tried(Call call, Say say) {
        var all = new ArrayList<Tried>();
        for (var step : call.taken()) {
            var rung = call.rung(step.rung());
            var word = step.outcome() == null ? "" : say.text("callout.outcome." + step.outcome());
            all.add(new Tried(step.at(), rung.way(), rung.function(), word));
        }
        for (var note : call.notes())
            all.add(new Tried(
                    note.at(), Way.TELEPHONE, call.asked().function(), say.text("callout.outcome." + note.outcome())));
        all.sort(Comparator.comparing(Tried::at));
        return all;
    }

    /** A step in words: the way, and who is called by it where that is another than the called function. */
    public String step(Call call, Way way, String function, Say say) {
        var word = say.text("callout.way." + way);
        if (function.isEmpty() || function.equals(call.asked().function())) return word;
        return say.text("callout.way.to", word, names.title(function, say));
    }

    public String step(Call call, Rung rung, Say say) {
        return step(call, rung.way(), rung.function(), say);
    }

    /** How many had answered at each mark that has been passed, and at the next. @param on says the time here */
    public String marks(Say on, Say say) {
        long passed = Duration.between(began(), on.now()).toMinutes();
        return MARKS.stream()
                .filter(mark -> mark - MARKS.getFirst() <= passed)
                .map(mark -> say.text("callout.mark", within(mark), mark))
                .collect(Collectors.joining(", ", "", "."));
    }

    /** How many had answered so many minutes after the first call. */
    private int within(int minutes) {
        var until = began().plus(Duration.ofMinutes(minutes));
        return (int) answers().stream().filter(at -> !at.isAfter(until)).count();
    }

    private List<Instant> answers() {
        return calls.stream()
                .filter(c -> c.state().isAnswered())
                .flatMap(c -> Optional.ofNullable(c.end()).stream())
                .map(Call.End::since)
                .sorted()
                .toList();
    }

    /** Those answered, minute by minute: an SVG path, 20 minutes wide and as high as there are calls, from the top. */
    public String line() {
        int height = Math.max(1, total());
        var path = new StringBuilder("M0 " + height);
        int count = 0;
        for (var at : answers()) {
            double minute = Math.clamp(Duration.between(began(), at).toMillis() / 60_000.0, 0, LAST_MARK);
            count++;
            path.append(" H")
                    .append(Math.round(minute * 100) / 100.0)
                    .append(" V")
                    .append(height - count);
        }
        return path.toString();
    }

    /** The x of the latest answer, in minutes. */
    public double reach() {
        var answers = answers();
        if (answers.isEmpty()) return 0;
        return Math.clamp(Duration.between(began(), answers.getLast()).toMillis() / 60_000.0, 0, LAST_MARK);
    }

    /** In per cent of the width and of the height from the top, for marks that keep their shape. */
    public String left() {
        return Math.round(reach() * 1_000 / LAST_MARK) / 10.0 + "%";
    }

    public String top() {
        return Math.round((1 - answered() / (double) Math.max(1, total())) * 1_000) / 10.0 + "%";
    }

    /** How it went to telephone: what the one who did presses. */
    public static List<Outcome> outcomes() {
        return List.of(Outcome.IS_IN, Outcome.NO_ANSWER, Outcome.WRONG_NUMBER, Outcome.OTHER_MEANS);
    }
}
