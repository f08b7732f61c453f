package se.samlad.scenes;

import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;

/** {@link Acts} on conferences. */
final class ActsOnConferences extends Acts {

    /** Those who lead a coordinating conference besides the county board's duty officer. */
    private static final String LEADS = "lst/chef lst/stab ssr/rsib ssr/kansli ssr/samordningschef";
    /** All who see it and speak for their actor. */
    private static final String ALL =
            LEADS + " lst/tib polisen/tib polisen/chef taby/chef taby/sakchef nacka/chef solna/tib ssr/komm";

    private static final String KIND =
            "{'steps':[{'deals':'REPORTS'},{'deals':'INFORMATION'},{'deals':'NEEDS'},{'deals':'PICTURE'}],"
                    + "'who':'FORUM','minutes':20}";

    ActsOnConferences(Running server) {
        super(server);
    }

    @Override
    void all() {
        may("/forums/*/rooms", "lst/tib", LEADING, () -> act("/forums/*/rooms", "{'room':'Stora salen'}", forum()));
        may("/forums/*/staff", "lst/tib", LEADING, () -> act("/forums/*/staff", "{'room':'Stora salen'}", forum()));
        may("/staffs/*/presence", "taby/tib", ALL, () -> act("/staffs/*/presence", "{'post':'PICTURE'}", staff()));
        may("/staffs/*/hand-over", "taby/tib", "", () -> {
            var staff = staff();
            post("taby/tib", "/staffs/" + staff + "/presence", "{'post':'PICTURE'}");
            return act("/staffs/*/hand-over", "{'text':'Allt är lugnt'}", staff);
        });
        may(
                "/staffs/*/closing",
                "lst/tib",
                LEADING,
                () -> act("/staffs/*/closing", "{'reason':'Läget är normalt'}", staff()));
        may("/conference-kinds/*", "ssr/kansli", "", () -> act("/conference-kinds/*", KIND, "ACTIVATED_EXECUTING"));
        may("/forums/*/conferences", "lst/tib", LEADS, () -> act("/forums/*/conferences", "{'kind':'EXTRA'}", forum()));
        leads("agenda", "{'minutes':30}", this::called);
        leads("reminder", "{}", this::called);
        leads("calling-off", "{'reason':'Ingen kan'}", this::called);
        leads("opening", "{}", this::called);
        leads("word", "{'actor':'taby'}", this::opened);
        leads("step", "{'step':2}", this::opened);
        leads("roles", "{'role':'KEEPER'}", this::opened);
        leads("closing", "{}", this::opened);
        each("attendance", "{'how':'PRESENT'}", this::opened);
        each("lines", "{'kind':'NOTE','text':'Hej'}", this::opened);
        each("reports", "{'text':'Vi klarar oss'}", this::opened);
        each("notes", "{'text':'Vägen är stängd'}", this::opened);
        each("needs", "{'text':'Sand'}", this::opened);
        each("decisions", "{'text':'Vi stänger','reason':'Snön'}", this::opened);
        each("measures", "{'what':'Öppnar skolan'}", this::opened);
        may("/conferences/*/own-word", "taby/tib", "taby/chef taby/sakchef", () -> {
            var conference = opened();
            var line = post("lst/tib", path(conference) + "/needs", "{'actor':'taby','text':'Sand'}");
            return act("/conferences/*/own-word", "{'line':'" + line + "'}", conference);
        });
        var invited = "lst/tib lst/chef lst/stab polisen/tib polisen/chef taby/chef taby/sakchef nacka/chef";
        may(
                "/conferences/*/confirmation",
                "taby/tib",
                invited,
                () -> act("/conferences/*/confirmation", "{}", closed()));
        may("/conferences/*/home", "taby/tib", invited, () -> act("/conferences/*/home", "{}", closed()));
    }

    private void leads(String step, String json, Supplier<UUID> conference) {
        var address = "/conferences/*/" + step;
        may(address, "lst/tib", LEADS, () -> act(address, json, conference.get()));
    }

    private void each(String step, String json, Supplier<UUID> conference) {
        var address = "/conferences/*/" + step;
        may(address, "taby/tib", ALL, () -> act(address, json, conference.get()));
    }

    private static String path(UUID conference) {
        return "/conferences/" + conference;
    }

    private UUID staff() {
        return post("lst/tib", "/forums/" + forum() + "/staff", "{'room':'Stora salen'}");
    }

    private UUID called() {
        return post("lst/tib", "/forums/" + forum() + "/conferences", "{'kind':'ACTIVATED','points':['Skolorna']}");
    }

    private UUID opened() {
        var conference = called();
        post("lst/tib", path(conference) + "/opening", "{}");
        return conference;
    }

    private UUID closed() {
        var conference = opened();
        post("lst/tib", path(conference) + "/closing", "{}");
        return conference;
    }

    /** One of each: ahead, going on with the word given and something noted, and closed. Made once for the forum. */
    static java.util.List<UUID> of(Running server, UUID forum) {
        var there = server.by("lst.tib")
                .get("/api/forums/" + forum + "/conferences")
                .expect(200)
                .json();
        if (there.isEmpty()) {
            var lst = server.by("lst.tib");
            var calls = "/api/forums/" + forum + "/conferences";
            for (int i = 0; i < 3; i++) {
                var id = lst.post(
                                calls,
                                "{\"kind\":\"ACTIVATED\",\"reach\":[\"08-123\",\"Rakel 4711\"],\"points\":[\"Skolorna\"]}")
                        .expect(201)
                        .id();
                if (i == 0) continue;
                var at = "/api/conferences/" + id + "/";
                lst.post(at + "opening", "{}").expect(201);
                lst.post(at + "word", "{\"actor\":\"taby\"}").expect(201);
                lst.post(at + "needs", "{\"actor\":\"taby\",\"text\":\"Två bandvagnar till hemtjänsten\"}")
                        .expect(201);
                server.by("polisen.tib")
                        .post(at + "reports", "{\"text\":\"E18 är avstängd\"}")
                        .expect(201);
                if (i == 2)
                    lst.post(at + "closing", "{\"summary\":\"Skolorna stänger\"}")
                            .expect(201);
            }
            return of(server, forum);
        }
        return StreamSupport.stream(there.spliterator(), false)
                .map(each -> UUID.fromString(each.get("id").asString()))
                .toList();
    }
}
