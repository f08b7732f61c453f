package se.samlad.scenes;

import java.util.UUID;
import java.util.stream.StreamSupport;

/** {@link Acts} on calls to forums, and on how functions are reached. */
final class ActsOnCalls extends Acts {

    ActsOnCalls(Running server) {
        super(server);
    }

    @Override
    void all() {
        call("acknowledgement", "taby/tib", "taby/sakchef", "{}");
        call("outcome", "lst/tib", KEEPING, "{'outcome':'NO_ANSWER'}");
        call("skipping", "lst/tib", KEEPING, "{'rung':0}");
        call("place", "taby/tib", KEEPING + " lst/tib taby/chef taby/sakchef", "{'place':'ON_THE_WAY'}");
        call("numbers", "lst/tib", KEEPING, "{'function':'taby/tib'}");
        may(
                "/incidents/*/calls-kept-in",
                "lst/tib",
                LEADING + " lst/stab lst/admin",
                () -> act(
                        "/incidents/*/calls-kept-in",
                        "{'keptIn':true}",
                        post("lst/tib", "/incidents", "{'title':'Övning','exercise':true}")));
        may(
                "/actors/*/functions/*/paths",
                "taby/tib",
                "taby/chef taby/admin",
                () -> act(
                        "/actors/*/functions/*/paths",
                        "{'paths':[{'way':'SMS','address':'070-174 06 11','minutes':2}]}",
                        "taby",
                        "tib"));
    }

    private void call(String verb, String right, String also, String json) {
        may("/calls/*/" + verb, right, also, () -> act("/calls/*/" + verb, json, taby(server, forum())));
    }

    /** Täby's call to the forum. */
    static UUID taby(Running server, UUID forum) {
        var calls = server.by("lst.tib")
                .get("/api/forums/" + forum + "/calls")
                .expect(200)
                .json();
        return StreamSupport.stream(calls.spliterator(), false)
                .filter(call -> call.get("actor").asString().equals("taby"))
                .map(call -> UUID.fromString(call.get("id").asString()))
                .findFirst()
                .orElseThrow();
    }
}
