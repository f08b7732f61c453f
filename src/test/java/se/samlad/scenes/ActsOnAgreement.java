package se.samlad.scenes;

/** {@link Acts} on the agreement: each actor's head for itself, the secretariat from a source, the heads' group on the economy. */
final class ActsOnAgreement extends Acts {

    private static final int YEAR = 2041;

    ActsOnAgreement(Running server) {
        super(server);
    }

    @Override
    void all() {
        may(
                "/agreement/documents",
                "ssr/kansli",
                "",
                () -> act(
                        "/agreement/documents",
                        "{'code':'prov','kind':'ANNEX','nameSv':'Prov','nameEn':'Try','version':'1','from':'2026-01-01'}"));
        var of = "'actor':'nacka',";
        step("signatures", of + "'document':'overenskommelse','on':'2015-05-01','name':'N N','title':'Ordförande'");
        step("accessions", of + "'from':'2015-01-01','decided':'2015-04-01','body':'Styrelsen','reference':'KS 1'");
        step("departures", of + "'last':'2080-12-31','decided':'2020-04-01','body':'Styrelsen','reference':'KS 2'");
        var reason = "'year':" + YEAR + ",'reason':'Så beslutar vi'";
        may("/agreement/prices", "lst/chef", "", () -> act("/agreement/prices", "{'ore':150," + reason + "}"));
        may("/agreement/shares", "lst/chef", "", () -> act("/agreement/shares", shares(reason)));
        may("/agreement/counts", "ssr/kansli", "", () -> new Act("/api/agreement/counts", counts()));
        may("/agreement/decisions", "lst/chef", "", this::fees);
        may("/agreement/outcomes", "ssr/kansli", "", () -> {
            var decided = fees();
            post("lst/chef", "/agreement/decisions", decided.json());
            return act("/agreement/outcomes", "{'year':" + YEAR + ",'sek':3000000,'text':'Enligt bokslutet'}");
        });
    }

    /** In its own name it needs no source, and the secretariat notes nothing in place of it (A4). */
    private void step(String step, String fields) {
        var address = "/agreement/" + step;
        may(address, "nacka/chef", "", () -> act(address, "{" + fields + "}"));
    }

    private Act fees() {
        ready(server, YEAR);
        return act("/agreement/decisions", "{'year':" + YEAR + ",'reason':'Alla siffror finns'}");
    }

    private static String shares(String reason) {
        return "{'weights':'" + Statistics.shares().replace("\n", "\\n") + "'," + reason + "}";
    }

    private static String counts() {
        return Statistics.json(YEAR);
    }

    /** All that a decision on the fees of the year needs is there. */
    static void ready(Running server, int year) {
        var acts = new ActsOnAgreement(server);
        acts.post("lst/chef", "/agreement/shares", shares("'year':" + year + ",'reason':'Lika'"));
        acts.post("ssr/kansli", "/agreement/counts", Statistics.json(year));
    }
}
