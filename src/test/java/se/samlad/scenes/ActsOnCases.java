package se.samlad.scenes;

import java.util.UUID;

/** {@link Acts} on the cases of ordinary mode. */
final class ActsOnCases extends Acts {

    private static final String CASE = "{'title':'Tolkar i skarpt läge','text':'Ingen svarar efter klockan 17'}";
    private static final String TEXT = "{'text':'Så här är det'}";
    private static final String REASON = "{'reason':'Så här är det'}";
    private static final String APPROVED = "{'outcome':'APPROVED','reason':'Det behövs'}";
    private static final String PROJECT = "{'owner':'taby','partners':['nacka']}";

    ActsOnCases(Running server) {
        super(server);
    }

    private UUID raised() {
        return post("taby/tib", "/cases", CASE);
    }

    private UUID after(String... steps) {
        var id = raised();
        for (var step : steps)
            post(
                    switch (step) {
                        case "decision" -> "lst/chef";
                        case "report" -> "taby/tib";
                        default -> "ssr/kansli";
                    },
                    "/cases/" + id + "/" + step,
                    body(step));
        return id;
    }

    private static String body(String step) {
        return switch (step) {
            case "decision" -> APPROVED;
            case "project" -> PROJECT;
            case "work" -> "{'parts':[{'what':'Behovet räknat','by':'2027-03-31','done':true}],'budget':240000}";
            case "resting", "ending", "resumption" -> REASON;
            default -> TEXT;
        };
    }

    /** Every member raises and says of itself; each step by who takes it for its forum, and a report by the owner (A4, G4). */
    @Override
    void all() {
        may("/cases", "taby/tib", ActsOnWeek.MEMBERS, () -> act("/cases", CASE));
        may(
                "/cases/*/same",
                "nacka/chef",
                "lst/tib lst/stab lst/chef polisen/tib polisen/chef solna/tib ssr/rsib ssr/kansli ssr/samordningschef ssr/komm",
                () -> act("/cases/*/same", TEXT, raised()));
        may("/cases/*/experience", "nacka/chef", ActsOnWeek.MEMBERS, () -> act("/cases/*/experience", TEXT, raised()));
        may("/case-steps", "ssr/kansli", "", () -> act("/case-steps", "{}"));
        step("examination", "ssr/kansli", "");
        step("proposal", "ssr/kansli", "", "examination");
        may(
                "/cases/*/sections",
                "nacka/chef",
                ActsOnWeek.MEMBERS,
                () -> act(
                        "/cases/*/sections",
                        "{'of':'PROPOSAL','heading':'Kostnad','text':'Två miljoner'}",
                        after("examination")));
        step("decision", "lst/chef", "", "examination", "proposal");
        step("project", "ssr/kansli", "", "examination", "proposal", "decision");
        var owned = new String[] {"examination", "proposal", "decision", "project"};
        step("report", "taby/tib", "taby/chef taby/sakchef", owned);
        step("work", "taby/tib", "taby/chef taby/sakchef", owned);
        step("valuation", "ssr/kansli", "", "examination", "proposal", "decision", "project", "report");
        step(
                "follow-up",
                "ssr/kansli",
                "",
                "examination",
                "proposal",
                "decision",
                "project",
                "report",
                "valuation",
                "decision");
        step("ending", "ssr/kansli", "", "examination");
        step("resting", "ssr/kansli", "");
        step("resumption", "ssr/kansli", "", "resting");
        may(
                "/cases/*/merging",
                "ssr/kansli",
                "",
                () -> act("/cases/*/merging", "{'into':'" + raised() + "','reason':'Samma sak'}", raised()));
    }

    private void step(String step, String right, String also, String... before) {
        var address = "/cases/*/" + step;
        may(address, right, also, () -> act(address, body(step), after(before)));
    }

    static UUID raised(String account, String title) {
        return Running.as(account)
                .post("/api/cases", "{\"title\":\"" + title + "\",\"text\":\"Ingen svarar efter klockan 17\"}")
                .expect(201)
                .id();
    }
}
