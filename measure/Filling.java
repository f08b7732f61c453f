package measure;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Fills an incident with lifelike entries through the public API, many callers at once. */
final class Filling {

    private static final int CALLERS = 32;
    private static final String[] ACTORS = {"taby", "nacka", "norrtalje", "varmdo", "solna", "polisen", "trafikverket", "sos"};
    private static final String[] STATUS = {"GREEN", "YELLOW", "ORANGE", "RED"};

    private Filling() {}

    static void fill(Calls calls, String incident, int entries) throws Exception {
        var next = new AtomicInteger(1);
        try (var callers = Executors.newFixedThreadPool(CALLERS)) {
            List<Callable<Void>> all = new ArrayList<>();
            for (int c = 0; c < CALLERS; c++) {
                all.add(() -> {
                    for (int i = next.getAndIncrement(); i < entries; i = next.getAndIncrement()) one(calls, incident, i);
                    return null;
                });
            }
            for (var done : callers.invokeAll(all)) done.get();
        }
    }

    /** Nine log rows to a report, as in a staff room. */
    private static void one(Calls calls, String incident, int i) throws Exception {
        var account = ACTORS[i % ACTORS.length] + ".tib";
        if (i % 10 == 0)
            calls.post(account, "/api/incidents/" + incident + "/reports",
                    "{\"status\":\"" + STATUS[i / 10 % 4] + "\",\"happened\":\"Läget vid mätning " + i
                            + ". Hemtjänsten når inte alla, plogningen ligger efter.\",\"needs\":\"En plogbil till.\"}");
        else
            calls.post(account, "/api/incidents/" + incident + "/notes",
                    "{\"kind\":\"NOTE\",\"text\":\"Rad " + i + ": väg 76 är avstängd mellan Norrtälje och Edsbro.\"}");
    }
}
