package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Loans over incidents and ordinary mode, by API and by what their pages say (D4, I5, A4). */
class LoanTest {

    private final String what = "elverk " + UUID.randomUUID().toString().substring(0, 8);

    private static Running.Answer post(String account, String path, String json) {
        return Running.as(account).post("/api" + path, json.replace('\'', '"'));
    }

    private static String page(String account, String path) {
        return Running.as(account).page(path).body();
    }

    private static String in(int days) {
        return Instant.now().plus(Duration.ofDays(days)).toString();
    }

    private UUID raised(String path, String where) {
        return post(
                        "region.vard",
                        path,
                        "{'what':'" + what + "','quantity':2,'where':'" + where + "','ifNot':'Mörkt','until':'" + in(3)
                                + "'}")
                .expect(201)
                .id();
    }

    private static void lent(UUID need) {
        step("taby.tib", need, "promises", "{'quantity':2}").expect(201);
        step("region.vard", need, "acceptance", "{}").expect(201);
        step("taby.tib", need, "arrivals", "{'quantity':2}").expect(201);
    }

    private static Running.Answer step(String account, UUID need, String step, String json) {
        return post(account, "/resource-needs/" + need + "/" + step, json);
    }

    private static UUID incident() {
        return post("lst.chef", "/incidents", "{'title':'Is på alla vägar'}")
                .expect(201)
                .id();
    }

    private static String own(String account, String query) {
        return page(account, "/resources/own?format=csv" + query);
    }

    @Test
    void bothHaveTheirLoansInOneListOverIncidentsAndOrdinaryMode_D4() {
        var everyday = raised("/resource-needs", "Rimbo");
        lent(everyday);
        var inIncident = raised("/incidents/" + incident() + "/resource-needs", "Rimbo");
        lent(inIncident);
        assertThat(rows(own("taby.tib", ""))).containsExactlyInAnyOrder("Vi lånar ut", "Vi lånar ut");
        assertThat(rows(own("region.vard", ""))).containsExactlyInAnyOrder("Vi lånar", "Vi lånar");
        assertThat(rows(own("taby.tib", "&where=ordinary"))).hasSize(1);
        assertThat(rows(own("taby.tib", "&way=borrows"))).isEmpty();
        assertThat(rows(own("solna.tib", ""))).isEmpty();
        step("taby.tib", everyday, "returns", "{'quantity':2}").expect(201);
        assertThat(rows(own("taby.tib", "&state=OUT"))).hasSize(1);
        assertThat(rows(own("taby.tib", "&state=OVER"))).hasSize(1);
    }

    /** Which way each loan of this test goes. */
    private java.util.List<String> rows(String csv) {
        return csv.lines()
                .filter(line -> line.startsWith(what))
                .map(line -> line.split(";")[1])
                .toList();
    }

    @Test
    void extensionsAndCostsAreToldToTheOther_D4() {
        var need = raised("/resource-needs", "Rimbo");
        lent(need);
        step("region.vard", need, "extensions", "{'until':'" + in(5) + "','reason':'Snön'}")
                .expect(201);
        assertThat(page("taby.tib", "/turn")).contains("Ber att få behålla det");
        assertThat(own("taby.tib", "")).contains("förlängning begärd, inte besvarad");
        step("taby.tib", need, "extension-answers", "{'answer':'YES','until':'" + in(6) + "'}")
                .expect(422); // another day than they ask for
        step("taby.tib", need, "extension-answers", "{'answer':'YES'}").expect(201);
        step("taby.tib", need, "costs", "{'sek':-1,'note':'Bränsle'}").expect(422);
        step("taby.tib", need, "costs", "{'sek':1.5,'note':'Bränsle'}").expect(400);
        var cost = step("taby.tib", need, "costs", "{'sek':900,'note':'Bränsle'}")
                .expect(201)
                .id();
        assertThat(page("region.vard", "/turn")).contains("En kostnad väntar på ert svar");
        step("region.vard", need, "cost-answers", "{'cost':'" + UUID.randomUUID() + "','agrees':true}")
                .expect(422);
        step("region.vard", need, "cost-answers", "{'cost':'" + cost + "','agrees':true}")
                .expect(201);
        assertThat(page("sos.tib", "/resource-needs/" + need)).contains("godkänd");
    }

    @Test
    void ordinaryModeIsForMembers_D4() {
        var need = raised("/resource-needs", "Rimbo");
        assertThat(page("nacka.tib", "/resources")).contains(what);
        assertThat(page("taby.tib", "/turn")).contains(what);
        assertThat(Running.as("utom.flygplats").page("/resource-needs/" + need).status())
                .isEqualTo(404);
        step("utom.flygplats", need, "promises", "{'quantity':1}").expect(404);
        assertThat(page("utom.flygplats", "/resources")).doesNotContain(what);
        post(
                        "region.vard",
                        "/resource-needs",
                        "{'what':'x','quantity':1,'where':'Rimbo','ifNot':'y','kind':'STAFF','until':'" + in(2) + "'}")
                .expect(422); // no function
        post(
                        "region.vard",
                        "/resource-needs",
                        "{'what':'" + what + "','quantity':1,'where':'Rimbo','ifNot':'y','kind':'STAFF','post':'CHIEF',"
                                + "'until':'" + in(2) + "'}")
                .expect(201);
    }

    /** A loan that is open at stand-down is listed there, goes on in ordinary mode, and comes back. */
    @Test
    void anOpenLoanGoesOnAfterStandDown_I5() {
        var incident = incident();
        post("lst.chef", "/incidents/" + incident + "/forums", "{'level':'DIRECTING','actors':['region','taby']}")
                .expect(201);
        var need = raised("/incidents/" + incident + "/resource-needs", "Rimbo");
        assertThat(page("lst.chef", "/incidents/" + incident + "/stand-down")).doesNotContain(what);
        lent(need);
        assertThat(page("lst.chef", "/incidents/" + incident + "/stand-down"))
                .contains("2 " + what, "Lån som inte är tillbaka", "Lånet går vidare till vardags");
        post(
                        "lst.chef",
                        "/incidents/" + incident + "/stand-down",
                        "{'reason':'Normalt','handOver':[{'need':'" + need + "','to':'samordningsgruppen'}]}")
                .expect(201);
        assertThat(page("nacka.tib", "/resources")).contains("/resource-needs/" + need);
        step("region.vard", need, "extensions", "{'until':'" + in(5) + "','reason':'Behövs'}")
                .expect(201);
        step("taby.tib", need, "extension-answers", "{'answer':'NO','reason':'Vi behöver dem'}")
                .expect(201);
        step("taby.tib", need, "replacements", "{'quantity':1,'what':'x','reason':'y'}")
                .expect(422);
        step("region.vard", need, "returns", "{'quantity':2}").expect(201);
        step("taby.tib", need, "returns", "{'quantity':2}").expect(201);
        assertThat(page("nacka.tib", "/resources")).doesNotContain("/resource-needs/" + need);
    }

    /** A need that was noted in the log or a report becomes one by one press, with the thread back. */
    @Test
    void aNotedNeedBecomesANeed_D4() {
        var incident = incident();
        var row = post("region.vard", "/incidents/" + incident + "/notes", "{'kind':'NEED','text':'" + what + "'}")
                .expect(201)
                .id();
        var report = post(
                        "region.vard",
                        "/incidents/" + incident + "/reports",
                        "{'status':'RED','happened':'Mörkt','needs':'" + what + " till'}")
                .expect(201)
                .id();
        assertThat(page("region.vard", "/incidents/" + incident))
                .contains("/incidents/" + incident + "/resources?noted=" + row)
                .contains("/incidents/" + incident + "/resources?noted=" + report);
        var form = page(
                "region.vard",
                "/incidents/" + incident + "/resources?noted=" + row + "&what=" + what.replace(' ', '+'));
        assertThat(form).contains("name=\"noted\" value=\"" + row + "\"", "value=\"" + what + "\"");
        var json = "{'what':'" + what + "','quantity':1,'where':'Rimbo','ifNot':'Mörkt','noted':'";
        var need = post("region.vard", "/incidents/" + incident + "/resource-needs", json + row + "'}")
                .expect(201)
                .id();
        assertThat(page("taby.tib", "/resource-needs/" + need)).contains("/entries/" + row);
        post("region.vard", "/incidents/" + incident + "/resource-needs", json + UUID.randomUUID() + "'}")
                .expect(404);
    }

    @Test
    void needsAreOnTheMapAndLoansInTime_D4() {
        var incident = incident();
        lent(raised("/incidents/" + incident + "/resource-needs", "Åva i Täby"));
        raised("/incidents/" + incident + "/resource-needs", "vid bron");
        var picture = page("sos.tib", "/incidents/" + incident + "/resources/picture");
        assertThat(picture).contains("area-taby", "1 behov säger ingen kommun", "class=\"out\"", "framme");
        assertThat(Running.as("utom.flygplats")
                        .page("/incidents/" + incident + "/resources/picture")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whatIsOfferedUnaskedIsTakenUpInTheSameIncident_A4() {
        var incident = incident();
        var offer = post("taby.tib", "/incidents/" + incident + "/resource-offers", "{'what':'x','quantity':3}")
                .expect(201)
                .id();
        var other = raised("/incidents/" + incident() + "/resource-needs", "Rimbo");
        step("region.vard", other, "offers", "{'offer':'" + offer + "'}").expect(404);
        var need = raised("/incidents/" + incident + "/resource-needs", "Rimbo");
        step("nacka.tib", need, "offers", "{'offer':'" + offer + "'}").expect(403);
        step("region.vard", need, "offers", "{'offer':'" + offer + "','quantity':9}")
                .expect(422);
        step("region.vard", need, "offers", "{'offer':'" + offer + "'}").expect(201);
        var told = Running.as("sos.tib")
                .get("/api/incidents/" + incident + "/resources")
                .json();
        assertThat(told.get("offers").get(0).get("left").asInt()).isEqualTo(1);
        assertThat(told.get("needs").get(0).get("state").asString()).isEqualTo("OPEN");
        post("taby.tib", "/resource-offers/" + offer + "/withdrawal", "{}").expect(201);
        step("region.vard", need, "offers", "{'offer':'" + offer + "'}").expect(422);
    }
}
