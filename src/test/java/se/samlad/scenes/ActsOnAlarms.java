package se.samlad.scenes;

import java.util.UUID;

/** {@link Acts} on alarm plans and test calls. */
final class ActsOnAlarms extends Acts {

    private static final String PLAN = "{'title':'Vem skriver','levels':['COORDINATING'],'directly':['taby']}";

    ActsOnAlarms(Running server) {
        super(server);
    }

    @Override
    void all() throws Exception {
        with(new ActsOnTrials(server));
        may("/alarm-plans", "lst/tib", "lst/chef ssr/kansli", () -> act("/alarm-plans", PLAN));
        may(
                "/alarm-plans/*/version",
                "lst/tib",
                "lst/chef ssr/kansli",
                () -> act("/alarm-plans/*/version", PLAN, plan()));
        may(
                "/alarm-plans/*/withdrawal",
                "lst/tib",
                "lst/chef ssr/kansli",
                () -> act("/alarm-plans/*/withdrawal", "{'reason':'Prov'}", plan()));
        may(
                "/incidents/*/alarm-plan",
                "lst/tib",
                LEADING,
                () -> act("/incidents/*/alarm-plan", "{'places':['taby']}", signal()));
    }

    private UUID plan() {
        return post("lst/tib", "/alarm-plans", PLAN);
    }
}
