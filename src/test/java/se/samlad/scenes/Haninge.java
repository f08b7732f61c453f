package se.samlad.scenes;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** The first snow in Haninge, as its safety head signals it, and a regional incident, for tests by API. */
final class Haninge {

    private Haninge() {}

    static final String LOCALLY = "{'title':'Snö i Haninge','local':true}";

    static Running.Answer post(String account, String path, String json) {
        return Running.as(account).post("/api" + path, json.replace('\'', '"'));
    }

    static UUID made(String account, String path, String json) {
        return post(account, path, json).expect(201).id();
    }

    static String page(String account, String path) {
        return Running.as(account).page(path).body();
    }

    static JsonNode incident(String account, UUID id) {
        return Running.as(account).get("/api/incidents/" + id).expect(200).json();
    }

    static String state(UUID id) {
        return incident("haninge.sakchef", id).get("state").asString();
    }

    static UUID regional() {
        return made("lst.tib", "/incidents", "{'title':'Snö över länet'}");
    }

    static UUID linked(UUID parent) {
        return made("haninge.sakchef", "/incidents", "{'title':'Snö i Haninge','parent':'" + parent + "'}");
    }

    static UUID localForum(UUID incident) {
        return made(
                "haninge.sakchef",
                "/incidents/" + incident + "/forums",
                "{'level':'EXECUTING','name':'Lokalt forum','actors':['haninge','polisen','sbff']}");
    }

    static UUID need(String account, UUID incident, String what) {
        return made(
                account,
                "/incidents/" + incident + "/resource-needs",
                "{'what':'" + what + "','quantity':3,'where':'Jordbro','ifNot':'Hemtjänsten kommer inte fram','until':'"
                        + Instant.now().plus(Duration.ofDays(2)) + "'}");
    }

    static JsonNode of(UUID incident, UUID need) {
        var needs = Running.as("lst.tib")
                .get("/api/incidents/" + incident + "/resources")
                .expect(200)
                .json()
                .get("needs");
        for (var each : needs) if (each.get("id").asString().equals(need.toString())) return each;
        throw new AssertionError(needs);
    }
}
