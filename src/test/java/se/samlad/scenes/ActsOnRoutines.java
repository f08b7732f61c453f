package se.samlad.scenes;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import se.samlad.web.Say;

/** {@link Acts} on routines, templates and supports. */
final class ActsOnRoutines extends Acts {

    private static final String KEEPS = "ssr/kansli";
    private static final String OF_OWNER = "taby/tib taby/chef taby/sakchef";

    /** All faults are of one support, for each that fails stands on everybody's start page. */
    private static final Map<Running, UUID> FAILING = new ConcurrentHashMap<>();

    ActsOnRoutines(Running server) {
        super(server);
    }

    /** One that Täby keeps up to date. */
    static String text(String kind, String title) {
        return ("{'kind':'" + kind + "','title':'" + title + "','text':'Så gör man','owner':'taby','reviewBy':'"
                        + LocalDate.now(Say.STOCKHOLM).plusYears(1)
                        + "','fallback':'Penna','beyond':'Bud','skilled':'Alla i beredskap','path':'/incidents'}")
                .replace('\'', '"');
    }

    /** A support with one fault that goes on and one that is over, and a test, which Täby keeps up to date. */
    static UUID failing() {
        var acts = new ActsOnRoutines(Running.server());
        var of = acts.faulty();
        acts.sent("nacka/chef", "/routines/" + of + "/tests", "{'result':'PARTLY','text':'Brus'}");
        var fault = acts.fault(of);
        acts.sent("solna/tib", "/routines/" + of + "/faults", "{'text':'Ingen svarar'}");
        acts.sent("taby/tib", "/routines/" + of + "/repair", "{'fault':'" + fault + "','text':'En kabel'}");
        return of;
    }

    private UUID support() {
        return post(KEEPS, "/routines", text("SUPPORT", "Satellit"));
    }

    private UUID faulty() {
        return FAILING.computeIfAbsent(server, on -> support());
    }

    private UUID fault(UUID of) {
        return post("nacka/chef", "/routines/" + of + "/faults", "{'text':'Tyst'}");
    }

    private UUID withdrawn() {
        var of = support();
        sent("taby/tib", "/routines/" + of + "/withdrawal", "{'reason':'Uppsagd'}");
        return of;
    }

    /** The secretariat begins, it and the owner keep; members test and report, each in its own name (A4, R4). */
    @Override
    void all() {
        may("/routines", KEEPS, "", () -> act("/routines", text("SUPPORT", "Satellit")));
        may("/routines/*", KEEPS, OF_OWNER, () -> act("/routines/*", text("SUPPORT", "Satellit två"), support()));
        may(
                "/routines/*/review",
                KEEPS,
                OF_OWNER,
                () -> act(
                        "/routines/*/review",
                        "{'next':'" + LocalDate.now(Say.STOCKHOLM).plusYears(2) + "'}",
                        support()));
        may(
                "/routines/*/tests",
                "taby/tib",
                ActsOnWeek.MEMBERS,
                () -> act("/routines/*/tests", "{'result':'WORKED'}", support()));
        may(
                "/routines/*/faults",
                "taby/tib",
                ActsOnWeek.MEMBERS,
                () -> act("/routines/*/faults", "{'text':'Tyst'}", faulty()));
        may("/routines/*/repair", KEEPS, OF_OWNER + " nacka/chef", () -> {
            var of = faulty();
            return act("/routines/*/repair", "{'fault':'" + fault(of) + "'}", of);
        });
        may(
                "/routines/*/withdrawal",
                KEEPS,
                OF_OWNER,
                () -> act("/routines/*/withdrawal", "{'reason':'Uppsagd'}", support()));
        may(
                "/routines/*/resumption",
                KEEPS,
                OF_OWNER,
                () -> act("/routines/*/resumption", "{'reason':'Ny'}", withdrawn()));
    }
}
