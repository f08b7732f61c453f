package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The agreement and what the parties pay, by API and by forms (A1–A5). */
class AgreementTest {

    private static JsonNode on(String account, String day) {
        return Running.as(account).get("/api/agreement?on=" + day).expect(200).json();
    }

    private static JsonNode party(JsonNode whole, String code) {
        return StreamSupport.stream(whole.get("parties").spliterator(), false)
                .filter(each -> each.get("actor").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static long count(JsonNode whole, String membership) {
        return StreamSupport.stream(whole.get("parties").spliterator(), false)
                .filter(each -> each.get("membership").asString().equals(membership))
                .count();
    }

    @Test
    void whoWasAPartyOnADayIsToldWithWhatTheSourcesGive_A3() {
        assertThat(count(on("taby.tib", "2014-12-31"), "PARTY")).isEqualTo(37);
        var later = on("taby.tib", "2015-06-01");
        assertThat(count(later, "PARTY")).isEqualTo(36);
        var sos = party(later, "sos");
        assertThat(sos.get("signedOn").isNull()).as("no source gives the day").isTrue();
        assertThat(sos.get("from").asString()).isEqualTo("2014-01-01");
        assertThat(sos.get("fromLatest").asString()).isEqualTo("2014-12-31");
        assertThat(later.get("perhaps").get(0).get("actor").asString()).isEqualTo("kbv");
        assertThat(later.get("documents").size()).isGreaterThanOrEqualTo(3);
        Running.as("taby.tib").get("/api/agreement?on=2015-02-30").expect(400);
        Running.as("taby.tib").get("/api/agreement?on=0001-01-01").expect(400);
        Running.as("utom.flygplats").get("/api/agreement").expect(404);
        assertThat(Running.as("taby.tib")
                        .page("/agreement?on=2014-12-31")
                        .expect(200)
                        .body())
                .contains("37 parter", "Kommunförbundet Stockholms län", "Inte längre aktörer här");
    }

    @Test
    void anActorsOwnDecisionStandsInItsNameAndIsCorrectedByItAlone_A4() {
        var own =
                "{\"actor\":\"vaxholm\",\"from\":\"2015-01-01\",\"decided\":\"2015-04-13\",\"body\":\"Kommunstyrelsen\","
                        + "\"reference\":\"%s\"}";
        Running.as("vaxholm.chef")
                .post("/api/agreement/accessions", own.formatted("KS 1"))
                .expect(201);
        var taken = party(on("vaxholm.chef", "2016-01-01"), "vaxholm");
        assertThat(taken.get("accededOn").asString()).isEqualTo("2015-04-13");
        assertThat(taken.get("reference").asString()).isEqualTo("KS 1");
        Running.as("vaxholm.chef")
                .post("/api/agreement/accessions", own.formatted("KS 2"))
                .expect(201);
        assertThat(party(on("vaxholm.chef", "2016-01-01"), "vaxholm")
                        .get("reference")
                        .asString())
                .isEqualTo("KS 2");
        Running.as("kansli")
                .post(
                        "/api/agreement/accessions",
                        "{\"actor\":\"vaxholm\",\"from\":\"2016-01-01\",\"source\":\"Protokollet\"}")
                .expect(422);
        Running.as("vaxholm.tib")
                .post("/api/agreement/accessions", own.formatted("KS 3"))
                .expect(403);
        assertThat(Running.as("vaxholm.chef").page("/agreement").body())
                .contains("Eget beslut, infört av Vaxholm.", "Vaxholm i överenskommelsen");
    }

    private static Running.Answer counted(String csv, String look) {
        var by = Visitor.of("kansli");
        var fields =
                new LinkedHashMap<>(Visitor.hidden(by.get("/agreement/counts").body(), "id=\"counts\""));
        fields.putAll(Map.of("on", "2050-06-30", "text", csv));
        if (!look.isEmpty()) fields.put("look", look);
        return by.post("/agreement/counts", fields);
    }

    @Test
    void aYearIsReadInSharedDecidedInvoicedAndFollowedUp_A5() {
        var chef = Running.as("lst.chef");
        var kansli = Running.as("kansli");
        chef.post("/api/agreement/decisions", "{\"year\":2051,\"reason\":\"x\"}")
                .expect(422);
        var csv = Statistics.csv();
        var looked = counted(csv, "true");
        assertThat(looked.status()).isEqualTo(422);
        assertThat(looked.body()).contains("Inget är inläst ännu", "Läs in 26 siffror", "siffran saknas");
        assertThat(chef.get("/api/agreement/fees?year=2051").json().toString()).contains("\"fee\":null");
        var broken = counted(csv.replaceFirst(";\\d+", ";77 000"), "");
        assertThat(broken.status()).isEqualTo(422);
        assertThat(broken.body()).contains("Ett fel i filen", "Rad 2: skriv ”77 000” utan");
        assertThat(chef.get("/api/agreement/fees?year=2051").json().toString())
                .as("nothing is read in by half")
                .doesNotContain("\"inhabitants\":1");
        ActsOnAgreement.ready(Running.server(), 2051);
        chef.post("/api/agreement/decisions", "{\"year\":2051,\"reason\":\"Alla siffror finns\"}")
                .expect(201);
        var whole = kansli.page("/agreement/fees?year=2051").expect(200).body();
        assertThat(whole).contains("Underlag för fakturor", "Alla siffror finns");
        var invoices = kansli.page("/agreement/invoices?year=2051&format=csv")
                .expect(200)
                .body();
        assertThat(invoices.lines().count()).isEqualTo(38);
        assertThat(kansli.page("/agreement/invoices?year=2051&format=pdf")
                        .expect(200)
                        .body())
                .startsWith("%PDF");
        long sum = invoices.lines()
                .skip(1)
                .mapToLong(line -> Long.parseLong(line.split(";")[4]))
                .sum();
        kansli.post("/api/agreement/outcomes", "{\"year\":2051,\"sek\":" + (sum - 5) + ",\"text\":\"Bokslutet\"}")
                .expect(201);
        assertThat(kansli.page("/agreement/fees?year=2051").body()).contains("Kvar av budgeten: 5 kr", "Bokslutet");
        chef.post("/api/agreement/prices", "{\"year\":2052,\"ore\":200,\"reason\":\"Dyrare\"}")
                .expect(201);
        assertThat(kansli.page("/agreement/fees?year=2052").body()).contains("2,00 kr");
        assertThat(kansli.page("/agreement/fees?year=2051").body()).contains("1,50 kr");
    }
}
