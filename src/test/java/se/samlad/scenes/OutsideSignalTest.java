package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import se.samlad.outside.EarlierForm;

/** An organisation without an account signals (I1): no cookie, no script; the duty officers see it, and decide. */
class OutsideSignalTest {

    private static final String PATH = "/public/signal";

    /** Each test from an address of its own, so that no other waits for what it sends. */
    private static Running.Account from(String address) {
        return Running.anybody().from(address);
    }

    private static Map<String, String> form(Running.Account asking) {
        var fields =
                new LinkedHashMap<>(Visitor.hidden(asking.page(PATH).expect(200).body(), "<form"));
        fields.put("organisation", "Bromma flygplats");
        fields.put("function", "skiftledare");
        fields.put("number", "08-797 68 00");
        return fields;
    }

    private static Running.Answer post(Running.Account asking, Map<String, String> fields) {
        var body = fields.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return asking.send(asking.request(PATH, "text/html")
                .header("Sec-Fetch-Site", "same-origin")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    /** In a form that is old enough for somebody to have written in it. */
    static Running.Answer sent(Running.Account asking, String happened) {
        var fields = form(asking);
        fields.put("happened", happened);
        return sent(asking, fields);
    }

    private static Running.Answer sent(Running.Account asking, Map<String, String> fields) {
        fields.put("once", EarlierForm.key());
        return post(asking, fields);
    }

    /** The id of the one that waits and says so. */
    static UUID waiting(String happened) {
        var page = Running.as("rsib").page("/outside-signals").expect(200).body();
        int at = page.lastIndexOf("id=\"signal-", page.indexOf(">" + happened + "<"));
        assertThat(at).as(page).isPositive();
        return UUID.fromString(page.substring(at + 11, at + 47));
    }

    private static void dismissed(UUID signal) {
        Running.as("lst.tib")
                .post("/api/outside-signals/" + signal + "/dismissal", "{\"reason\":\"Prov\"}")
                .expect(201);
    }

    @Test
    void whoSignalsGetsAReceiptAndTheDutyOfficersSeeIt_I1() throws Exception {
        var asking = from("127.0.7.1");
        var answer = sent(asking, "Rök från taket på terminalen");
        assertThat(answer.status()).as(answer.body()).isEqualTo(303);
        assertThat(answer.response().headers().allValues("Set-Cookie")).isEmpty();
        var to = answer.response().headers().firstValue("Location").orElseThrow();
        var code = to.replaceAll(".*code=([0-9A-F-]+).*", "$1");
        assertThat(asking.page(to).expect(200).body()).contains(code, "112");

        for (var account : new String[] {"lst.tib", "rsib"}) {
            assertThat(Running.as(account).page("/turn").body())
                    .contains("Rök från taket på terminalen", "Bromma flygplats", "08-797 68 00", "inte bekräftad");
            assertThat(Running.as(account).page("/outside-signals").body()).contains(code);
        }
        assertThat(Running.as("taby.tib").page("/outside-signals").body()).doesNotContain("Rök från taket");
        assertThat(Running.as("taby.tib").page("/turn").body()).doesNotContain("Rök från taket");
        assertThat(Running.as("taby.tib").journal()).doesNotContain("Rök från taket");
        dismissed(waiting("Rök från taket på terminalen"));
        assertThat(Running.as("lst.tib").page("/turn").body()).doesNotContain("Rök från taket");
    }

    @Test
    void onePressMakesItAnIncidentThatSaysWhereItCameFrom_I1() throws Exception {
        sent(from("127.0.7.2"), "Bränsle läcker vid bana 12");
        var signal = waiting("Bränsle läcker vid bana 12");
        var path = "/api/outside-signals/" + signal + "/incident";
        assertThat(Running.as("komm").post(path, "{}").status())
                .as("does not assess")
                .isEqualTo(403);
        assertThat(Running.as("taby.tib").post(path, "{}").status())
                .as("does not see it")
                .isEqualTo(404);
        Running.as("lst.tib").post(path, "{}").expect(201);
        var incidents = Running.as("taby.tib").get("/api/incidents").body();
        assertThat(incidents).contains("Bränsle läcker vid bana 12");
        assertThat(Running.as("rsib").post(path, "{}").status()).as("once only").isEqualTo(422);
        var entries = Running.as("taby.tib").journal();
        assertThat(entries).contains("outside.traced.1", "Bromma flygplats").doesNotContain("08-797 68 00");
    }

    @Test
    void anotherPressJoinsItToAnIncidentThatThereIs_I1() throws Exception {
        var incident = Prepared.signalled("Läckan som redan är känd");
        sent(from("127.0.7.3"), "Det luktar fotogen i Bällsta");
        var path = "/api/outside-signals/" + waiting("Det luktar fotogen i Bällsta") + "/joining";
        Running.as("rsib").post(path, "{}").expect(422);
        Running.as("rsib")
                .post(path, "{\"incident\":\"" + UUID.randomUUID() + "\"}")
                .expect(404);
        Running.as("rsib").post(path, "{\"incident\":\"" + incident + "\"}").expect(201);
        assertThat(Running.as("taby.tib").page("/incidents/" + incident).body())
                .contains("Kom utifrån, från Bromma flygplats (skiftledare)");
    }

    @Test
    void theSameTextAgainIsCountedAndAnsweredAlike_I1() throws Exception {
        var asking = from("127.0.7.4");
        assertThat(sent(asking, "Strömmen är borta i hela terminalen").status()).isEqualTo(303);
        var again = sent(asking, "strömmen är borta  i hela TERMINALEN");
        assertThat(again.status()).isEqualTo(303);
        assertThat(again.response().headers().firstValue("Location").orElseThrow())
                .contains("received?code=");
        var signal = waiting("Strömmen är borta i hela terminalen");
        assertThat(Running.as("rsib").page("/outside-signals").body()).contains("Skickat 2 gånger");
        dismissed(signal);
    }

    @Test
    void aMistakeStandsAtItsFieldAndAllThatWasTypedIsThere_I1() {
        var asking = from("127.0.7.5");
        long before = Running.server().position();
        var fields = form(asking);
        fields.put("number", "ring mig");
        fields.put("happened", "En <b>lång</b> text");
        var answer = post(asking, fields);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body())
                .contains(
                        "id=\"signal-number-wrong\"", "value=\"Bromma flygplats\"", "En &lt;b&gt;lång&lt;/b&gt; text");
        fields.put("number", "08-1234");
        fields.put("once", "no key of ours");
        var redrawn = post(asking, fields);
        assertThat(redrawn.status()).isEqualTo(422);
        assertThat(redrawn.body()).contains("value=\"Bromma flygplats\"", "ritas om");
        assertThat(Running.server().position()).isEqualTo(before);
    }

    /** Somebody who sends again and again is told to ring; those who have signed in record all the while. */
    @Test
    void aFloodFromOneAddressIsToldToRing_I1() throws Exception {
        var asking = from("127.0.7.6");
        var fields = form(asking);
        fields.put("happened", "Flod");
        assertThat(sent(asking, fields).status()).isEqualTo(303);
        long before = Running.server().position();
        var answer = post(asking, fields);
        for (int more = 0; more < 20 && answer.status() == 303; more++) answer = post(asking, fields);
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.body()).contains("112", "Bromma flygplats");
        assertThat(Running.server().position())
                .as("one form is recorded once, however often it is sent")
                .isEqualTo(before);
        Prepared.signalled("Medan det flödar");
        dismissed(waiting("Flod"));
    }

    @Test
    void anotherSiteCannotSendIt() {
        var asking = from("127.0.7.7");
        var answer = asking.send(asking.request(PATH, "text/html")
                .header("Sec-Fetch-Site", "cross-site")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("organisation=a")));
        assertThat(answer.status()).isEqualTo(403);
    }
}
