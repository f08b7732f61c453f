package measure;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import se.samlad.access.Level;
import se.samlad.forum.ForumFact;
import se.samlad.incident.IncidentFact;
import se.samlad.journal.By;
import se.samlad.journal.Draft;
import se.samlad.journal.Fact;
import se.samlad.journal.Contributed;
import se.samlad.journal.Facts;
import se.samlad.journal.Journal;
import se.samlad.journal.Labels;
import se.samlad.journal.Once;
import se.samlad.report.ReportFact;
import se.samlad.report.ReportFact.Logged;
import se.samlad.report.ReportFact.OwnPicture;
import se.samlad.report.ReportFact.Reported;
import se.samlad.report.Status;

/**
 * Generates a lifelike journal of any size: many incidents, one of them of a given size, recorded through the journal in large
 * batches. The same seed gives the same texts and the same order in each incident.
 */
final class Generated {

    /** The size of all incidents but the largest. */
    private static final int ENTRIES_EACH = 200;

    /** How many of the last incidents are open, besides the largest; the others are stood down. */
    private static final int OPEN = 4;

    private static final int TOGETHER = 50;
    private static final int CALLERS = 8;
    private static final String[] ACTORS = {"taby", "nacka", "norrtalje", "varmdo", "solna", "polisen", "trafikverket", "sos"};
    private static final String[] PLACES = {"Norrtälje", "Edsbro", "Rimbo", "Gustavsberg", "Hallstavik", "Djurö", "Tumba"};
    private static final String[] ROWS = {
        "Väg %d är avstängd mellan %s och %s. Två bussar har fastnat.",
        "Hemtjänsten i område %d, %s, når inte alla; %s hjälper till med bandvagn.",
        "Strömavbrott hos %d hushåll i %s. Nätbolaget räknar med att %s har ström före midnatt.",
        "Plog %d är på väg från %s till %s.",
        "Värmestuga %d öppnar i %s, samordnas med %s."
    };

    /** The first incident is the largest. */
    record Made(List<UUID> incidents, long entries, double seconds) {}

    private final Journal journal;
    private final UUID seed = UUID.nameUUIDFromBytes(new byte[] {1});

    private Generated(Journal journal) {
        this.journal = journal;
    }

    /** Fills a migrated database. @param largest how many of the entries belong to the largest incident */
    static Made fill(Appends.Own database, int entries, int largest) throws Exception {
        var facts = List.of(new Facts(IncidentFact.class), new Facts(ForumFact.class), new Facts(ReportFact.class));
        try (var pool = database.asApplication()) {
            try (var journal = new Journal(pool, pool, Clock.systemUTC(), new Contributed(facts, List.of(), List.of()))) {
                return new Generated(journal).all(entries, largest);
            }
        }
    }

    private Made all(int entries, int largest) throws Exception {
        var sizes = new ArrayList<Integer>();
        if (largest > 0) sizes.add(largest);
        for (int left = entries - largest; left > 0; left -= ENTRIES_EACH) sizes.add(Math.min(left, ENTRIES_EACH));
        var incidents = sizes.stream().map(size -> UUID.randomUUID()).toList();
        var next = new AtomicInteger();
        long began = System.nanoTime();
        try (var callers = Executors.newFixedThreadPool(CALLERS)) {
            List<Callable<Void>> all = new ArrayList<>();
            for (int c = 0; c < CALLERS; c++) {
                all.add(() -> {
                    for (int i = next.getAndIncrement(); i < sizes.size(); i = next.getAndIncrement())
                        incident(incidents.get(i), sizes.get(i), i == 0 || i >= sizes.size() - OPEN,
                                new Random(seed.getMostSignificantBits() + i));
                    return null;
                });
            }
            for (var done : callers.invokeAll(all)) done.get();
        }
        return new Made(incidents, entries, (System.nanoTime() - began) / 1e9);
    }

    /** An incident: a signal, a forum, then nine log rows to a report. Most are stood down. */
    private void incident(UUID id, int entries, boolean open, Random random) {
        var opened = Labels.of("incident:" + id, "actor:lst");
        var start = new ArrayList<Draft>();
        var signal = new IncidentFact.Signalled(row(random), null, "weather", null, List.of("members"), null);
        start.add(Draft.ofNewStream(id, signal, opened));
        if (entries > 1)
            start.add(Draft.on(id, id, new IncidentFact.Activated(Level.COORDINATING, null, true, null), opened));
        if (entries > 2)
            start.add(Draft.ofNewSubject(
                    id,
                    new ForumFact.Convened(
                            Level.COORDINATING, null, null, List.of(ACTORS), List.of(), List.of(), "lst/tib", null, null,
                            null, null, null),
                    opened));
        record(new By("lst.tib", "lst", "tib"), start);
        int said = open || entries <= start.size() ? entries : entries - 1;
        for (int written = start.size(); written < said; ) {
            var actor = ACTORS[random.nextInt(ACTORS.length)];
            var rows = new ArrayList<Draft>();
            for (int i = 0; i < TOGETHER && written < said; i++, written++)
                rows.add(said(id, actor, random, written % 10 == 0));
            record(new By(actor + ".tib", actor, "tib"), rows);
        }
        if (said < entries)
            record(new By("lst.tib", "lst", "tib"),
                    List.of(Draft.on(id, id, new IncidentFact.StoodDown("Läget är som vanligt.", List.of()), opened)));
    }

    private void record(By by, List<Draft> drafts) {
        journal.record(by, new Once(UUID.randomUUID(), "0".repeat(64)), facing -> drafts);
    }

    /** One row in thirty is for fewer readers. */
    private static Draft said(UUID incident, String actor, Random random, boolean report) {
        boolean narrow = random.nextInt(30) == 0;
        var labels = narrow
                ? Labels.of("actor:" + actor, "actor:lst")
                : Labels.of("actor:" + actor, "incident:" + incident);
        var text = row(random);
        Fact fact = report
                ? new Reported(
                        new OwnPicture(null, Status.values()[random.nextInt(Status.values().length)], text, row(random), null,
                                "12 timmar", "En plogbil till.", null, null, null, null),
                        null)
                : new Logged(ReportFact.Kind.NOTE, text, null, null, null, null);
        return Draft.ofNewSubject(incident, fact, labels)
                .marked(narrow ? "{\"audience\":[\"actor:lst\"],\"ground\":\"OSL 18:13\"}" : null);
    }

    private static String row(Random random) {
        return ROWS[random.nextInt(ROWS.length)]
                .formatted(random.nextInt(1, 400), PLACES[random.nextInt(PLACES.length)], PLACES[random.nextInt(PLACES.length)]);
    }

    /** Fills a data folder and keeps it: {@code measure/Generated.java DATA ENTRIES LARGEST}. */
    public static void main(String[] args) throws Exception {
        try (var database = new Appends.Own(Path.of(args[0]).toAbsolutePath())) {
            var made = fill(database, Integer.parseInt(args[1]), Integer.parseInt(args[2]));
            System.out.printf("%,d entries in %.1f s, the largest incident %s%n",
                    made.entries(), made.seconds(), made.incidents().getFirst());
        }
        System.exit(0);
    }
}
