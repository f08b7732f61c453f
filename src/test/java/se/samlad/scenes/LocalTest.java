package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samlad.scenes.Haninge.LOCALLY;
import static se.samlad.scenes.Haninge.linked;
import static se.samlad.scenes.Haninge.made;
import static se.samlad.scenes.Haninge.need;
import static se.samlad.scenes.Haninge.of;
import static se.samlad.scenes.Haninge.page;
import static se.samlad.scenes.Haninge.post;
import static se.samlad.scenes.Haninge.regional;
import static se.samlad.scenes.Haninge.state;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be linked, sent up and ended in a local incident, by whom, and what is said of a mistake (F5, F6, A4). */
class LocalTest {

    private final String what = "plogbilar " + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void onlyTheMunicipalitysOwnIncidentIsLinkedAndOnlyToARegionalOne_F5() {
        var region = regional();
        var snow = made("haninge.sakchef", "/incidents", LOCALLY);
        var to = "{'parent':'" + region + "'}";
        for (var stranger : List.of("nacka.sakchef", "lst.tib", "polisen.tib"))
            post(stranger, "/incidents/" + snow + "/parent", to).expect(403);
        var hidden = made("lst.tib", "/incidents", "{'title':'Dold','marking':{'audience':['actor:polisen']}}");
        for (var missing : List.of(hidden, UUID.randomUUID())) {
            post("haninge.sakchef", "/incidents/" + snow + "/parent", "{'parent':'" + missing + "'}")
                    .expect(404);
            post("haninge.sakchef", "/incidents", "{'title':'x','parent':'" + missing + "'}")
                    .expect(404);
        }
        refused(snow, snow, "local.itself");
        refused(
                snow,
                made("nacka.sakchef", "/incidents", "{'title':'Snö i Nacka','local':true}"),
                "local.parent-local");
        refused(snow, linkedAndRaised(region), "local.parent-local");
        refused(snow, made("lst.tib", "/incidents", "{'title':'Övning','exercise':true}"), "local.exercise");
        refused(snow, ended(), "local.parent-ended");
        post("haninge.sakchef", "/incidents/" + snow + "/parent", "{}").expect(422);
        made("haninge.sakchef", "/incidents/" + snow + "/parent", to);
        refused(snow, regional(), "local.linked-already");
        var plain = made("haninge.sakchef", "/incidents", "{'title':'Ett träd över vägen'}");
        refused(plain, region, "local.not-local");
    }

    /** Whoever sees both incidents is told of the link, though it sees one of them from a seat alone; nobody else is (F5, A8). */
    @Test
    void theLinkIsToldToWhoSeesBothThoughFromASeat_F5_A8() {
        var region = made(
                "lst.tib",
                "/incidents",
                "{'title':'Smal isstorm','marking':{'audience':['actor:haninge','actor:lst']}}");
        var readers = "['actor:haninge','actor:lst','actor:polisen','actor:sbff']";
        var snow = made(
                "haninge.sakchef",
                "/incidents",
                "{'title':'Smal snö','local':true,'marking':{'audience':" + readers + "}}");
        made("haninge.sakchef", "/incidents/" + snow + "/parent", "{'parent':'" + region + "'}");
        assertThat(page("polisen.tib", "/incidents/" + snow)).doesNotContain("Smal isstorm", region.toString());
        made("lst.tib", "/incidents/" + region + "/forums", "{'level':'COORDINATING','actors':['polisen','nacka']}");
        assertThat(page("polisen.tib", "/incidents/" + snow)).contains("Smal isstorm");
        assertThat(page("polisen.tib", "/incidents/" + region)).contains("Smal snö");
        assertThat(page("sbff.tib", "/incidents/" + snow)).doesNotContain("Smal isstorm", region.toString());
        assertThat(page("nacka.tib", "/incidents/" + region)).doesNotContain("Smal snö", snow.toString());
        assertThat(Running.as("nacka.tib").get("/api/journal").body()).doesNotContain(snow.toString());
        made("haninge.sakchef", "/incidents/" + snow + "/parent/removal", "{'parent':'" + region + "','reason':'Fel'}");
        assertThat(page("polisen.tib", "/incidents/" + region)).doesNotContain("/incidents/" + snow + "\">Smal snö");
        made("haninge.sakchef", "/incidents/" + snow + "/parent", "{'parent':'" + region + "'}");
        assertThat(page("polisen.tib", "/incidents/" + region)).contains("/incidents/" + snow + "\">Smal snö");
    }

    private static void refused(UUID local, UUID parent, String why) {
        var answer = post("haninge.sakchef", "/incidents/" + local + "/parent", "{'parent':'" + parent + "'}")
                .expect(422);
        assertThat(answer.body()).contains(why);
    }

    /** One that belongs to a regional incident, and was raised to the regional level itself. */
    private static UUID linkedAndRaised(UUID region) {
        var raised = linked(region);
        made("lst.tib", "/incidents/" + raised + "/forums", "{'level':'COORDINATING','actors':['haninge']}");
        return raised;
    }

    private static UUID ended() {
        var over = regional();
        made("lst.tib", "/incidents/" + over + "/forums", "{'level':'COORDINATING','actors':['taby']}");
        made("lst.tib", "/incidents/" + over + "/stand-down", "{'reason':'Över'}");
        return over;
    }

    /** A plain signal becomes local by one press of the municipality that sent it, and regional where the region is needed. */
    @Test
    void aSignalBecomesLocalAndRegionalAgain_F5_F6() {
        var snow = made("haninge.tib", "/incidents", "{'title':'Snö'}");
        post("haninge.tib", "/incidents/" + snow + "/stand-down", "{'reason':'Klart'}")
                .expect(403);
        assertThat(page("haninge.tib", "/incidents/" + snow + "/manage")).contains("Vi hanterar den lokalt");
        assertThat(page("nacka.tib", "/incidents/" + snow + "/manage")).doesNotContain("Vi hanterar den lokalt");
        for (var other : List.of("nacka.tib", "lst.tib"))
            post(other, "/incidents/" + snow + "/local", "{}").expect(403);
        made("haninge.tib", "/incidents/" + snow + "/local", "{}");
        post("haninge.tib", "/incidents/" + snow + "/local", "{}").expect(422);
        post("lst.tib", "/incidents/" + snow + "/answer", "{'reason':'x'}").expect(422);
        made(
                "haninge.tib",
                "/incidents/" + snow + "/initiation",
                "{'level':'COORDINATING','reason':'Det räcker inte'}");
        assertThat(page("lst.tib", "/turn")).contains("Det räcker inte");
        made("lst.tib", "/incidents/" + snow + "/forums", "{'level':'COORDINATING','actors':['haninge']}");
        assertThat(state(snow)).isEqualTo("ACTIVATED");
        post("haninge.tib", "/incidents/" + snow + "/local", "{}").expect(422);
        post("haninge.tib", "/incidents/" + snow + "/stand-down", "{'reason':'Klart'}")
                .expect(403);
        made("lst.tib", "/incidents/" + snow + "/stand-down", "{'reason':'Över'}");
    }

    @ParameterizedTest
    @CsvSource({
        "polisen.tib, '{''title'':''x'',''local'':true}', incident.local-area",
        "lst.tib, '{''title'':''x'',''local'':true}', incident.local-area",
        "haninge.tib, '{''title'':''x'',''local'':true,''warning'':''note:1''}', incident.local-warning",
        "haninge.tib, '{''title'':'''',''local'':true}', text.missing"
    })
    void whatCannotBeLocalSaysWhy(String account, String json, String why) {
        assertThat(post(account, "/incidents", json).expect(422).body()).contains(why);
    }

    @Test
    void aNeedIsSentOnceByTheOneWhoAnswersForIt_A4() {
        var region = regional();
        var snow = linked(region);
        var need = need("haninge.tib", snow, what);
        for (var other : List.of("polisen.tib", "lst.tib", "nacka.tib"))
            post(other, "/resource-needs/" + need + "/sending", "{}").expect(403);
        post("haninge.tib", "/resource-needs/" + need + "/sending", "{'quantity':0}")
                .expect(422);
        post("haninge.tib", "/resource-needs/" + need + "/sending", "{'until':'2020-01-01T00:00:00Z'}")
                .expect(422);
        post("haninge.tib", "/resource-needs/" + need + "/sending", "{'quantitty':1}")
                .expect(400);
        post("haninge.tib", "/resource-needs/" + UUID.randomUUID() + "/sending", "{}")
                .expect(404);
        var upper = made("haninge.tib", "/resource-needs/" + need + "/sending", "{}");
        assertThat(post("haninge.sakchef", "/resource-needs/" + need + "/sending", "{}")
                        .expect(422)
                        .body())
                .contains("resource.sent-already");
        assertThat(page("haninge.tib", "/resource-needs/" + need))
                .contains("/resource-needs/" + upper)
                .doesNotContain("Skicka uppåt");
        post("haninge.tib", "/resource-needs/" + upper + "/sending", "{}").expect(403); // nothing above a regional one
        made("haninge.tib", "/resource-needs/" + upper + "/ending", "{'reason':'Fel ort'}");
        var again = made("haninge.tib", "/resource-needs/" + need + "/sending", "{'where':'Tungelsta'}");
        assertThat(again).isNotEqualTo(upper);
        assertThat(page("haninge.tib", "/resource-needs/" + need)).contains("/resource-needs/" + again);
        made("haninge.tib", "/resource-needs/" + need + "/ending", "{'reason':'Löst'}");
        made("haninge.tib", "/resource-needs/" + again + "/ending", "{'reason':'Löst'}");
        post("haninge.tib", "/resource-needs/" + need + "/sending", "{}").expect(422);
    }

    /** An exercise never asks the members for anything real. */
    @Test
    void anExercisesNeedStaysInTheExercise() {
        var drill = made("haninge.tib", "/incidents", "{'title':'Övning','local':true,'exercise':true}");
        var need = need("haninge.tib", drill, what);
        assertThat(page("haninge.tib", "/resource-needs/" + need)).doesNotContain("/sending");
        assertThat(post("haninge.tib", "/resource-needs/" + need + "/sending", "{}")
                        .expect(422)
                        .body())
                .contains("resource.send-exercise");
        var above = made("lst.tib", "/incidents", "{'title':'Länsövning','exercise':true}");
        made("haninge.tib", "/incidents/" + drill + "/parent", "{'parent':'" + above + "'}");
        var upper = made("haninge.tib", "/resource-needs/" + need + "/sending", "{}");
        assertThat(of(above, upper).get("what").asString()).isEqualTo(what);
    }

    /** One of two at once holds; the other is decided again on what is there then. */
    @Test
    void twoAtOnceLinkAndSendOnce() throws Exception {
        var one = regional();
        var other = regional();
        var snow = made("haninge.sakchef", "/incidents", LOCALLY);
        assertThat(atOnce(
                        () -> post("haninge.sakchef", "/incidents/" + snow + "/parent", "{'parent':'" + one + "'}"),
                        () -> post("haninge.tib", "/incidents/" + snow + "/parent", "{'parent':'" + other + "'}")))
                .containsExactly(201, 422);
        var need = need("haninge.tib", snow, what);
        var path = "/resource-needs/" + need + "/sending";
        assertThat(atOnce(() -> post("haninge.sakchef", path, "{}"), () -> post("haninge.tib", path, "{}")))
                .containsExactly(201, 422);
        // many to one at the same time do not hinder each other
        var region = regional();
        var calls = Stream.of("haninge", "nacka", "taby", "solna", "tyreso", "huddinge")
                .map(code -> Map.entry(
                        code, made(code + ".sakchef", "/incidents", "{'title':'Snö i " + code + "','local':true}")))
                .<Callable<Running.Answer>>map(each -> () -> post(
                        each.getKey() + ".sakchef",
                        "/incidents/" + each.getValue() + "/parent",
                        "{'parent':'" + region + "'}"))
                .toList();
        assertThat(atOnce(calls)).containsOnly(201).hasSize(6);
        assertThat(page("lst.tib", "/incidents/" + region)).contains("Lokala händelser: 6 (6 pågår)");
    }

    @SafeVarargs
    private static List<Integer> atOnce(Callable<Running.Answer>... calls) throws Exception {
        return atOnce(List.of(calls));
    }

    private static List<Integer> atOnce(List<Callable<Running.Answer>> calls) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(calls).stream()
                    .map(future -> future.resultNow().status())
                    .sorted()
                    .toList();
        }
    }
}
