package measure;

/** Two nodes on one database: the time from recording on one until readers at the other have it. */
final class Nodes {

    private static final int CLIENTS = 20;
    private static final int AT_A_TIME = 20;
    private static final String BODY = "{\"kind\":\"NOTE\",\"text\":\"Väg 76 är avstängd mellan Norrtälje och Edsbro.\"}";

    private final Site site;

    Nodes(Site site) {
        this.site = site;
    }

    /** @param times how many entries are recorded on each */
    void run(int times) throws Exception {
        var data = site.fresh("bench-nodes");
        try (var database = new Appends.Own(data.resolve("database"))) {
            var db = database.url() + "?user=" + database.user() + "&password=" + database.password();
            try (var one = Served.samlad(site.root, data.resolve("one"), "--demo", "--db", db);
                    var other = Served.samlad(site.root, data.resolve("other"), "--demo", "--db", db);
                    var calls = new Calls(one.port)) {
                var incident = calls.post("lst.tib", "/api/incidents", "{\"title\":\"Två noder\"}");
                calls.await(other.port, "lst.tib", "/api/incidents/" + incident);
                compare(one.port, other.port, incident, times);
            }
        }
        Site.delete(data);
    }

    private void compare(int one, int other, String incident, int times) throws Exception {
        var stream = "/api/live?incident=" + incident;
        var path = "/api/incidents/" + incident + "/notes";
        int rounds = Math.max(1, times / AT_A_TIME);
        var across = new Samples();
        var same = new Samples();
        for (int round = -rounds / 2; round < rounds; round++) { // the first third warms up
            try (var far = new Readers(other, CLIENTS, stream, "demo-lst.tib").publishedAt(one)) {
                var took = far.publish(AT_A_TIME, path, "demo-lst.tib", BODY);
                if (round >= 0) across.add(took);
            }
            try (var near = new Readers(one, CLIENTS, stream, "demo-lst.tib")) {
                var took = near.publish(AT_A_TIME, path, "demo-lst.tib", BODY);
                if (round >= 0) same.add(took);
            }
        }
        var far = across.figures();
        var near = same.figures();
        site.table.row("nodes, made on one, seen on the other, p50 (same beside)", far.p50(), near.p50(), "ms");
        site.table.row("nodes, made on one, seen on the other, p99 (same beside)", far.p99(), near.p99(), "ms");
        site.table.bound("  at most", far.p99(), 100, "ms");
    }
}
