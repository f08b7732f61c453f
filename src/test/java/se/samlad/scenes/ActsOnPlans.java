package se.samlad.scenes;

import java.util.Map;
import java.util.UUID;
import java.util.WeakHashMap;

/** {@link Acts} on the goals and the annual plans. */
final class ActsOnPlans extends Acts {

    /** A year that has some of everything on its page. */
    static final int YEAR = 2028;

    private static final String DRAFT = "{'from':2027}";
    private static final String ACTIVITY =
            "{'goalArea':'robust-systems','title':'Reservväg','owner':'taby','by':'2028-09-30','measure':'Provad'}";
    private static final String REASON = "{'reason':'Fel dag'}";
    private static final String KEEPS = "ssr/kansli";
    private static final String CHAIRS = "lst/chef";

    /** The goals that were last made to be adopted, by server. */
    private static final Map<Running, UUID> LAST = new WeakHashMap<>();

    ActsOnPlans(Running server) {
        super(server);
    }

    /** A draft of goals with a remark that nobody has answered. */
    static UUID draft() {
        var acts = new ActsOnPlans(Running.server());
        var id = acts.begun();
        acts.remarked(id);
        return id;
    }

    /** An activity that Täby has and says something of. */
    static UUID planned() {
        var acts = new ActsOnPlans(Running.server());
        var id = acts.activity(YEAR);
        acts.post("taby/tib", "/activities/" + id + "/state", "{'state':'UNDER_WAY','text':'Igång'}");
        acts.post(KEEPS, "/plan/" + YEAR + "/budget", "{'sek':2600000}");
        return id;
    }

    private UUID begun() {
        return post(KEEPS, "/goals", DRAFT);
    }

    private UUID remarked(UUID goals) {
        return post("nacka/chef", "/goals/" + goals + "/remarks", "{'area':'watch','text':'Nämn rymdväder'}");
    }

    private UUID activity(int year) {
        return post(KEEPS, "/plan/" + year + "/activities", ACTIVITY.replace("2028", String.valueOf(year)));
    }

    /** The plan of a year in which nothing else is done, with one activity more. */
    private int plan(int year, boolean adopted) {
        boolean is = !server.by("lst.chef")
                .get("/api/plan/" + year)
                .expect(200)
                .json()
                .get("adopted")
                .isNull();
        if (is) post(CHAIRS, "/plan/" + year + "/reopening", REASON);
        activity(year);
        if (adopted) post(CHAIRS, "/plan/" + year + "/adoption", "{}");
        return year;
    }

    /** The secretariat keeps both; the council's and the heads' chair adopts, and an owner says how it goes (A4, G1, G2). */
    @Override
    void all() {
        may("/goals", KEEPS, "", () -> act("/goals", DRAFT));
        may(
                "/goals/*/areas",
                KEEPS,
                "",
                () -> act("/goals/*/areas", "{'area':'watch','title':'Omvärld','text':'Rymdväder'}", begun()));
        may(
                "/goals/*/removal",
                KEEPS,
                "",
                () -> act("/goals/*/removal", "{'area':'watch','reason':'Ingår i annat'}", begun()));
        may(
                "/goals/*/remarks",
                "nacka/chef",
                ActsOnWeek.MEMBERS,
                () -> act("/goals/*/remarks", "{'text':'För många mål'}", begun()));
        may("/goals/*/answers", KEEPS, "", () -> {
            var id = begun();
            return act("/goals/*/answers", "{'remark':'" + remarked(id) + "','outcome':'TAKEN'}", id);
        });
        may(
                "/goals/*/workshops",
                KEEPS,
                "",
                () -> act("/goals/*/workshops", "{'level':'DIRECTING','text':'Åtta mål räcker'}", begun()));
        may("/goals/*/adoption", CHAIRS, "", () -> act("/goals/*/adoption", "{}", alone()));
        may("/goals/*/presentation", KEEPS, "", () -> act("/goals/*/presentation", "{'to':'Rådet'}", adopted()));
        may("/goals/*/reopening", CHAIRS, "", () -> act("/goals/*/reopening", REASON, adopted()));
        may("/goals/*/ending", KEEPS, "", () -> act("/goals/*/ending", REASON, begun()));
        may(
                "/plan/*/activities",
                "taby/tib",
                ActsOnWeek.MEMBERS,
                () -> act("/plan/*/activities", ACTIVITY, String.valueOf(YEAR)));
        may("/plan/*/budget", KEEPS, "", () -> act("/plan/*/budget", "{'sek':2600000}", "2027"));
        may("/plan/*/adoption", CHAIRS, "lst/tib", () -> act("/plan/*/adoption", "{}", plan(2031, false)));
        may("/plan/*/presentation", KEEPS, "", () -> act("/plan/*/presentation", "{'to':'Rådet'}", plan(2031, true)));
        may("/plan/*/reopening", CHAIRS, "lst/tib", () -> act("/plan/*/reopening", REASON, plan(2031, true)));
        may(
                "/activities/*",
                KEEPS,
                "ssr/samordningschef ssr/rsib ssr/komm taby/tib taby/chef taby/sakchef",
                () -> act("/activities/*", ACTIVITY.replace("Reservväg", "Två reservvägar"), activity(YEAR)));
        may(
                "/activities/*/state",
                "taby/tib",
                "taby/chef taby/sakchef",
                () -> act("/activities/*/state", "{'nothingNew':true}", activity(YEAR)));
        may(
                "/activities/*/refusal",
                "taby/tib",
                "taby/chef taby/sakchef",
                () -> act("/activities/*/refusal", REASON, activity(YEAR)));
    }

    /** A draft of years for which no other goals are adopted: the last one that was made here is taken up again. */
    private UUID alone() {
        var last = LAST.get(server);
        if (last != null && isAdopted(last)) post(CHAIRS, "/goals/" + last + "/reopening", REASON);
        var id = begun();
        LAST.put(server, id);
        return id;
    }

    private boolean isAdopted(UUID id) {
        return !server.by("lst.chef")
                .get("/api/goals/" + id)
                .expect(200)
                .json()
                .get("adopted")
                .isNull();
    }

    private UUID adopted() {
        var id = alone();
        post(CHAIRS, "/goals/" + id + "/adoption", "{}");
        return id;
    }
}
