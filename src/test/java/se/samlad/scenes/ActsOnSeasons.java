package se.samlad.scenes;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.Instant;
import java.util.UUID;

/** {@link Acts} on preparedness before a season. */
final class ActsOnSeasons extends Acts {

    static final String HOST = "taby/sakchef";
    static final String GUEST = "{'organisation':'Bussbolaget','function':'trafikledare'}";
    static final String WORDING =
            "{'aim':'Alla nås varje dag','priorities':['Vård'],'tasks':[{'what':'Säger vad som är plogat'}]}";

    private static final String CORRECTED = "{'text':'Alla utom två var med','reason':'Vi räknade fel'}";

    ActsOnSeasons(Running server) {
        super(server);
    }

    static String frame(String more) {
        return "{'title':'Vintern i Täby','kind':'WINTER','answerBy':'"
                + Instant.now().plus(20, DAYS).truncatedTo(DAYS) + "','prepared':'snow-and-ice'" + more + "}";
    }

    /** A season of the county board with what each part of its page shows: last season's answers, a need, a direction, a state, a meeting. */
    static UUID some() {
        var acts = new ActsOnSeasons(Running.server());
        var host = "lst/tib";
        var last = acts.post(host, "/seasons", frame(",'to':['polisen','lst']"));
        var was = acts.post(host, on(last, "/participants"), GUEST);
        acts.sent(host, on(last, "/participants/" + was + "/answers"), "{'preparations':'Kedjor på 28 bussar'}");
        acts.sent("polisen/tib", on(last, "/answers"), "{'needs':'Väg 276 öppen'}");
        var id = acts.post(host, "/seasons", frame(",'earlier':'" + last + "'"));
        var bus = acts.guest(id);
        acts.sent(host, on(id, "/participants/" + bus + "/answers"), "{'preparations':'Kedjor på 40 bussar'}");
        acts.sent("polisen/tib", on(id, "/answers"), "{'needs':'Väg 276 och 264 öppna','contacts':'Vakthavande'}");
        acts.post(
                host, on(id, "/participants"), "{'organisation':'Elnätsbolaget','function':'driftchef','group':'OWN'}");
        acts.sent(host, on(id, "/needs"), "{'text':'Bandvagn till Ingmarsö','participant':'" + bus + "'}");
        acts.sent(host, on(id, "/direction"), WORDING);
        acts.sent("polisen/tib", on(id, "/stances"), "{'stance':'ADAPTS','reason':'Vi har två bilar'}");
        acts.sent(host, on(id, "/state"), "{'status':'YELLOW','text':'Förare saknas','with':'MEMBERS'}");
        var met = acts.post(host, on(id, "/meetings"), "{'text':'Alla var med','there':['" + bus + "']}");
        acts.sent(host, on(id, "/meetings/" + met + "/correction"), CORRECTED);
        return id;
    }

    /** The page on which the host notes what a guest says aloud. */
    static String noting(UUID season) {
        return on(season, "/answer?participant=") + new ActsOnSeasons(Running.server()).guest(season);
    }

    /** The participant without an account of a season that follows another. */
    private UUID guest(UUID season) {
        var all = server.by("lst.tib").get("/api" + on(season, "")).json().get("participants");
        return UUID.fromString(all.get(all.size() - 1).get("id").asString());
    }

    private static String on(UUID season, String what) {
        return "/seasons/" + season + what;
    }

    private UUID season() {
        return post(HOST, "/seasons", frame(",'to':['polisen']"));
    }

    private Act onSeason(String what, String json) {
        return act("/seasons/*" + what, json, season());
    }

    private Act onGuest(String what, String json) {
        var season = season();
        return act("/seasons/*/participants/*" + what, json, season, post(HOST, on(season, "/participants"), GUEST));
    }

    /** The host steers; each who is invited answers in its own name (A4, F5). */
    @Override
    void all() {
        may("/seasons", HOST, LEADING + " lst/tib ssr/kansli", () -> act("/seasons", frame("")));
        may("/seasons/*/frame", HOST, "", () -> onSeason("/frame", frame("")));
        may("/seasons/*/participants", HOST, "", () -> onSeason("/participants", GUEST));
        may("/seasons/*/participants/*/link", HOST, "", () -> onGuest("/link", "{}"));
        may(
                "/seasons/*/participants/*/ending",
                HOST,
                "",
                () -> onGuest("/ending", "{'reason':'Har sagt upp avtalet'}"));
        may("/seasons/*/participants/*/answers", HOST, "", () -> onGuest("/answers", "{'needs':'Sand'}"));
        may("/seasons/*/answers", "polisen/tib", "polisen/chef", () -> onSeason("/answers", "{'needs':'Sand'}"));
        may("/seasons/*/reminder", HOST, "", () -> onSeason("/reminder", "{}"));
        may("/seasons/*/needs", HOST, "", () -> onSeason("/needs", "{'text':'Bandvagn'}"));
        may("/seasons/*/needs/*/settling", HOST, "", () -> {
            var season = season();
            var need = post(HOST, on(season, "/needs"), "{'text':'Bandvagn'}");
            return act("/seasons/*/needs/*/settling", "{'how':'Vi lånar'}", season, need);
        });
        may("/seasons/*/meetings", HOST, "", () -> onSeason("/meetings", "{'text':'Alla var med'}"));
        may("/seasons/*/meetings/*/correction", HOST, "", () -> {
            var season = season();
            var meeting = post(HOST, on(season, "/meetings"), "{'text':'Alla var med'}");
            return act("/seasons/*/meetings/*/correction", CORRECTED, season, meeting);
        });
        may("/seasons/*/direction", HOST, "", () -> onSeason("/direction", WORDING));
        may("/seasons/*/stances", "polisen/tib", "polisen/chef", () -> {
            var season = season();
            sent(HOST, on(season, "/direction"), WORDING);
            return act("/seasons/*/stances", "{'stance':'ACCEPTS'}", season);
        });
        may(
                "/seasons/*/state",
                HOST,
                "",
                () -> onSeason("/state", "{'status':'GREEN','text':'Klara','with':'COUNTY'}"));
        may("/seasons/*/sharing", HOST, "", () -> onSeason("/sharing", "{'with':'MEMBERS'}"));
        may("/seasons/*/closing", HOST, "", () -> onSeason("/closing", "{'reason':'Våren är här'}"));
        may("/seasons/*/reopening", HOST, "", () -> {
            var season = season();
            post(HOST, on(season, "/closing"), "{'reason':'Våren är här'}");
            return act("/seasons/*/reopening", "{'reason':'Det snöar igen'}", season);
        });
    }
}
