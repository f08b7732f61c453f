package se.samlad.warning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import se.samlad.warning.Read.Skipped;
import se.samlad.warning.Warning.Area;
import se.samlad.warning.Warning.Color;
import se.samlad.warning.Warning.Form;
import se.samlad.warning.Warning.Kind;
import se.samlad.warning.Warning.Severity;
import se.samlad.warning.Warning.Span;
import se.samlad.warning.Warning.Status;
import se.samlad.warning.Warning.Words;

/** The old format, as SMHI sent it on 12 and 20 April 2016. */
class SmhiV2Test {

    private final Read april20 = Bodies.readReal(Bodies.V2);
    private final County county = Counties.stockholm();

    @Test
    void everyAlertOfTheRealListIsRead() {
        assertThat(april20.form()).isEqualTo(Form.SMHI_V2);
        assertThat(april20.complete()).isTrue();
        assertThat(april20.received()).isEqualTo(24);
        assertThat(april20.skipped()).isEmpty();
        assertThat(april20.warnings())
                .hasSize(24)
                .extracting(Warning::id)
                .doesNotHaveDuplicates()
                .startsWith("smhi-bpm-1461133439755", "smhi-bpm-1461116832733")
                .endsWith("smhi-bpm-1461134328560");
        assertThat(april20.warnings()).allMatch(w -> w.origin().status() == Status.ACTUAL && !w.cancelled());
        assertThat(april20.warnings())
                .extracting(w -> w.origin().link())
                .containsOnly("http://www.smhi.se/vadret/vadret-i-sverige/Varningar");
    }

    @Test
    void levelsAndSeveritiesAreTheSourcesOwn() {
        Map<Color, Long> colors = april20.warnings().stream()
                .collect(Collectors.groupingBy(w -> w.grade().color(), Collectors.counting()));
        assertThat(colors).isEqualTo(Map.of(Color.MESSAGE, 15L, Color.YELLOW, 9L));
        assertThat(april20.warnings())
                .filteredOn(w -> w.grade().color() == Color.YELLOW)
                .allMatch(w -> w.grade().severity() == Severity.MODERATE)
                .allMatch(w -> w.grade().level().equals("Varning klass 1 kuling (14-17 m/s)"));
        assertThat(april20.warnings())
                .filteredOn(w -> w.grade().color() == Color.MESSAGE)
                .allMatch(w -> w.grade().severity() == Severity.SEVERE)
                .allMatch(w -> w.grade().level().equals("Risk Gräsbrand"));
    }

    @Test
    void anEndAYearAfterItWasSentIsNotBelieved() {
        assertThat(april20.warnings()).allMatch(w -> w.span().expires() == null);
        Warning soon = onlyOf(Bodies.alert("a", "")
                .replace("\"headline\"", "\"expires\":\"2016-05-04T08:00:00+02:00\",\"headline\""));
        assertThat(soon.span().expires()).isEqualTo(Instant.parse("2016-05-04T06:00:00Z"));
        assertThat(soon.expiredAt(Instant.parse("2016-05-04T05:59:59Z"))).isFalse();
        assertThat(soon.expiredAt(Instant.parse("2016-05-04T06:00:00Z"))).isTrue();
        Warning tooLate = onlyOf(Bodies.alert("a", "")
                .replace("\"headline\"", "\"expires\":\"2016-05-04T08:00:01+02:00\",\"headline\""));
        assertThat(tooLate.span().expires()).isNull();
        assertThat(tooLate.expiredAt(Instant.parse("2026-01-01T00:00:00Z"))).isFalse();
    }

    @Test
    void oneAlertAloneIsAListOfOne() {
        Read read = Bodies.readReal(Bodies.V2_SINGLE);
        assertThat(read.complete()).isTrue();
        assertThat(read.warnings()).hasSize(1);
        Warning warning = read.warnings().getFirst();
        assertThat(warning.id()).isEqualTo("smhi-bpm-1460422899165");
        assertThat(warning.sent()).isEqualTo(Instant.parse("2016-04-12T01:04:32Z"));
        assertThat(warning.span()).isEqualTo(new Span(Instant.parse("2016-04-12T01:04:32Z"), null));
        assertThat(warning.origin().revision().kind()).isEqualTo(Kind.ALERT);
        assertThat(warning.origin().revision().version()).isEqualTo(1);
        assertThat(warning.extent().areas()).containsExactly(new Area("025", "Stockholms län utom Roslagskusten", ""));
        assertThat(warning.texts().sv())
                .isEqualTo(new Words(
                        "Stockholms län utom Roslagskusten",
                        "Brandvarning",
                        "Risk Gräsbrand",
                        "Faran för gräsbränder är i dag stor."));
        assertThat(warning.texts().en()).isEqualTo(new Words("", "fire warning", "Risk Grass fire", ""));
    }

    @Test
    void versionsAreReadAndTheFeedsOwnTimeIsLeftOut() {
        Warning baltic = Bodies.byId(april20).get("smhi-bpm-1461010286685");
        assertThat(baltic.headline()).isEqualTo("Norra Östersjön");
        assertThat(baltic.origin().revision().version()).isEqualTo(7);
        String later = new String(Bodies.real(Bodies.V2), java.nio.charset.StandardCharsets.UTF_8)
                .replace("latest_update 2016-04-20T08:40:52+02:00", "latest_update 2016-04-20T09:40:52+02:00");
        assertThat(Bodies.read(later)).isEqualTo(april20);
    }

    @Test
    void onlyTheCountyAndTheSeasAlongItTouchTheCounty() {
        Map<String, County.Reach> touching = april20.warnings().stream()
                .filter(w -> county.reach(w.extent()).touch() != County.Touch.NONE)
                .collect(Collectors.toMap(Warning::headline, w -> county.reach(w.extent())));
        assertThat(touching.keySet())
                .containsExactlyInAnyOrder("Stockholms län utom Roslagskusten", "Norra Östersjön", "Ålandshav");
        County.Reach land = touching.get("Stockholms län utom Roslagskusten");
        assertThat(land.touch()).isEqualTo(County.Touch.PART);
        assertThat(land.municipalities()).hasSize(26);
        assertThat(land.certain()).isFalse();
        assertThat(touching.get("Ålandshav").touch()).isEqualTo(County.Touch.SEA);
        assertThat(touching.get("Ålandshav").touches("0188")).isTrue();
        assertThat(touching.get("Ålandshav").touches("0180")).isFalse();
        assertThat(touching.get("Norra Östersjön").touches("0192")).isTrue();
    }

    @Test
    void aMissingAreaIsUnknownAndNotTheCountyNorNothing() {
        Warning nowhere = onlyOf(Bodies.alert("a", "").replace(",\"headline\":\"Stockholms län\"", ""));
        assertThat(nowhere.extent().areas()).isEmpty();
        assertThat(county.reach(nowhere.extent()))
                .isEqualTo(new County.Reach(County.Touch.UNKNOWN, new java.util.TreeSet<>(), false));
    }

    @Test
    void aDistrictWithoutAHeadlineIsNamedFromWhatSmhiHasSentBefore() {
        String area = "\"area\":{\"areaDesc\":\"%s\"}";
        String known = Bodies.alert("a", "").replace("\"headline\":\"Stockholms län\"", area.formatted("025"));
        assertThat(onlyOf(known).extent().areas())
                .containsExactly(new Area("025", "Stockholms län utom Roslagskusten", ""));
        assertThat(county.reach(onlyOf(known).extent()).touch()).isEqualTo(County.Touch.PART);
        String unknown = Bodies.alert("a", "").replace("\"headline\":\"Stockholms län\"", area.formatted("026"));
        assertThat(onlyOf(unknown).extent().areas()).containsExactly(new Area("026", "", ""));
        assertThat(county.reach(onlyOf(unknown).extent()).touch()).isEqualTo(County.Touch.UNKNOWN);
    }

    @Test
    void exercisesAndCancelsAreMarkedSo() {
        Warning exercise = onlyOf(Bodies.alert("a", "").replace("Actual", "Exercise"));
        assertThat(exercise.origin().status()).isEqualTo(Status.EXERCISE);
        assertThat(exercise.pretended()).isTrue();
        String cancel = "{\"identifier\":\"b\",\"sent\":\"2016-04-20T08:00:00+02:00\",\"status\":\"Actual\","
                + "\"msgType\":\"Cancel\",\"references\":\"smhi,a,2016-04-20T08:00:00+02:00\"}";
        Warning cancelled = onlyOf(cancel);
        assertThat(cancelled.cancelled()).isTrue();
        assertThat(cancelled.origin().revision().replaces()).containsExactly("a");
    }

    @Test
    void classesTwoAndThreeAreOrangeAndRed() {
        assertThat(onlyOf(withLevel("Varning klass 2", 2)).grade().color()).isEqualTo(Color.ORANGE);
        assertThat(onlyOf(withLevel("Varning klass 3, mycket kraftigt snöfall", 3))
                        .grade()
                        .color())
                .isEqualTo(Color.RED);
        assertThat(onlyOf(withLevel("", 3)).grade().color()).isEqualTo(Color.RED);
        assertThat(onlyOf(withLevel("Något nytt", 9)).grade().color()).isEqualTo(Color.UNKNOWN);
    }

    @Test
    void severalPartsAreOneWarningAndEnglishIsTakenWhereGiven() {
        String parts = """
                "info":[{"language":"en-US","event":"snow","severity":"Severe","headline":"Stockholm County","description":"Snow."},
                {"language":"sv-SE","event":"snö","severity":"Minor","headline":"Uppsala län","description":"Lite.","area":{"areaDesc":"1"}},
                {"language":"sv-SE","event":"snö","severity":"Severe","headline":"Stockholms län","description":"Mycket.","area":[{"areaDesc":"2"},{"areaDesc":"1"}]}],
                """;
        Warning warning = onlyOf("{\"identifier\":\"a\",\"sent\":\"2016-04-20T08:00:00+02:00\"," + parts
                + "\"status\":\"Actual\",\"msgType\":\"Update\"}");
        assertThat(warning.headline()).isEqualTo("Stockholms län");
        assertThat(warning.grade().severity()).isEqualTo(Severity.SEVERE);
        assertThat(warning.texts().sv().text()).isEqualTo("Lite.\n\nMycket.");
        assertThat(warning.texts().en().text()).isEqualTo("Snow.");
        assertThat(warning.extent().areas()).extracting(Area::code).containsExactly("1", "2");
        assertThat(warning.origin().revision().kind()).isEqualTo(Kind.UPDATE);
    }

    @Test
    void anEmptyListIsAReading() {
        for (String empty : List.of("{\"alert\":[]}", "{\"alert\":null}", "{\"alert\":\"\"}")) {
            assertThat(Bodies.read(empty)).isEqualTo(new Read(Form.SMHI_V2, true, List.of(), Set.of(), List.of()));
        }
    }

    @Test
    void oneBadAlertDoesNotCostTheOthers() {
        Read read = Bodies.read(Bodies.alerts(
                Bodies.alert("a", ""),
                Bodies.alert("", ""),
                Bodies.alert("b", "").replace("\"2016-04-20T08:00:00+02:00\"", "\"i går\""),
                Bodies.alert("c", "").replace("Actual", "Maybe"),
                Bodies.alert("d", "").replace("\"Stockholms län\"", "{\"x\":1}"),
                "7",
                Bodies.alert("smhi:ibww:1:1", ""),
                Bodies.alert("e", "\"unknown\":{\"deep\":[1,2]},")));
        assertThat(read.warnings()).extracting(Warning::id).containsExactly("a", "e");
        assertThat(read.skipped())
                .containsExactly(
                        new Skipped("", "feed.skipped.missing", "identifier"),
                        new Skipped("b", "feed.skipped.wrong-type", "sent"),
                        new Skipped("c", "feed.skipped.unknown-word", "status"),
                        new Skipped("d", "feed.skipped.wrong-type", "headline"),
                        new Skipped("", "feed.skipped.wrong-type", "alert"),
                        new Skipped("smhi:ibww:1:1", "feed.skipped.wrong-type", "identifier"));
    }

    private static String withLevel(String level, int number) {
        return Bodies.alert("a", "").replace("\"headline\"", """
                "eventCode":[{"valueName":"system_event_level_sv-SE","value":"%s"},
                {"valueName":"system_event_level_id","value":"%d"}],"headline"\
                """.formatted(level, number));
    }

    private static Warning onlyOf(String alert) {
        Read read = Bodies.read(Bodies.alerts(alert));
        assertThat(read.skipped()).isEmpty();
        assertThat(read.warnings()).hasSize(1);
        return read.warnings().getFirst();
    }
}
