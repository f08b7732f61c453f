package se.samlad.scenes;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import se.samlad.actor.Actors;
import se.samlad.journal.Draft;
import se.samlad.journal.Journal;
import se.samlad.journal.Labels;
import se.samlad.outside.OutsideFact;
import tools.jackson.databind.json.JsonMapper;

/** {@link Acts} on people, actors, shifts, programs, the region, and what comes from outside. */
final class ActsOnPeople extends Acts {

    private static final String LATER = "2099-01-01T10:00:00Z";

    private static final String COSIGNERS = "/journal/checkpoint/cosigners";
    private static final String CUSTOMS =
            "'nameSv':'Tullen','nameEn':'Customs','shortName':'Tullen','kind':'POLICE','membership':'ASSOCIATED','since':'2026-12-01'";

    private final AtomicInteger count = new AtomicInteger();

    /** Taken by Täby, whoever else tries. */
    private final String key;

    private final String other;

    private UUID cosigner;

    ActsOnPeople(Running server) throws Exception {
        super(server);
        key = new Script().verifier(4);
        other = new Script().verifier(4);
    }

    @Override
    void all() {
        actors();
        invitations();
        holders();
        programs();
        outside();
        others();
    }

    private void actors() {
        may(
                "/actors",
                "ssr/kansli",
                "",
                () -> act("/actors", "{'code':'tull" + count.incrementAndGet() + "'," + CUSTOMS + "}"));
        may(
                "/actors/*/registration",
                "ssr/kansli",
                "",
                () -> act(
                        "/actors/*/registration",
                        "{'nameSv':'Hamnbolaget " + count.incrementAndGet()
                                + "','nameEn':'The ports','shortName':'Hamnen','kind':'PORTS','membership':'PARTY','since':'2015-01-01'}",
                        "hamnar"));
        may(
                "/actors/*/functions",
                "taby/admin",
                "",
                () -> act(
                        "/actors/*/functions",
                        "{'name':'skola" + count.incrementAndGet()
                                + "','titleSv':'Skolchef','titleEn':'Schools','level':'EXECUTING','mandates':['REPORT']}",
                        "taby"));
    }

    private void invitations() {
        may(
                "/actors/*/invitations",
                "taby/admin",
                "",
                () -> act("/actors/*/invitations", "{'function':'tib'}", "taby"));
        may("/invitations/*/renewal", "ssr/kansli", "", () -> act("/invitations/*/renewal", "{}", ofTheFirst()));
        may(
                "/invitations/*/withdrawal",
                "taby/admin",
                "",
                () -> act(
                        "/invitations/*/withdrawal",
                        "{}",
                        post("taby/admin", "/actors/taby/invitations", "{'function':'tib'}")));
        may("/actors/*/ways-in", "taby/admin", "", () -> act("/actors/*/ways-in", "{'account':'taby.tib'}", "taby"));
        may(
                "/actors/*/sign-outs",
                "taby/admin",
                "",
                () -> act("/actors/*/sign-outs", "{'account':'taby.tib'}", "taby"));
    }

    /** Of the first administrator of an actor that the secretariat has admitted. */
    private UUID ofTheFirst() {
        var code = "tull" + count.incrementAndGet();
        post("ssr/kansli", "/actors", "{'code':'" + code + "'," + CUSTOMS + "}");
        return post("ssr/kansli", "/actors/" + code + "/invitations", "{'function':'admin'}");
    }

    private void holders() {
        may(
                "/actors/*/functions/*/holders",
                "taby/admin",
                "",
                () -> act("/actors/*/functions/*/holders", "{'account':'taby.sakchef'}", "taby", function()));
        may(
                "/actors/*/functions/*/holders/*/term",
                "taby/admin",
                "",
                () -> act(
                        "/actors/*/functions/*/holders/*/term",
                        "{'until':'" + LATER + "'}",
                        "taby",
                        given(),
                        "taby.sakchef"));
        may(
                "/actors/*/functions/*/holders/*/ending",
                "taby/admin",
                "",
                () -> act("/actors/*/functions/*/holders/*/ending", "{}", "taby", given(), "taby.sakchef"));
        may(
                "/actors/*/forgotten",
                "taby/admin",
                "",
                () -> act("/actors/*/forgotten", "{'account':'" + former() + "'}", "taby"));
    }

    /** A new function of Täby's. */
    private String function() {
        var name = "vakt" + count.incrementAndGet();
        post(
                "taby/admin",
                "/actors/taby/functions",
                "{'name':'" + name + "','titleSv':'Vakt','titleEn':'Guard','level':'EXECUTING','mandates':['REPORT']}");
        return name;
    }

    private String given() {
        var function = function();
        post("taby/admin", "/actors/taby/functions/" + function + "/holders", "{'account':'taby.sakchef'}");
        return function;
    }

    /** Somebody who came by an invitation and has left. */
    private String former() {
        var invitation = post("taby/admin", "/actors/taby/invitations", "{'function':'tib'}");
        var page = server.by("taby.admin")
                .page("/actors/taby/people/invitations/" + invitation)
                .body();
        var key = page.replaceAll("(?s).*/invitation\\?key=([\\w-]+).*", "$1");
        var visitor = Visitor.stranger(server);
        visitor.post(
                        "/invitation",
                        java.util.Map.of(
                                "key", key, "name", "Åsa", "password", "fyra hästar på en äng", "by", "password"))
                .expect(200);
        var account = visitor.cookie("account").orElseThrow().getValue();
        post("taby/admin", "/actors/taby/functions/tib/holders/" + account + "/ending", "{}");
        return account;
    }

    private void programs() {
        var asked = "{'function':'tib','purpose':'Karta','scopes':['READ'],'until':'" + LATER + "'}";
        may("/actors/*/programs", "taby/admin", "", () -> act("/actors/*/programs", asked, "taby"));
        may(
                "/actors/*/programs/*/ending",
                "taby/admin",
                "",
                () -> act(
                        "/actors/*/programs/*/ending",
                        "{}",
                        "taby",
                        server.by("taby.admin")
                                .post("/api/actors/taby/programs", asked.replace('\'', '"'))
                                .expect(201)
                                .json()
                                .get("account")
                                .asString()));
    }

    private void outside() {
        may(
                "/outside-signals/*/incident",
                "lst/tib",
                "ssr/rsib",
                () -> act("/outside-signals/*/incident", "{}", fromOutside()));
        may(
                "/outside-signals/*/joining",
                "lst/tib",
                "ssr/rsib",
                () -> act("/outside-signals/*/joining", "{'incident':'" + signal() + "'}", fromOutside()));
        may(
                "/outside-signals/*/dismissal",
                "lst/tib",
                "ssr/rsib",
                () -> act("/outside-signals/*/dismissal", "{'reason':'Prov'}", fromOutside()));
    }

    private UUID fromOutside() {
        var said = new OutsideFact.Signalled(
                "Flygplatsen", "drift", "08-797", "Rök " + count.incrementAndGet(), "ABCD-1234");
        return server.part(Journal.class)
                .record(
                        server.part(Actors.class).secretariat(),
                        null,
                        facing -> List.of(Draft.ofNewStream(Draft.newId(), said, Labels.of("actor:lst", "actor:ssr"))))
                .id();
    }

    private void others() {
        may(
                "/region",
                "ssr/kansli",
                "",
                () -> act("/region", new JsonMapper().writeValueAsString(java.util.Map.of("text", file()))));
        may("/watch/*", "lst/tib", "ssr/rsib ssr/kansli", () -> act("/watch/*", warning(), "smhi"));
        may(COSIGNERS, "taby/tib", ANY, () -> act(COSIGNERS, "{'key':'" + key + "'}"));
        may(COSIGNERS + "/*/ending", "taby/tib", "taby/chef", () -> act(COSIGNERS + "/*/ending", "{}", cosigner()));
    }

    /** One of Täby's, by a name of its own. */
    private UUID cosigner() {
        if (cosigner != null) server.by("taby.tib").post("/api" + COSIGNERS + "/" + cosigner + "/ending", "{}");
        return cosigner = post("taby/tib", COSIGNERS, "{'key':'" + other + "'}");
    }

    /** As the region is, with another name for one of its actors. */
    private String file() {
        var asking = server.by("kansli");
        var now = asking.send(asking.request("/api/region", "application/json")
                .header("Samlad-Function", "ssr/kansli")
                .GET());
        return now.expect(200).body().replaceAll("Täby kommun\\d*", "Täby kommun" + count.incrementAndGet());
    }

    private String warning() {
        return "{'identifier':'w" + count.incrementAndGet()
                + "','sent':'2026-01-14T10:00:00Z','status':'Actual','msgType':'Alert','info':{'language':'sv-SE',"
                + "'event':'snöfall','severity':'Severe','headline':'Stockholms län','expires':'2099-01-14T10:00:00Z',"
                + "'description':'Snö'}}";
    }
}
