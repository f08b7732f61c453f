package se.samlad.scenes;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** {@link Acts} on meetings of the forums of ordinary mode. */
final class ActsOnMeetings extends Acts {

    private static final String LEADING = "lst/tib lst/chef ssr/rsib ssr/samordningschef";

    ActsOnMeetings(Running server) {
        super(server);
    }

    private static String call(String forum) {
        return "{'forum':'" + forum + "','at':'"
                + Instant.now().plus(40, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MINUTES) + "'}";
    }

    private UUID called() {
        return post("ssr/kansli", "/meetings", call("samordningsgruppen"));
    }

    private UUID open() {
        var id = called();
        for (var actor : new String[] {"taby", "nacka"})
            post("ssr/kansli", "/meetings/" + id + "/attendance", "{'actor':'" + actor + "','how':'PRESENT'}");
        return id;
    }

    private UUID decided(UUID id) {
        return post("ssr/kansli", "/meetings/" + id + "/decisions", "{'text':'Vi plogar','reason':'Snön'}");
    }

    private UUID undertaken(UUID id) {
        return post("ssr/kansli", "/meetings/" + id + "/undertakings", "{'actor':'taby','what':'Sand'}");
    }

    private UUID closed() {
        var id = open();
        decided(id);
        post("ssr/kansli", "/meetings/" + id + "/closing", "{'summary':'Vi plogar','adjusters':['taby']}");
        return id;
    }

    /** Who leads keeps the protocol; whatever is an actor's own is its own to say (A4). */
    @Override
    void all() throws Exception {
        with(new ActsOnStanding(server));
        var tabys = "taby/chef taby/sakchef";
        may("/meetings", "ssr/kansli", LEADING, () -> act("/meetings", call("samordningsgruppen")));
        may(
                "/meetings/*/points",
                "taby/tib",
                ActsOnWeek.MEMBERS,
                () -> act("/meetings/*/points", "{'title':'Sand'}", called()));
        may(
                "/meetings/*/attendance",
                "taby/tib",
                ActsOnWeek.MEMBERS,
                () -> act("/meetings/*/attendance", "{'how':'COMING'}", called()));
        lead("notes", "{'text':'Täby har sand'}");
        lead("decisions", "{'text':'Vi plogar','reason':'Snön'}");
        may("/meetings/*/dissent", "taby/tib", IN_IT, () -> {
            var id = open();
            return act("/meetings/*/dissent", "{'decision':'" + decided(id) + "','text':'Vi sandar'}", id);
        });
        may(
                "/meetings/*/undertakings",
                "taby/tib",
                ActsOnWeek.MEMBERS,
                () -> act("/meetings/*/undertakings", "{'what':'Sand','by':'2026-02-05'}", called()));
        may("/meetings/*/own-word", "taby/tib", tabys, () -> {
            var id = open();
            return act("/meetings/*/own-word", "{'undertaking':'" + undertaken(id) + "','stands':true}", id);
        });
        may("/meetings/*/carried-out", "taby/tib", tabys, () -> {
            var id = open();
            return act("/meetings/*/carried-out", "{'undertaking':'" + undertaken(id) + "'}", id);
        });
        may("/meetings/*/corrections", "ssr/kansli", "ssr/samordningschef ssr/rsib ssr/komm", () -> {
            var id = open();
            return act("/meetings/*/corrections", "{'line':'" + decided(id) + "','text':'Nu','reason':'Fel'}", id);
        });
        may(
                "/meetings/*/moving",
                "ssr/kansli",
                "ssr/samordningschef",
                () -> act("/meetings/*/moving", "{'minutes':30,'reason':'Snön'}", called()));
        may(
                "/meetings/*/calling-off",
                "ssr/kansli",
                "ssr/samordningschef",
                () -> act("/meetings/*/calling-off", "{'reason':'Snön'}", called()));
        may("/meetings/*/closing", "ssr/kansli", "ssr/samordningschef", () -> act("/meetings/*/closing", "{}", open()));
        may(
                "/meetings/*/approval",
                "ssr/kansli",
                "ssr/samordningschef " + tabys + " taby/tib",
                () -> act("/meetings/*/approval", "{}", closed()));
        may("/meetings/*/home", "taby/tib", tabys + " nacka/chef", () -> act("/meetings/*/home", "{}", closed()));
    }

    static final String IN_IT =
            "lst/tib lst/stab lst/chef polisen/tib polisen/chef taby/chef taby/sakchef" + " nacka/chef solna/tib";

    private void lead(String step, String json) {
        may(
                "/meetings/*/" + step,
                "ssr/kansli",
                "ssr/samordningschef",
                () -> act("/meetings/*/" + step, json, called()));
    }

    /** A meeting of the forum that was called for the time. */
    static UUID called(String account, String forum, Instant at) {
        return Running.as(account)
                .post("/api/meetings", "{\"forum\":\"" + forum + "\",\"at\":\"" + at + "\"}")
                .expect(201)
                .id();
    }

    /** For a page: a meeting that goes on, with some of everything. */
    static UUID some() {
        var id = called("kansli", "samordningsgruppen", Instant.now().plus(3, ChronoUnit.DAYS));
        var path = "/api/meetings/" + id;
        Running.as("taby.tib").post(path + "/points", "{\"title\":\"Isvägar\"}").expect(201);
        Running.as("kansli")
                .post(path + "/decisions", "{\"text\":\"Vi plogar\",\"reason\":\"Snön\"}")
                .expect(201);
        Running.as("kansli")
                .post(path + "/undertakings", "{\"actor\":\"taby\",\"what\":\"Sand\",\"by\":\"2026-02-05\"}")
                .expect(201);
        return id;
    }
}
