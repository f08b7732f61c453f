package se.samlad.scenes;

import java.util.UUID;

/** {@link Acts} on directions, and on the frame that a directing forum gives. */
final class ActsOnDirections extends Acts {

    /** Members of the forum may word what is proposed there. */
    private static final String DRAFTING =
            "lst/tib lst/stab polisen/chef polisen/tib taby/chef taby/tib ssr/rsib ssr/kansli ssr/samordningschef";
    /** Each takes a stance in its own actor's name (D3). */
    private static final String STANDING = "lst/chef lst/tib polisen/tib taby/chef taby/tib nacka/chef solna/tib";

    ActsOnDirections(Running server) {
        super(server);
    }

    @Override
    void all() {
        may(
                "/forums/*/frame",
                "lst/chef",
                "ssr/rsib",
                () -> act("/forums/*/frame", "{'text':'Ram'}", directing(signal())));
        var text = "'aim':'Ingen ska frysa','measures':[{'actor':'polisen','what':'Håller väg 76 fri'}]";
        may("/incidents/*/directions", "lst/chef", DRAFTING, () -> {
            var incident = signal();
            return act("/incidents/*/directions", "{'forum':'" + directing(incident) + "'," + text + "}", incident);
        });
        direction("wording", "lst/chef", DRAFTING, "{" + text + "}", false);
        direction("agreement", "lst/chef", "", "{}", false);
        direction("withdrawal", "lst/chef", "", "{'reason':'Över'}", false);
        direction("stances", "polisen/chef", STANDING, "{'stance':'ACCEPTS'}", true);
        may("/conferences/*/stances", "lst/chef", "lst/tib lst/stab ssr/rsib ssr/kansli ssr/samordningschef", () -> {
            var direction = direction(true);
            var forum = server.by("lst.chef")
                    .get("/api/directions/" + direction)
                    .json()
                    .get("forum")
                    .asString();
            var conference = post("lst/chef", "/forums/" + forum + "/conferences", "{'kind':'ACTIVATED'}");
            post("lst/chef", "/conferences/" + conference + "/opening", "{}");
            return act("/conferences/*/stances", "{'direction':'" + direction + "'}", conference);
        });
        may("/directions/*/measures/*/progress", "polisen/tib", "polisen/chef", () -> {
            var direction = direction(true);
            post("polisen/chef", "/directions/" + direction + "/stances", "{'stance':'ACCEPTS'}");
            var measures = server.by("lst.chef")
                    .get("/api/directions/" + direction)
                    .json()
                    .get("measures");
            return act(
                    "/directions/*/measures/*/progress",
                    "{'state':'STARTED'}",
                    direction,
                    measures.get(0).get("id").asString());
        });
    }

    private void direction(String verb, String right, String also, String json, boolean agreed) {
        may("/directions/*/" + verb, right, also, () -> act("/directions/*/" + verb, json, direction(agreed)));
    }

    private UUID directing(UUID incident) {
        return post(
                "lst/chef", "/incidents/" + incident + "/forums", "{'level':'DIRECTING','actors':['polisen','taby']}");
    }

    private UUID direction(boolean agreed) {
        var incident = signal();
        var direction = post(
                "lst/chef",
                "/incidents/" + incident + "/directions",
                "{'forum':'" + directing(incident)
                        + "','aim':'Ingen ska frysa','measures':[{'actor':'polisen','what':'Håller väg 76 fri'}]}");
        if (agreed) post("lst/chef", "/directions/" + direction + "/agreement", "{}");
        return direction;
    }
}
