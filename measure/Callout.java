package measure;

import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.pcollections.HashTreePMap;
import se.samlad.access.Function;
import se.samlad.access.Functions;
import se.samlad.access.Level;
import se.samlad.access.Mandate;
import se.samlad.callout.Calling;
import se.samlad.callout.CalloutFact;
import se.samlad.callout.CalloutFact.Outcome;
import se.samlad.callout.CalloutFact.Rung;
import se.samlad.callout.Calls;
import se.samlad.callout.Ladder;
import se.samlad.forum.ForumFact;
import se.samlad.journal.By;
import se.samlad.journal.Entry;
import se.samlad.journal.Fact;
import se.samlad.journal.Labels;
import se.samlad.reach.Paths;
import se.samlad.reach.Way;

/**
 * How many of 37 actors have answered 5, 10, 15 and 20 minutes after the call: the real ladder, its fold and its rules on a
 * simulated clock, beside one notice by the first path. People and delays are drawn from a fixed seed; what is assumed of
 * them stands here.
 */
final class Callout {

    private static final int ACTORS = 37;
    private static final long SEED = 20_170_407;
    private static final int[] MARKS = {5, 10, 15, 20};
    private static final int SECONDS = 20 * 60;
    /** Of people: neither what is on the page nor what is written to them reaches them; a call may. */
    private static final double UNREACHABLE_FIRST = 0.15;

    private static final Set<Way> WRITTEN = Set.of(Way.PAGE, Way.MAIL, Way.SMS);
    /** Of those whom the call reaches by the way, how many answer it at all, and within how many seconds half of them do. */
    private static final Map<Way, double[]> ANSWERS = Map.of(
            Way.PAGE, new double[] {0.2, 90}, Way.MAIL, new double[] {0.25, 240}, Way.SMS, new double[] {0.7, 75},
            Way.VOICE, new double[] {0.7, 35}, Way.TELEPHONE, new double[] {0.75, 0});
    private static final double SPREAD = 0.8;
    private static final double LOST = 0.03;
    /** People who telephone, and how long one try takes them. */
    private static final int CALLERS = 2;
    /** On a bad night so many of them answer. */
    private static final double HARD = 0.5;

    private static final int TRY_FROM = 45, TRY_TO = 90;

    private static final UUID STREAM = new UUID(1, 1), FORUM = new UUID(2, 2);
    private static final Instant START = Instant.parse("2017-04-07T12:53:00Z");
    private static final Labels LABELS = Labels.of("members");

    private final Site site;

    Callout(Site site) {
        this.site = site;
    }

    void run(int runs) throws Exception {
        run(runs, 1, "");
        run(runs, HARD, ", a bad night");
    }

    /** @param rate of the usual shares that answer */
    private void run(int runs, double rate, String when) throws Exception {
        var ladder = new double[runs][];
        var notice = new double[runs][];
        for (int i = 0; i < runs; i++) {
            ladder[i] = new Run(new Random(SEED + i), true, rate).reached();
            notice[i] = new Run(new Random(SEED + i), false, rate).reached();
        }
        for (int mark : MARKS)
            site.table.row("reached within %d min, median of %,d%s (one notice beside)".formatted(mark, runs, when),
                    100 * at(ladder, mark * 60, 0.5), 100 * at(notice, mark * 60, 0.5), "%");
        site.table.figure("  the worst twentieth of the runs at 15 min, at most", 100 * at(ladder, 15 * 60, 0.05), "%");
        double enough = Arrays.stream(ladder).filter(run -> run[15 * 60] >= 0.95).count() / (double) runs;
        site.table.figure("  runs with 95 % within 15 min", 100 * enough, "%");
        if (rate == HARD) Files.writeString(site.root.resolve("docs/pictures/callout.svg"), drawn(ladder, notice));
    }

    /** The share that so many of the runs do not exceed. */
    private static double at(double[][] runs, int second, double quantile) {
        var sorted = Arrays.stream(runs).mapToDouble(run -> run[second]).sorted().toArray();
        return sorted[(int) (quantile * (sorted.length - 1))];
    }

    private record Event(long second, Fact fact, String actor) {}

    /** One run. @param whole the whole ladder; else the page and the first path alone */
    private static final class Run {
        private final Random random;
        private final Map<String, Set<Way>> unreachable = new HashMap<>();
        private final Map<UUID, String> actors = new HashMap<>();
        private final PriorityQueue<Event> events = new PriorityQueue<>(Comparator.comparingLong(Event::second));
        private final Deque<UUID> toRing = new ArrayDeque<>();
        private final long[] free = new long[CALLERS];
        private final Way down;
        private final boolean whole;
        private final double rate;
        private Calls calls = Calls.VIEW.start();
        private int position;

        Run(Random random, boolean whole, double rate) {
            this.random = random;
            this.whole = whole;
            this.rate = rate;
            down = List.of(Way.MAIL, Way.SMS, Way.VOICE).get(random.nextInt(3));
            var asked = new ArrayList<CalloutFact.Asked>();
            for (int i = 0; i < ACTORS; i++) asked.add(actor("a" + (char) ('a' + i / 26) + (char) ('a' + i % 26)));
            record(0, new CalloutFact.Called(FORUM, asked), "lst");
            asked.forEach(each -> reaches(0, each.call(), each.ladder().getFirst()));
        }

        /** Two to four people: one or two on duty, a deputy, and mostly a head. */
        private CalloutFact.Asked actor(String code) {
            var functions = new HashMap<String, Function>();
            var paths = HashTreePMap.<String, Paths.Known>empty();
            boolean head = random.nextInt(4) > 0;
            for (var name : head ? List.of("tib", "stab", "chef") : List.of("tib", "stab")) {
                var level = name.equals("chef") ? Level.DIRECTING : name.equals("tib") ? Level.COORDINATING : Level.EXECUTING;
                var function = new Function(code, name, name, name, level, Set.of(Mandate.REPORT), null,
                        name.equals("stab") ? "tib" : null);
                functions.put(function.id(), function);
                var ways = name.equals("tib") ? List.of(Way.MAIL, Way.SMS, Way.VOICE) : List.of(Way.SMS, Way.VOICE);
                paths = paths.plus(function.id(), new Paths.Known(
                        ways.stream().map(way -> new Paths.Path(way, "+46701740605", 0)).toList(), FORUM, START));
                unreachable.put(function.id(),
                        random.nextDouble() < UNREACHABLE_FIRST ? WRITTEN : Set.of());
            }
            var known = new Ladder.Known(new Functions(HashTreePMap.from(functions), HashTreePMap.empty(), HashTreePMap.empty()),
                    new Paths(paths), (function, way) -> false);
            var ladder = Ladder.of(known, Optional.of(functions.get(code + "/tib")));
            var call = new UUID(random.nextLong(), random.nextLong());
            actors.put(call, code);
            // one notice: by SMS, as it is done without a ladder
            var cut = List.of(ladder.getFirst(), new Rung(code + "/tib", Way.SMS, SECONDS));
            return new CalloutFact.Asked(call, code, code + "/tib", whole ? ladder : cut, false);
        }

        /** By second, which share had answered. */
        double[] reached() {
            var reached = new double[SECONDS + 1];
            for (long second = 0; second <= SECONDS; second++) {
                while (!events.isEmpty() && events.peek().second() <= second) {
                    var event = events.poll();
                    record(second, event.fact(), event.actor());
                }
                if (whole || second == 60) step(second);
                if (whole) ring(second);
                reached[(int) second] = calls.of(FORUM).stream().filter(c -> c.state().isAnswered()).count() / (double) ACTORS;
            }
            return reached;
        }

        private void step(long second) {
            for (var fact : Calling.due(calls, FORUM, START.plusSeconds(second))) {
                record(second, fact, "ssr");
                if (!(fact instanceof CalloutFact.StepsTaken taken)) continue;
                for (var step : taken.steps()) {
                    var rung = calls.find(step.call()).orElseThrow().rung(step.rung());
                    if (rung.way().isByHand()) toRing.add(step.call());
                    else if (rung.way() == down) events.add(carried(second + 1, step, Outcome.DOWN));
                    else if (random.nextDouble() < LOST) events.add(carried(second + 10, step, Outcome.FAILED));
                    else {
                        events.add(carried(second + 4 + random.nextInt(12), step, Outcome.DELIVERED));
                        reaches(second, step.call(), rung);
                    }
                }
            }
        }

        private static Event carried(long second, CalloutFact.Step step, Outcome outcome) {
            var given = new CalloutFact.Given(step.call(), step.rung(), outcome);
            return new Event(second, new CalloutFact.Carried(FORUM, List.of(given)), "ssr");
        }

        /** Whoever has the function may answer, after a while. */
        private void reaches(long second, UUID call, Rung rung) {
            var answers = ANSWERS.get(rung.way());
            boolean hears = !unreachable.getOrDefault(rung.function(), Set.of()).contains(rung.way());
            double delay = answers[1] * Math.exp(SPREAD * random.nextGaussian());
            if (random.nextDouble() < rate * answers[0] && hears)
                events.add(new Event(second + Math.round(delay), new ForumFact.Acknowledged(FORUM), actors.get(call)));
        }

        /** Those who telephone take one after another, and try again those who did not answer. */
        private void ring(long second) {
            for (int caller = 0; caller < CALLERS; caller++) {
                if (free[caller] > second || toRing.isEmpty()) continue;
                var call = toRing.poll();
                if (calls.find(call).orElseThrow().state().isAnswered()) continue;
                free[caller] = second + TRY_FROM + random.nextInt(TRY_TO - TRY_FROM);
                boolean answered = random.nextDouble() < rate * ANSWERS.get(Way.TELEPHONE)[0];
                events.add(new Event(free[caller],
                        new CalloutFact.Noted(FORUM, call, answered ? Outcome.IS_IN : Outcome.NO_ANSWER), "lst"));
                if (!answered) toRing.add(call);
            }
        }

        private void record(long second, Fact fact, String actor) {
            var at = START.plusSeconds(second);
            calls = Calls.VIEW.step().apply(calls, new Entry(++position, FORUM, STREAM, FORUM, new By(actor, actor, "tib"),
                    at, at, LABELS, null, "kind", fact, "{}"));
        }
    }

    /** Both as curves over 20 minutes, the ladder's with its middle nine tenths. */
    private static String drawn(double[][] ladder, double[][] notice) {
        var band = new StringBuilder();
        for (int s = 0; s <= SECONDS; s += 10) band.append(s == 0 ? "M" : " L").append(point(s, at(ladder, s, 0.95)));
        for (int s = SECONDS; s >= 0; s -= 10) band.append(" L").append(point(s, at(ladder, s, 0.05)));
        var marks = Arrays.stream(MARKS).mapToObj(m ->
                "<line x1=\"%1$d\" x2=\"%1$d\" y1=\"20\" y2=\"220\" stroke=\"#d3dbd8\"/><text x=\"%1$d\" y=\"238\" text-anchor=\"middle\">%2$d min</text>"
                        .formatted(40 + m * 28, m)).collect(Collectors.joining("\n"));
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 250" font-family="system-ui, sans-serif" font-size="12" fill="#10201f" role="img">
                <title>Share of 37 actors that have answered, minute by minute: by the ladder, and after one notice</title>
                <rect width="640" height="250" fill="#fafbf9"/>
                %s
                <line x1="40" x2="600" y1="30" y2="30" stroke="#4a5b59" stroke-dasharray="2 3"/><text x="36" y="34" text-anchor="end">95 %%</text>
                <line x1="40" x2="600" y1="220" y2="220" stroke="#4a5b59"/><text x="36" y="224" text-anchor="end">0</text>
                <path d="%s Z" fill="#dde8e8"/>
                <path d="%s" fill="none" stroke="#055f69" stroke-width="2"/>
                <path d="%s" fill="none" stroke="#10201f" stroke-dasharray="4 3"/>
                <text x="330" y="110">the ladder: median, and 9 of 10 runs</text><text x="330" y="152">one notice</text>
                </svg>
                """.formatted(marks, band, line(ladder), line(notice));
    }

    private static String line(double[][] runs) {
        var line = new StringBuilder();
        for (int s = 0; s <= SECONDS; s += 10) line.append(s == 0 ? "M" : " L").append(point(s, at(runs, s, 0.5)));
        return line.toString();
    }

    private static String point(int second, double share) {
        return "%.1f %.1f".formatted(40 + second * 560.0 / SECONDS, 220 - share * 200);
    }
}
