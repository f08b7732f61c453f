package se.samlad.scenes;

import static java.time.temporal.ChronoUnit.HOURS;
import static java.time.temporal.ChronoUnit.MINUTES;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every address that is written to, with a thing of its own to write about, a body that is right, and who may. An address
 * is written without {@code /api}, an id as a star.
 */
class Acts {

    /** All that may do it by rule: each in its own name. */
    static final String ANY = "any";

    /** Besides the duty officer of the county board, who leads the forums here: its head, and who acts in its stead (I4). */
    static final String LEADING = "lst/chef ssr/rsib";
    /** Those who keep the log and the picture besides (C1). */
    static final String KEEPING = LEADING + " lst/stab ssr/kansli ssr/samordningschef";
    /** Each actor asks in its own name (F2). */
    private static final String SEATED = LEADING
            + " lst/stab lst/admin polisen/chef polisen/tib taby/chef taby/tib taby/sakchef taby/admin nacka/chef nacka/admin";

    private static final String ADMISSION = "{'actor':'taby','function':'drift','known':'Vi ringde växeln','hours':4}";

    /** @param path with {@code /api} */
    record Act(String path, String json) {}

    /**
     * @param right a function that may
     * @param also the others of {@link #CAST} that may
     * @param ready makes the thing, once for each time it is asked
     */
    record Row(String right, Set<String> also, Supplier<Act> ready) {
        boolean mayDo(String function) {
            return function.equals(right) || also.contains(function) || also.contains(ANY);
        }
    }

    /** Functions of all kinds, by the account that acts in each. */
    static final Map<String, String> CAST = Map.ofEntries(
            Map.entry("lst/tib", "lst.tib"),
            Map.entry("lst/stab", "lst.tib"),
            Map.entry("lst/chef", "lst.chef"),
            Map.entry("lst/admin", "lst.admin"),
            Map.entry("polisen/tib", "polisen.tib"),
            Map.entry("polisen/chef", "polisen.chef"),
            Map.entry("taby/tib", "taby.tib"),
            Map.entry("taby/chef", "taby.chef"),
            Map.entry("taby/sakchef", "taby.sakchef"),
            Map.entry("taby/admin", "taby.admin"),
            Map.entry("nacka/chef", "nacka.chef"),
            Map.entry("nacka/admin", "nacka.admin"),
            Map.entry("solna/tib", "solna.tib"),
            Map.entry("ssr/rsib", "rsib"),
            Map.entry("ssr/kansli", "kansli"),
            Map.entry("ssr/samordningschef", "kansli"),
            Map.entry("ssr/komm", "komm"),
            Map.entry("flygplats/drift", "utom.flygplats"));

    final Running server;
    private final Map<String, Row> all = new TreeMap<>();

    Acts(Running server) {
        this.server = server;
    }

    static Map<String, Row> all(Running server) throws Exception {
        var acts = new Acts(server);
        acts.incidents();
        acts.forums();
        acts.reports();
        for (Acts other : List.of(
                new ActsOnMessages(server),
                new ActsOnDirections(server),
                new ActsOnQuestions(server),
                new ActsOnConferences(server),
                new ActsOnCalls(server),
                new ActsOnPeople(server),
                new ActsOnDuty(server),
                new ActsOnResources(server),
                new ActsOnLocals(server),
                new ActsOnAlarms(server),
                new ActsOnRota(server),
                new ActsOnWeek(server),
                new ActsOnCases(server),
                new ActsOnPlans(server),
                new ActsOnPreparations(server),
                new ActsOnRoutines(server),
                new ActsOnCourses(server),
                new ActsOnAgreement(server),
                new ActsOnCapabilities(server),
                new ActsOnSeasons(server),
                new ActsOnPapers(server))) {
            acts.with(other);
        }
        return acts.all;
    }

    /** The rows of another part. */
    void all() throws Exception {}

    final void with(Acts other) throws Exception {
        other.all();
        all.putAll(other.all);
    }

    /** @param also separated by spaces */
    final void may(String address, String right, String also, Supplier<Act> ready) {
        var others = Stream.of(also.split(" ")).filter(each -> !each.isEmpty()).collect(Collectors.toSet());
        all.put(address, new Row(right, others, ready));
    }

    static Act act(String address, String json, Object... ids) {
        var path = "/api" + address;
        for (var id : ids) path = path.replaceFirst("\\*", id.toString());
        return new Act(path, json.replace('\'', '"'));
    }

    final UUID post(String function, String path, String json) {
        return sent(function, path, json).id();
    }

    final Running.Answer sent(String function, String path, String json) {
        var asking = server.by(CAST.get(function));
        return asking.send(asking.request("/api" + path, "application/json")
                        .header("Samlad-Function", function)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json.replace('\'', '"'))))
                .expect(201);
    }

    final UUID signal() {
        return post("lst/tib", "/incidents", "{'title':'Is i vems namn'}");
    }

    final UUID incident() {
        var incident = signal();
        forum(incident, "COORDINATING");
        return incident;
    }

    final UUID forum(UUID incident, String level) {
        return post(
                "lst/tib",
                "/incidents/" + incident + "/forums",
                "{'name':'Forum','level':'" + level + "','actors':['polisen','taby','nacka']}");
    }

    final UUID forum() {
        return forum(signal(), "COORDINATING");
    }

    /** A verb of an incident, with one body. */
    final void incident(String verb, String right, String also, Supplier<UUID> incident, String json) {
        may("/incidents/*/" + verb, right, also, () -> act("/incidents/*/" + verb, json, incident.get()));
    }

    private void incidents() {
        may("/incidents", "taby/tib", ANY, () -> act("/incidents", "{'title':'Is på bron'}"));
        incident(
                "clock",
                "lst/tib",
                "lst/chef lst/stab lst/admin",
                () -> post("lst/tib", "/incidents", "{'title':'Övning','exercise':true}"),
                "{'now':'" + Instant.now().plus(1, HOURS).truncatedTo(MINUTES) + "'}");
        incident("answer", "lst/tib", LEADING, this::signal, "{'reason':'Ordinarie ledning räcker'}");
        incident(
                "concerns",
                "lst/tib",
                KEEPING + " solna/tib",
                this::incident,
                "{'actor':'solna','concern':'DIRECT','reason':'Väg 76'}");
        may(
                "/incidents/*/joining",
                "lst/tib",
                LEADING,
                () -> act("/incidents/*/joining", "{'incident':'" + signal() + "','reason':'Samma is'}", signal()));
        incident(
                "title",
                "lst/tib",
                LEADING + " lst/stab lst/admin",
                this::incident,
                "{'title':'Is','reason':'Kortare'}");
        incident("stand-down", "lst/tib", LEADING, this::incident, "{'reason':'Över'}");
    }

    private void forum(String verb, String right, String also, String json) {
        may("/forums/*/" + verb, right, also, () -> act("/forums/*/" + verb, json, forum()));
    }

    private void forums() {
        incident(
                "forums",
                "lst/tib",
                LEADING,
                this::signal,
                "{'level':'COORDINATING','actors':['taby','polisen'],'reason':'Läget'}");
        incident("initiation", "taby/tib", ANY, this::signal, "{'level':'COORDINATING','reason':'Läget'}");
        incident("initiation/answer", "lst/tib", LEADING, this::asked, "{'level':'COORDINATING','reason':'Räcker'}");
        forum("initiation", "lst/tib", SEATED, "{'level':'DIRECTING','reason':'Läget'}");
        forum("composition", "lst/tib", LEADING, "{'callIn':['solna'],'reason':'Läget'}");
        forum("chair", "lst/tib", LEADING, "{'function':'polisen/tib','reason':'Läget'}");
        forum("acknowledgement", "taby/tib", "taby/sakchef polisen/tib", "{}");
        forum("gathering", "lst/tib", KEEPING, "{}");
        forum("next", "lst/tib", KEEPING, "{'reach':'Rakel 12'}");
        may(
                "/forums/*/raising",
                "lst/tib",
                LEADING,
                () -> act("/forums/*/raising", "{'reason':'Läget'}", forum(signal(), "EXECUTING")));
        forum("closing", "lst/tib", LEADING, "{'reason':'Klart'}");
        forum("guests", "lst/tib", LEADING, "{'organisation':'Swedavia','function':'drift','hours':4}");
        forum("admissions", "lst/tib", LEADING, ADMISSION);
        for (var verb : new String[] {"confirmation", "denial"})
            may(
                    "/guests/*/" + verb,
                    "taby/tib",
                    "taby/chef taby/admin",
                    () -> act("/guests/*/" + verb, "{}", admitted()));
        for (var verb : new String[] {"renewal", "revocation"})
            may(
                    "/guests/*/" + verb,
                    "lst/tib",
                    LEADING,
                    () -> act("/guests/*/" + verb, verb.equals("renewal") ? "{'hours':2}" : "{}", guest()));
    }

    private UUID asked() {
        var incident = signal();
        post("taby/tib", "/incidents/" + incident + "/initiation", "{'level':'COORDINATING','reason':'Läget'}");
        return incident;
    }

    private UUID admitted() {
        return post("lst/tib", "/forums/" + forum() + "/admissions", ADMISSION);
    }

    private UUID guest() {
        return post("lst/tib", "/forums/" + forum() + "/guests", "{'organisation':'Swedavia','function':'drift'}");
    }

    private void reports() {
        var report = "{'status':'GREEN','happened':'Plogat'}";
        incident("reports", "taby/tib", ANY, this::incident, report);
        incident("notes", "taby/tib", ANY, this::incident, "{'kind':'NOTE','text':'Plogat'}");
        incident("relays", "taby/tib", ANY, this::incident, "{'about':'solna','text':'Plogat','source':'Radio'}");
        incident("log", "taby/tib", ANY, this::incident, "{'kind':'NOTE','text':'Plogat'}");
        own("/reports/*/correction", "reports", report, "{'status':'RED','happened':'Drivor','reason':'Fel'}");
        own("/notes/*/correction", "notes", "{'kind':'NOTE','text':'Plogat'}", "{'text':'Sandat','reason':'Fel'}");
        own("/notes/*/met", "notes", "{'kind':'NEED','text':'Sand'}", "{}");
        may(
                "/entries/*/disposal",
                "taby/chef",
                "",
                () -> act(
                        "/entries/*/disposal",
                        "{'ground':'OSL 10','decision':'Beslut 1','sure':true}",
                        post("taby/tib", "/incidents/" + incident() + "/notes", "{'kind':'NOTE','text':'Plogat'}")));
    }

    /** About what Täby wrote. */
    private void own(String address, String kind, String first, String json) {
        may(
                address,
                "taby/tib",
                "taby/chef taby/sakchef taby/admin",
                () -> act(address, json, post("taby/tib", "/incidents/" + incident() + "/" + kind, first)));
    }
}
