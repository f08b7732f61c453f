package se.samlad.scenes;

import java.time.LocalDate;
import java.util.UUID;
import se.samlad.web.Say;

/** {@link Acts} on types of event and what is prepared for them. */
final class ActsOnPreparations extends Acts {

    static final String TEXT = "'when':'Gula varningen','aim':'Ingen ska frysa','measures':"
            + "[{'groups':['municipalities'],'what':'Öppnar värmestugor','phase':'HANDLE'}]";

    private static final String KEEPS = "ssr/kansli";
    private static final String CODE = "long-power-cut";

    ActsOnPreparations(Running server) {
        super(server);
    }

    /** The code of one that has been weighed, put in order and discussed, and has no text. */
    static String raised() {
        var acts = new ActsOnPreparations(Running.server());
        var code = acts.code();
        acts.sent("nacka/chef", "/prepared/" + code + "/weighing", "{'likelihood':4,'consequence':3}");
        acts.sent(KEEPS, "/prepared/" + code + "/order", "{'place':2,'reason':'Ofta'}");
        acts.sent(KEEPS, "/prepared/" + code + "/discussions", "{'level':'DIRECTING','text':'Vi saknar sand'}");
        return code;
    }

    /** The code of one that is adopted, which Täby keeps up to date and has a checklist for. */
    static String adopted() {
        var acts = new ActsOnPreparations(Running.server());
        var code = acts.adopted(acts.worded());
        acts.sent("taby/tib", "/prepared/" + code + "/checklist", "{'items':['Ring entreprenören']}");
        acts.sent("nacka/chef", "/prepared/" + code + "/standing", "{'behind':false,'reason':'Vi är för få'}");
        return code;
    }

    private String code() {
        var title = "Sand " + UUID.randomUUID().toString().substring(0, 8);
        post("taby/tib", "/prepared", "{'title':'" + title + "','risk':'Den tar slut'}");
        return title.toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
    }

    /** The code of one with a text. */
    private String worded() {
        var code = code();
        sent(KEEPS, "/prepared/" + code + "/wording", "{'title':'Sand'," + TEXT + "}");
        return code;
    }

    private String adopted(String code) {
        sent("lst/chef", "/prepared/" + code + "/adoption", adoption());
        return code;
    }

    private static String adoption() {
        return "{'owner':'taby','reviewBy':'" + LocalDate.now(Say.STOCKHOLM).plusYears(1) + "'}";
    }

    /** Members raise and weigh, each in its own name; the coordinating group orders, the heads' chair adopts (A4, D1). */
    @Override
    void all() {
        may("/prepared", "taby/tib", ActsOnWeek.MEMBERS, () -> act("/prepared", "{'title':'Sand','risk':'Slut'}"));
        may(
                "/prepared/*/weighing",
                "taby/tib",
                ActsOnWeek.MEMBERS,
                () -> act("/prepared/*/weighing", "{'likelihood':4,'consequence':3}", CODE));
        may("/prepared/*/order", KEEPS, "", () -> act("/prepared/*/order", "{'place':2,'reason':'Ofta'}", CODE));
        may(
                "/prepared/*/discussions",
                KEEPS,
                "",
                () -> act("/prepared/*/discussions", "{'level':'DIRECTING','text':'Vi saknar sand'}", CODE));
        may(
                "/prepared/*/wording",
                KEEPS,
                "taby/tib taby/chef taby/sakchef",
                () -> act("/prepared/*/wording", "{'title':'Sand'," + TEXT + "}", adopted(worded())));
        may("/prepared/*/adoption", "lst/chef", "lst/tib", () -> act("/prepared/*/adoption", adoption(), worded()));
        may(
                "/prepared/*/standing",
                "taby/chef",
                "lst/chef lst/tib polisen/tib polisen/chef taby/tib nacka/chef solna/tib",
                () -> act("/prepared/*/standing", "{'behind':true}", adopted(worded())));
        may(
                "/prepared/*/review",
                KEEPS,
                "taby/tib taby/chef taby/sakchef",
                () -> act(
                        "/prepared/*/review",
                        "{'next':'" + LocalDate.now(Say.STOCKHOLM).plusYears(2) + "'}",
                        adopted(worded())));
        may(
                "/prepared/*/checklist",
                "taby/tib",
                ActsOnWeek.MEMBERS,
                () -> act("/prepared/*/checklist", "{'items':['Ring entreprenören']}", CODE));
        may("/incidents/*/checklist", "taby/tib", "taby/chef taby/sakchef", () -> {
            sent("taby/tib", "/prepared/" + CODE + "/checklist", "{'items':['Ring entreprenören']}");
            return act("/incidents/*/checklist", "{'code':'" + CODE + "','item':'Ring entreprenören'}", signal());
        });
    }
}
