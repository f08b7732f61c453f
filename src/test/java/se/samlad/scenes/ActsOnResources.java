package se.samlad.scenes;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;

/** {@link Acts} on shared resources: the police ask, Täby lends. */
final class ActsOnResources extends Acts {

    private static final String NEED =
            "{'what':'bandvagnar','quantity':2,'where':'Hallstavik','ifNot':'Elva blir utan vård','until':'"
                    + Instant.now().plus(Duration.ofDays(3)) + "'}";
    private static final String LONGER =
            "{'actor':'taby','until':'" + Instant.now().plus(Duration.ofDays(5)) + "','reason':'Snön ligger kvar'}";
    private static final String OFFER = "{'what':'elverk','quantity':2,'kind':'POWER'}";
    private static final String OTHERS = Arrays.stream(ActsOnWeek.MEMBERS.split(" "))
            .filter(each -> !each.startsWith("polisen"))
            .collect(Collectors.joining(" "));
    private static final String OF_TABY = "taby/chef taby/sakchef";

    ActsOnResources(Running server) {
        super(server);
    }

    @Override
    void all() {
        may(
                "/incidents/*/resource-needs",
                "polisen/tib",
                ActsOnWeek.MEMBERS,
                () -> act("/incidents/*/resource-needs", NEED, signal()));
        on("answers", "taby/tib", OTHERS, "{'answer':'LOOKING'}", this::need);
        on("ranking", "lst/tib", LEADING, "{'rank':1,'reason':'Liv och hälsa'}", this::directed);
        on("promises", "taby/tib", OTHERS, "{'quantity':1}", this::need);
        on("acceptance", "polisen/tib", "polisen/chef", "{'actor':'taby'}", this::promised);
        on("departures", "taby/tib", OF_TABY, "{'quantity':1}", this::accepted);
        on("arrivals", "polisen/tib", "polisen/chef taby/tib " + OF_TABY, "{'quantity':1}", this::accepted);
        on("returns", "polisen/tib", "polisen/chef taby/tib " + OF_TABY, "{'quantity':1}", this::arrived);
        on("recall", "taby/tib", OF_TABY, "{'reason':'Vi behöver dem själva'}", this::arrived);
        on("breach", "taby/tib", OF_TABY, "{'quantity':1,'reason':'Motorn gick sönder'}", this::promised);
        on("ending", "polisen/tib", "polisen/chef", "{'reason':'Vägen är öppen'}", this::need);
        terms();
        unasked();
        catalogue();
        may("/resource-needs", "polisen/tib", ActsOnWeek.MEMBERS, () -> act("/resource-needs", NEED));
    }

    private void terms() {
        on("extensions", "polisen/tib", "polisen/chef", LONGER, this::arrived);
        on("extension-answers", "taby/tib", OF_TABY, "{'answer':'NO','reason':'Vi behöver dem'}", this::longer);
        on("replacements", "taby/tib", OF_TABY, "{'quantity':1,'what':'terrängbil','reason':'Motorn'}", this::promised);
        on("costs", "taby/tib", OF_TABY, "{'sek':900,'note':'Bränsle'}", this::arrived);
        may("/resource-needs/*/cost-answers", "polisen/tib", "polisen/chef", () -> {
            var need = arrived();
            var cost = post("taby/tib", "/resource-needs/" + need + "/costs", "{'sek':900,'note':'Bränsle'}");
            return act("/resource-needs/*/cost-answers", "{'actor':'taby','cost':'" + cost + "','agrees':true}", need);
        });
    }

    private void unasked() {
        may(
                "/incidents/*/resource-offers",
                "taby/tib",
                ActsOnWeek.MEMBERS,
                () -> act("/incidents/*/resource-offers", OFFER, signal()));
        may(
                "/resource-offers/*/withdrawal",
                "taby/tib",
                OF_TABY,
                () -> act("/resource-offers/*/withdrawal", "{}", offer(signal())));
        may("/resource-needs/*/offers", "polisen/tib", "polisen/chef", () -> {
            var incident = signal();
            return act("/resource-needs/*/offers", "{'offer':'" + offer(incident) + "'}", needIn(incident));
        });
    }

    private void catalogue() {
        var line = "{'kind':'POWER','what':'elverk','quantity':2}";
        may("/catalogue", "taby/tib", ActsOnWeek.MEMBERS + " flygplats/drift", () -> act("/catalogue", line()));
        may(
                "/catalogue/file",
                "taby/tib",
                ActsOnWeek.MEMBERS + " flygplats/drift",
                () -> act("/catalogue/file", "{'text':'slag;vad;antal\\nFordon;" + UUID.randomUUID() + ";1'}"));
        may("/catalogue/*/change", "taby/tib", OF_TABY, () -> act("/catalogue/*/change", line, item()));
        may("/catalogue/*/removal", "taby/tib", OF_TABY, () -> act("/catalogue/*/removal", "{}", item()));
    }

    private static String line() {
        return "{'kind':'POWER','what':'elverk " + UUID.randomUUID() + "','quantity':2}";
    }

    private UUID item() {
        return post("taby/tib", "/catalogue", line());
    }

    /** Something that Täby can usually share. */
    static UUID listed() {
        return new ActsOnResources(Running.server()).item();
    }

    private UUID offer(UUID incident) {
        return post("taby/tib", "/incidents/" + incident + "/resource-offers", OFFER);
    }

    private UUID longer() {
        return then(arrived(), "polisen/tib", "extensions", LONGER);
    }

    private void on(String step, String right, String also, String json, java.util.function.Supplier<UUID> need) {
        var address = "/resource-needs/*/" + step;
        may(address, right, also, () -> act(address, json, need.get()));
    }

    private UUID need() {
        return needIn(signal());
    }

    private UUID needIn(UUID incident) {
        return post("polisen/tib", "/incidents/" + incident + "/resource-needs", NEED);
    }

    private UUID directed() {
        var incident = signal();
        forum(incident, "DIRECTING");
        return needIn(incident);
    }

    private UUID then(UUID need, String function, String step, String json) {
        post(function, "/resource-needs/" + need + "/" + step, json);
        return need;
    }

    private UUID promised() {
        return then(need(), "taby/tib", "promises", "{'quantity':2}");
    }

    private UUID accepted() {
        return then(promised(), "polisen/tib", "acceptance", "{'actor':'taby'}");
    }

    private UUID arrived() {
        return then(accepted(), "taby/tib", "arrivals", "{'quantity':2}");
    }

    /** What Täby offers in the incident and nobody has asked for. */
    static UUID offered(UUID incident) {
        return new ActsOnResources(Running.server()).offer(incident);
    }

    /** What the police ask of all members in ordinary mode. */
    static UUID inOrdinaryMode() {
        var acts = new ActsOnResources(Running.server());
        return acts.then(acts.post("polisen/tib", "/resource-needs", NEED), "taby/tib", "promises", "{'quantity':1}");
    }

    /** A need of the incident that two have answered, one by a promise that is taken. */
    static UUID inUse(UUID incident) {
        var acts = new ActsOnResources(Running.server());
        var need = acts.then(acts.needIn(incident), "taby/tib", "promises", "{'quantity':1,'terms':'Med förare'}");
        acts.then(need, "nacka/chef", "answers", "{'answer':'CANNOT','terms':'Alla är ute'}");
        acts.then(need, "polisen/tib", "acceptance", "{'actor':'taby'}");
        return acts.then(need, "polisen/tib", "arrivals", "{'quantity':1}");
    }
}
