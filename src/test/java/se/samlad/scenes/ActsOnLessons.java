package se.samlad.scenes;

import java.time.LocalDate;
import java.util.UUID;
import se.samlad.web.Say;

/** {@link Acts} on lessons, and on reviews of what has ended. */
final class ActsOnLessons extends Acts {

    private static final String LESSON = "{'observation':'Reservtelefonen var inte laddad'}";
    /** Whoever noted it, and who keeps all of them. */
    private static final String KEEPING = "taby/chef taby/sakchef ssr/kansli";

    private static final String OWNERS = "taby/chef taby/sakchef";

    ActsOnLessons(Running server) {
        super(server);
    }

    private static String soon() {
        return LocalDate.now(Say.STOCKHOLM).plusDays(40).toString();
    }

    private UUID noted() {
        return post("taby/tib", "/lessons", LESSON);
    }

    private UUID learned() {
        var id = noted();
        post("taby/tib", "/lessons/" + id + "/lesson", "{'text':'Ladda den'}");
        return id;
    }

    private UUID promised() {
        var id = learned();
        post("taby/tib", "/lessons/" + id + "/measure", "{'what':'Köp en laddare','by':'" + soon() + "'}");
        return id;
    }

    private Act answer() {
        var id = learned();
        var measure = post(
                "ssr/kansli",
                "/lessons/" + id + "/measure",
                "{'what':'Köp en laddare','owner':'taby','by':'" + soon() + "'}");
        return act("/lessons/*/own-word", "{'measure':'" + measure + "','stands':true}", id);
    }

    private Act tested() {
        var id = promised();
        post("taby/tib", "/lessons/" + id + "/done", "{}");
        var in = post("lst/tib", "/incidents", "{'title':'Ett prov','exercise':true}");
        return act("/lessons/*/tested", "{'in':'" + in + "','worked':true}", id);
    }

    @Override
    void all() {
        may("/lessons", "taby/tib", ActsOnWeek.MEMBERS, () -> act("/lessons", LESSON));
        may("/lessons/*/again", "nacka/chef", ActsOnWeek.MEMBERS, () -> act("/lessons/*/again", "{}", noted()));
        may(
                "/lessons/*/correction",
                "taby/tib",
                KEEPING,
                () -> act("/lessons/*/correction", "{'observation':'Den var död','reason':'Så var det'}", noted()));
        may("/lessons/*/lesson", "taby/tib", KEEPING, () -> act("/lessons/*/lesson", "{'text':'Ladda'}", noted()));
        may(
                "/lessons/*/measure",
                "taby/tib",
                ActsOnWeek.MEMBERS,
                () -> act("/lessons/*/measure", "{'what':'Ladda','by':'" + soon() + "'}", learned()));
        may("/lessons/*/own-word", "taby/tib", OWNERS, this::answer);
        may("/lessons/*/done", "taby/tib", OWNERS, () -> act("/lessons/*/done", "{}", promised()));
        may("/lessons/*/tested", "taby/tib", KEEPING, this::tested);
        reviews();
        may("/lessons/*/ending", "taby/tib", KEEPING, () -> act("/lessons/*/ending", "{'reason':'Klart'}", noted()));
    }

    /** All members observe, draft and write; the chefsgruppen orders, and the owner drafts and closes what is ordered. */
    private void reviews() {
        may(
                "/incidents/*/observations",
                "taby/tib",
                ActsOnWeek.MEMBERS,
                () -> act("/incidents/*/observations", "{'seen':'Ingen förde logg'}", ended()));
        may("/incidents/*/reviews", "taby/tib", ActsOnWeek.MEMBERS, () -> act("/incidents/*/reviews", "{}", ended()));
        may("/incidents/*/review-orders", "lst/chef", "", () -> act("/incidents/*/review-orders", order(), ended()));
        may("/reviews/*/draft", "taby/tib", OWNERS, () -> act("/reviews/*/draft", "{}", ordered()));
        may(
                "/reviews/*/sections",
                "taby/tib",
                ActsOnWeek.MEMBERS,
                () -> act("/reviews/*/sections", "{'heading':'Vägar','text':'Sex var stängda'}", drafted()));
        may(
                "/reviews/*/findings",
                "taby/tib",
                ActsOnWeek.MEMBERS,
                () -> act("/reviews/*/findings", "{'text':'Skyltarna kom för sent'}", drafted()));
        may("/reviews/*/lessons", "taby/tib", ActsOnWeek.MEMBERS, () -> {
            var id = drafted();
            var finding = post("taby/tib", "/reviews/" + id + "/findings", "{'text':'Skyltarna kom för sent'}");
            return act("/reviews/*/lessons", "{'finding':'" + finding + "'}", id);
        });
        may("/reviews/*/closing", "taby/tib", OWNERS + " lst/chef", () -> act("/reviews/*/closing", "{}", drafted()));
        may("/reviews/*/reopening", "taby/tib", OWNERS + " lst/chef", () -> {
            var id = drafted();
            post("taby/tib", "/reviews/" + id + "/closing", "{}");
            return act("/reviews/*/reopening", "{'reason':'Ett kapitel fattas'}", id);
        });
    }

    private UUID ended() {
        var id = post("lst/tib", "/incidents", "{'title':'Snöfall som är över'}");
        post("lst/tib", "/incidents/" + id + "/answer", "{'reason':'Det löser sig'}");
        return id;
    }

    private static String order() {
        return "{'owner':'taby','by':'" + soon() + "'}";
    }

    private UUID ordered() {
        return post("lst/chef", "/incidents/" + ended() + "/review-orders", order());
    }

    private UUID drafted() {
        return post("taby/tib", "/incidents/" + ended() + "/reviews", "{}");
    }

    /** A review with findings. */
    static UUID reviewed() {
        var acts = new ActsOnLessons(Running.server());
        var id = acts.drafted();
        acts.post("taby/tib", "/reviews/" + id + "/findings", "{'text':'Skyltarna kom för sent'}");
        return id;
    }

    /** A lesson with all that there can be. */
    static UUID some() {
        var acts = new ActsOnLessons(Running.server());
        var id = acts.promised();
        acts.post(
                "ssr/kansli",
                "/lessons/" + id + "/measure",
                "{'what':'Prova den varje månad','owner':'taby','by':'" + soon() + "'}");
        acts.post("nacka/chef", "/lessons/" + id + "/again", "{'text':'Hos oss med'}");
        return id;
    }
}
