package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samlad.scenes.Haninge.LOCALLY;
import static se.samlad.scenes.Haninge.incident;
import static se.samlad.scenes.Haninge.linked;
import static se.samlad.scenes.Haninge.localForum;
import static se.samlad.scenes.Haninge.made;
import static se.samlad.scenes.Haninge.need;
import static se.samlad.scenes.Haninge.of;
import static se.samlad.scenes.Haninge.page;
import static se.samlad.scenes.Haninge.post;
import static se.samlad.scenes.Haninge.regional;
import static se.samlad.scenes.Haninge.state;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The first snow in a municipality, with a regional incident above it and without one, by API and by what pages say (F5, F6). */
class FirstSnowTest {

    private final String what = "plogbilar " + UUID.randomUUID().toString().substring(0, 8);

    /** From the signal to its end, by the municipality alone. */
    @Test
    void aMunicipalityHandlesTheFirstSnowItself_F5_F6() {
        var snow = made("haninge.sakchef", "/incidents", LOCALLY);
        assertThat(state(snow)).isEqualTo("LOCAL");
        assertThat(page("lst.tib", "/turn")).doesNotContain("/incidents/" + snow);
        assertThat(page("lst.tib", "/incidents?state=local")).contains("/incidents/" + snow);
        assertThat(page("lst.tib", "/incidents/" + snow)).contains("Lokal händelse, kommunen hanterar den");

        var forum = localForum(snow);
        assertThat(page("polisen.tib", "/turn")).contains("report-" + snow); // who sits in it is asked to report
        assertThat(page("nacka.tib", "/turn")).doesNotContain("/incidents/" + snow);
        var chair = incident("haninge.sakchef", snow).get("forums").get(0).get("chair");
        assertThat(chair.asString()).isEqualTo("haninge/sakchef");
        post("polisen.tib", "/forums/" + forum + "/acknowledgement", "{}").expect(201);
        made(
                "haninge.sakchef",
                "/forums/" + forum + "/guests",
                "{'organisation':'Bussbolaget','function':'trafikledare'}");
        var conference = made("haninge.sakchef", "/forums/" + forum + "/conferences", "{'kind':'ACTIVATED'}");
        post("haninge.sakchef", "/conferences/" + conference + "/opening", "{}").expect(201);
        made("haninge.sakchef", "/incidents/" + snow + "/reports", "{'status':'YELLOW','happened':'Tjugo centimeter'}");

        var direction = made(
                "haninge.sakchef",
                "/incidents/" + snow + "/directions",
                "{'aim':'Hemtjänsten kommer fram','priorities':['Liv'],'limits':[],"
                        + "'measures':[{'actor':'haninge','what':'Plogar först till hemtjänsten'}]}");
        made("haninge.sakchef", "/directions/" + direction + "/agreement", "{}");
        post("haninge.sakchef", "/directions/" + direction + "/stances", "{'stance':'ACCEPTS'}")
                .expect(403); // a stance takes the mandate, as everywhere (A4)
        made("haninge.tib", "/directions/" + direction + "/stances", "{'stance':'ACCEPTS'}");
        made("polisen.tib", "/directions/" + direction + "/stances", "{'stance':'ACCEPTS'}");

        var need = need("haninge.sakchef", snow, what);
        var upper = made("haninge.sakchef", "/resource-needs/" + need + "/sending", "{}");
        assertThat(page("taby.tib", "/resources")).contains("/resource-needs/" + upper, what);
        made("taby.tib", "/resource-needs/" + upper + "/promises", "{'quantity':1}");
        assertThat(page("haninge.sakchef", "/resource-needs/" + need)).contains("Skickat uppåt", "Täby");

        post("haninge.sakchef", "/conferences/" + conference + "/closing", "{}").expect(201);
        for (var other : List.of("polisen.chef", "nacka.sakchef", "lst.tib"))
            post(other, "/incidents/" + snow + "/stand-down", "{'reason':'Klart'}")
                    .expect(403);
        assertThat(page("lst.tib", "/incidents/" + snow + "/stand-down")).contains("Den kommun som signalerade den");
        assertThat(page("haninge.sakchef", "/incidents/" + snow + "/stand-down"))
                .contains("Varför avslutas den nu?");
        made("haninge.sakchef", "/incidents/" + snow + "/stand-down", "{'reason':'Vägarna är plogade'}");
        assertThat(state(snow)).isEqualTo("STOOD_DOWN");
        assertThat(incident("haninge.sakchef", snow)
                        .get("forums")
                        .get(0)
                        .get("open")
                        .asBoolean())
                .isFalse();
        post("haninge.sakchef", "/resource-needs/" + need + "/sending", "{}").expect(403);
    }

    /** With a regional incident: linked at the signal, each shows the other, the raster stands beside, needs flow up. */
    @Test
    void theRegionalDirectionIsTheRasterAndNeedsFlowUp_F5() {
        var region = regional();
        var forum = made(
                "lst.tib",
                "/incidents/" + region + "/forums",
                "{'level':'COORDINATING','actors':['lst','haninge','nacka','taby']}");
        var snow = linked(region);
        assertThat(page("lst.tib", "/incidents/" + region))
                .contains("Lokala händelser: 1 (1 pågår)", "/incidents/" + snow, "kommunen hanterar den");
        assertThat(page("polisen.tib", "/incidents/" + snow)).contains("Hör till", "/incidents/" + region);
        assertThat(incident("nacka.tib", snow).get("parent").asString()).isEqualTo(region.toString());
        assertThat(incident("nacka.tib", region).get("locals").get(0).asString())
                .isEqualTo(snow.toString());

        localForum(snow);
        assertThat(page("haninge.sakchef", "/incidents/" + snow + "/direction"))
                .contains("Den regionala händelsen har ingen inriktning än");
        var direction = made(
                "lst.tib",
                "/incidents/" + region + "/directions",
                "{'aim':'Alla når vård','priorities':['Spår och stombussar först'],'limits':['Inga skolskjutsar'],"
                        + "'measures':[{'actor':'haninge','what':'Håller infarten öppen'}],'forum':'" + forum + "'}");
        assertThat(page("haninge.sakchef", "/incidents/" + snow + "/direction"))
                .contains("Alla når vård", "Spår och stombussar först", "Inga skolskjutsar", "Håller infarten öppen")
                .contains("Förslag");
        made("lst.tib", "/directions/" + direction + "/agreement", "{}");
        for (var path : List.of("/direction", "/direction/propose"))
            assertThat(page("haninge.sakchef", "/incidents/" + snow + path))
                    .contains("Regional inriktning som raster", "Alla når vård", "/directions/" + direction);
        assertThat(page("lst.tib", "/incidents/" + region + "/direction"))
                .contains("Lokala inriktningar: 1", "/incidents/" + snow + "/direction");

        var need = need("polisen.tib", snow, what);
        var form = page("haninge.tib", "/resource-needs/" + need);
        assertThat(form)
                .contains(
                        "Skicka uppåt till ”Snö över länet”", "value=\"" + what + "\"", "Hemtjänsten kommer inte fram");
        assertThat(page("polisen.tib", "/resource-needs/" + need)).doesNotContain("Skicka uppåt");
        var upper = made("haninge.tib", "/resource-needs/" + need + "/sending", "{'quantity':2,'where':'Handen'}");
        var told = of(region, upper);
        assertThat(told.get("actor").asString()).isEqualTo("haninge"); // in its own name, whoever needed it (A4)
        assertThat(told.get("quantity").asInt()).isEqualTo(2);
        assertThat(told.get("where").asString()).isEqualTo("Handen");
        assertThat(told.get("ifNot").asString()).isEqualTo("Hemtjänsten kommer inte fram");
        assertThat(page("taby.tib", "/resource-needs/" + upper))
                .contains("Kommer från det lokala behovet", "/resource-needs/" + need);
        made("taby.tib", "/resource-needs/" + upper + "/promises", "{'quantity':1}");
        for (var path : List.of("/resource-needs/" + need, "/incidents/" + snow + "/resources"))
            assertThat(page("polisen.tib", path)).contains("Skickat uppåt", "Delvis lovat", "Täby", "1 saknas");
    }

    /** A regional incident that comes after, and a link that was a mistake. */
    @Test
    void aLinkIsMadeLaterAndTakenBack_F5() {
        var snow = made("haninge.sakchef", "/incidents", LOCALLY);
        var wrong = regional();
        var region = regional();
        Prepared.convened(region); // the latest of those that are activated is proposed first
        assertThat(page("haninge.sakchef", "/incidents/" + snow)).contains("Länka till en regional händelse");
        assertThat(page("haninge.sakchef", "/incidents/" + snow + "/manage")).contains("value=\"" + region + "\"");
        made("haninge.tib", "/incidents/" + snow + "/parent", "{'parent':'" + wrong + "'}");
        var removal = "{'parent':'" + wrong + "','reason':'Fel händelse'}";
        post("haninge.tib", "/incidents/" + snow + "/parent/removal", "{'parent':'" + region + "','reason':'x'}")
                .expect(422);
        post("haninge.tib", "/incidents/" + snow + "/parent/removal", "{'parent':'" + wrong + "','reason':' '}")
                .expect(422);
        post("nacka.sakchef", "/incidents/" + snow + "/parent/removal", removal).expect(403);
        made("haninge.sakchef", "/incidents/" + snow + "/parent/removal", removal);
        post("haninge.sakchef", "/incidents/" + snow + "/parent/removal", removal)
                .expect(422);
        assertThat(page("lst.tib", "/incidents/" + wrong)).doesNotContain("Lokala händelser: 1");
        assertThat(page("lst.tib", "/incidents/" + wrong)).contains("hör inte längre hit", "Fel händelse");
        made("haninge.sakchef", "/incidents/" + snow + "/parent", "{'parent':'" + region + "'}");
        assertThat(page("haninge.sakchef", "/incidents/" + snow)).contains("Händelsen hör till ”Snö över länet”");
        assertThat(incident("lst.tib", snow).get("parent").asString()).isEqualTo(region.toString());
    }

    /** A reader of only one is not told of the other, in any form (S1, DESIGN §2). */
    @Test
    void aReaderOfOnlyOneIsNotToldOfTheOther_F5() {
        var region = regional();
        var narrow = made(
                "haninge.sakchef",
                "/incidents",
                "{'title':'Vattenläcka','parent':'" + region + "','marking':{'audience':['actor:polisen']}}");
        assertThat(page("polisen.tib", "/incidents/" + region)).contains("/incidents/" + narrow);
        assertThat(page("lst.tib", "/incidents/" + region + "/direction")).contains("/incidents/" + narrow);
        for (var path : List.of("", "/direction", "/resources", "/forums", "/log"))
            assertThat(page("nacka.tib", "/incidents/" + region + path))
                    .doesNotContain(narrow.toString())
                    .doesNotContain("Vattenläcka")
                    .doesNotContain("Lokala händelser");
        assertThat(incident("nacka.tib", region).get("locals")).isEmpty();
        assertThat(Running.as("nacka.tib")
                        .get("/api/journal?limit=1000&incident=" + region)
                        .body())
                .doesNotContain(narrow.toString());

        var closed = made(
                "lst.tib", "/incidents", "{'title':'Hot mot transporter','marking':{'audience':['actor:haninge']}}");
        var open = linked(closed);
        assertThat(page("haninge.tib", "/incidents/" + open)).contains("Hot mot transporter");
        for (var path : List.of("", "/direction", "/manage"))
            assertThat(page("nacka.tib", "/incidents/" + open + path))
                    .doesNotContain(closed.toString())
                    .doesNotContain("Hot mot transporter");
        assertThat(incident("nacka.tib", open).get("parent").isNull()).isTrue();
        var need = need("haninge.tib", open, what);
        var upper = made("haninge.tib", "/resource-needs/" + need + "/sending", "{}");
        assertThat(page("nacka.tib", "/resource-needs/" + need))
                .doesNotContain("Skickat uppåt")
                .doesNotContain(upper.toString());
        Running.as("nacka.tib").get("/api/incidents/" + closed).expect(404);
    }
}
