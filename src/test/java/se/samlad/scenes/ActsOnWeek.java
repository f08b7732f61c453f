package se.samlad.scenes;

import static java.time.temporal.ChronoUnit.HOURS;

import java.time.Instant;
import java.util.UUID;

/** {@link Acts} on the week's notes and events. */
final class ActsOnWeek extends Acts {

    /** All who speak for a member or for the joint functions; not who only looks after people, nor a contact. */
    static final String MEMBERS = "lst/tib lst/stab lst/chef polisen/tib polisen/chef taby/tib taby/chef taby/sakchef"
            + " nacka/chef solna/tib ssr/rsib ssr/kansli ssr/samordningschef ssr/komm";

    private static final String NOTE = "{'text':'Snö på onsdag','subject':'Väder','area':'taby'}";

    ActsOnWeek(Running server) {
        super(server);
    }

    /** Every member writes in its own name, and only the writer changes it; anybody calls it a need. */
    @Override
    void all() throws Exception {
        editions();
        with(new ActsOnMeetings(server));
        may("/watch/notes", "taby/tib", MEMBERS, () -> act("/watch/notes", NOTE));
        may(
                "/watch/notes/*/need",
                "lst/tib",
                MEMBERS,
                () -> act("/watch/notes/*/need", "{}", post("taby/tib", "/watch/notes", NOTE)));
        may(
                "/watch/notes/*/correction",
                "taby/tib",
                "taby/chef taby/sakchef",
                () -> act("/watch/notes/*/correction", NOTE, post("taby/tib", "/watch/notes", NOTE)));
        may(
                "/watch/notes/*/ending",
                "taby/tib",
                "taby/chef taby/sakchef",
                () -> act("/watch/notes/*/ending", "{}", post("taby/tib", "/watch/notes", NOTE)));
        may("/events", "taby/tib", MEMBERS, () -> act("/events", event("Marknad")));
        may(
                "/events/*/planning",
                "taby/tib",
                MEMBERS,
                () -> act(
                        "/events/*/planning",
                        "{'actors':['nacka','solna']}",
                        post("taby/tib", "/events", event("Marknad"))));
        may(
                "/events/*/change",
                "taby/tib",
                "taby/chef taby/sakchef",
                () -> act("/events/*/change", event("Marknaden"), post("taby/tib", "/events", event("Marknad"))));
        may(
                "/events/*/calling-off",
                "taby/tib",
                "taby/chef taby/sakchef",
                () -> act("/events/*/calling-off", "{'reason':'Regn'}", post("taby/tib", "/events", event("Marknad"))));
    }

    /** Who keeps the picture sends it out (C1, C2). */
    private void editions() {
        may(
                "/editions",
                "ssr/kansli",
                KEEPING + " lst/tib",
                () -> act("/editions", "{'audience':'MEMBERS','text':'Snö väntas'}"));
    }

    static UUID issued(String account, String audience, String text) {
        return Running.as(account)
                .post("/api/editions", "{\"audience\":\"" + audience + "\",\"text\":\"" + text + "\"}")
                .expect(201)
                .id();
    }

    private static String event(String title) {
        var from = Instant.now().plus(72, HOURS);
        return "{'title':'" + title + "','from':'" + from + "','until':'" + from.plus(6, HOURS) + "','area':'taby'}";
    }

    /** The note that begins so. */
    static UUID find(String text) {
        for (var note :
                Running.as("lst.tib").get("/api/watch/notes").expect(200).json())
            if (note.get("text").asString().startsWith(text))
                return UUID.fromString(note.get("id").asString());
        throw new AssertionError(text);
    }

    static UUID noted(String account, String text) {
        return Running.as(account)
                .post("/api/watch/notes", "{\"text\":\"" + text + "\",\"subject\":\"Bemanning\"}")
                .expect(201)
                .id();
    }

    static UUID planned(String account, String title) {
        return Running.as(account)
                .post("/api/events", event(title).replace('\'', '"'))
                .expect(201)
                .id();
    }
}
