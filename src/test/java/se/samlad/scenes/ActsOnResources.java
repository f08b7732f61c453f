package se.samlad.scenes;

import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;

/** {@link Acts} on shared resources: the police ask, Täby lends. */
final class ActsOnResources extends Acts {

    private static final String NEED =
            "{'what':'bandvagnar','quantity':2,'where':'Hallstavik','ifNot':'Elva blir utan vård'}";
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

    /** A need of the incident that two have answered, one by a promise that is taken. */
    static UUID inUse(UUID incident) {
        var acts = new ActsOnResources(Running.server());
        var need = acts.then(acts.needIn(incident), "taby/tib", "promises", "{'quantity':1,'terms':'Med förare'}");
        acts.then(need, "nacka/chef", "answers", "{'answer':'CANNOT','terms':'Alla är ute'}");
        acts.then(need, "polisen/tib", "acceptance", "{'actor':'taby'}");
        return acts.then(need, "polisen/tib", "arrivals", "{'quantity':1}");
    }
}
