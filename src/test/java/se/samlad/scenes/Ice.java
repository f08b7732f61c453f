package se.samlad.scenes;

import java.util.UUID;

/**
 * An incident of a test's own: activated by the county board, with a directing forum of the police and Täby.
 *
 * @param measure one that concerns the police
 */
record Ice(UUID incident, UUID forum, UUID direction, UUID measure) {

    static Ice incident(String title) {
        var incident = signal(title, "");
        var forum = Running.as("lst.chef")
                .post(
                        "/api/incidents/" + incident + "/forums",
                        "{\"level\":\"DIRECTING\",\"actors\":[\"polisen\",\"taby\"]}")
                .expect(201)
                .id();
        var direction = propose(incident, forum);
        var measures = Running.as("lst.chef")
                .get("/api/directions/" + direction)
                .expect(200)
                .json()
                .get("measures");
        return new Ice(
                incident,
                forum,
                direction,
                UUID.fromString(measures.get(0).get("id").asString()));
    }

    /** @param more further fields, each after a comma */
    static UUID signal(String title, String more) {
        return Running.as("lst.tib")
                .post("/api/incidents", "{\"title\":\"" + title + "\"" + more + "}")
                .expect(201)
                .id();
    }

    static UUID propose(UUID incident, UUID forum) {
        return Running.as("lst.chef")
                .post(
                        "/api/incidents/" + incident + "/directions",
                        "{\"forum\":\"" + forum + "\",\"aim\":\"Ingen ska frysa\",\"priorities\":[\"Värme\"],"
                                + "\"limits\":[],\"measures\":[{\"actor\":\"polisen\",\"what\":\"Håller väg 76 fri\"}]}")
                .expect(201)
                .id();
    }

    Ice agreed() {
        Running.as("lst.chef")
                .post("/api/directions/" + direction + "/agreement", "{}")
                .expect(201);
        return this;
    }
}
