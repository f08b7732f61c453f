package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The secretariat admits an actor on the page of all actors, and the actor's administrator names its functions (A1, A6). */
class AdmissionTest {

    private static Running server;

    @BeforeAll
    static void start() {
        server = Running.apart(Ground.here().database(), Map.of());
    }

    @AfterAll
    static void end() {
        server.close();
    }

    private static Map<String, String> tullverket(Visitor page) {
        var fields = new LinkedHashMap<>(Visitor.hidden(page.get("/actors").body(), "action=\"/actors\""));
        fields.putAll(Map.of(
                "code", "tullverket",
                "nameSv", "Tullverket",
                "nameEn", "Swedish Customs",
                "shortName", "Tullverket",
                "kind", "POLICE",
                "membership", "ASSOCIATED",
                "since", "2026-12-01"));
        return fields;
    }

    @Test
    void anAssociatedMemberIsAdmitted_takesPart_andPaysNothing_A1_A5() {
        var kansli = Visitor.of(server, "kansli");
        var page = kansli.post("/actors", tullverket(kansli)).expect(200).body();
        assertThat(page).contains("Tullverket").contains("associerad medlem");
        assertThat(page).contains("href=\"/actors/tullverket/people\"");
        var actor =
                server.by("lst.tib").get("/api/actors/tullverket").expect(200).json();
        assertThat(actor.get("membership").asString()).isEqualTo("ASSOCIATED");
        assertThat(actor.get("functions").size()).isEqualTo(3);
        assertThat(server.by("lst.tib").get("/api/actors").json().size()).isEqualTo(38);
        assertThat(server.by("lst.tib")
                        .get("/api/agreement/fees?year=2015")
                        .json()
                        .size())
                .isEqualTo(26);
        var again = kansli.post("/actors", tullverket(kansli));
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains("Koden tullverket har redan en aktör").contains("value=\"Swedish Customs\"");
    }

    @Test
    void othersDoNotSeeTheForm_andAreTold_A9() {
        assertThat(server.by("lst.tib").page("/actors").body()).doesNotContain("id=\"admit\"");
        assertThat(server.by("lst.tib")
                        .post("/api/actors", "{\"code\":\"x\"}")
                        .expect(403)
                        .body())
                .contains("kansli");
    }

    @Test
    void anActorsOwnAdministratorNamesItsFunctions_A6() {
        var admin = Visitor.of(server, "nacka.admin");
        var page = admin.get("/actors/nacka").expect(200).body();
        var fields = new LinkedHashMap<>(Visitor.hidden(page, "id=\"function-new\""));
        fields.putAll(Map.of(
                "name", "skola",
                "titleSv", "Skolchef",
                "titleEn", "Head of schools",
                "level", "EXECUTING",
                "mandates", "REPORT"));
        var there = admin.post("/actors/nacka/functions", fields).expect(200).body();
        assertThat(there).contains("Skolchef");
        fields.put("once", UUID.randomUUID().toString());
        fields.put("drawn", UUID.randomUUID().toString());
        assertThat(admin.post("/actors/nacka/functions", fields).status()).isEqualTo(409);
        assertThat(server.by("nacka.tib").page("/actors/nacka").body()).doesNotContain("/functions\"");
        server.by("nacka.admin")
                .post(
                        "/api/actors/taby/functions",
                        "{\"name\":\"tib\",\"titleSv\":\"a\",\"titleEn\":\"b\",\"level\":\"EXECUTING\"}")
                .expect(403);
    }

    @Test
    void theSecretariatChangesAnActorsRegistration_A1() {
        var kansli = Visitor.of(server, "kansli");
        var page = kansli.get("/actors/hamnar").expect(200).body();
        var fields = new LinkedHashMap<>(Visitor.hidden(page, "id=\"registration\""));
        fields.putAll(Map.of(
                "nameSv", "Hamnbolaget",
                "nameEn", "The port company",
                "shortName", "Hamnbolaget",
                "kind", "PORTS",
                "membership", "PARTY"));
        assertThat(kansli.post("/actors/hamnar/registration", fields)
                        .expect(200)
                        .body())
                .contains("Hamnbolaget");
        assertThat(server.by("lst.tib").get("/api/actors/hamnar").body()).contains("Hamnbolaget");
    }
}
