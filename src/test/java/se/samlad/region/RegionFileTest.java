package se.samlad.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.samlad.access.Mandate;
import se.samlad.actor.Actor;

/** A region's file is read whole, or every mistake in it is told with its line (A1, A6, A8, A9). */
class RegionFileTest {

    static final String SMALL = """
            region:
              code: small
              name: {sv: Smålän, en: Small Region}
              county: {code: "09", sv: Smålands län, en: Small County}
            actors:
              - code: lst
                name: {sv: Länsstyrelsen, en: The county board}
                short: Länsstyrelsen
                kind: county-board
                membership: party
                functions:
                  - {name: tib, title: Vakt, level: COORDINATING, mandates: [report, convene]}
              - code: ssr
                name: Gemensamma
                short: Gemensamma
                kind: joint-functions
                functions:
                  - {name: kansli, title: Kansli, level: EXECUTING, mandates: [admit, administer]}
            """;

    static Parsed parse(String yaml) {
        return Regions.parse(yaml.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> wrong(String yaml) {
        return parse(yaml).mistakes().stream()
                .map(m -> m.line() + " " + m.where() + " " + m.what())
                .toList();
    }

    private static List<String> wrong(String before, String after) {
        assertThat(SMALL).contains(before);
        return wrong(SMALL.replace(before, after));
    }

    /** A guest and Samlad itself record in nobody else's name. */
    @Test
    void noActorHasACodeThatSamladUsesItself_A4() {
        for (var code : List.of("guest", "samlad"))
            assertThat(wrong("- code: lst", "- code: " + code)).anyMatch(each -> each.contains("reserved"));
    }

    @Test
    void theSmallestRegionIsRead_A1_A9() {
        assertThat(wrong(SMALL)).isEmpty();
        var region = parse(SMALL).sound();
        assertThat(region.name().county("en")).isEqualTo("Small County");
        assertThat(region.secretariat()).isEqualTo("ssr/kansli");
        assertThat(region.functionsOf("lst")).extracting(f -> f.name()).containsExactly("tib", "admin");
        assertThat(region.functionsOf("ssr")).hasSize(1);
    }

    @Test
    void theRegionThatComesWithSamladIsRight_A1() {
        var region = Regions.shipped();
        assertThat(region.actors().stream().filter(Actor::member)).hasSize(37);
        assertThat(region.areas()).hasSize(26);
        assertThat(region.functions())
                .filteredOn(f -> f.may(Mandate.CONVENE_IN_STEAD))
                .singleElement()
                .satisfies(f -> assertThat(f.id()).isEqualTo("ssr/rsib"));
    }

    @Test
    void allMistakesAreToldAtOnce_eachWithItsLine() {
        var wrong = wrong(SMALL.replace("short: Länsstyrelsen", "shrt: Länsstyrelsen")
                .replace("membership: party", "membership: partty")
                .replace("level: EXECUTING", "level: EXECUTIN")
                .replace("code: \"09\"", "code: Gotland"));
        assertThat(wrong)
                .containsExactly(
                        "4 region › county › code county",
                        "6 actors › lst › short missing",
                        "8 actors › lst unknown-near",
                        "10 actors › lst › membership word-near",
                        "18 actors › ssr › functions › kansli › level word-near");
    }

    @Test
    void unknownNamesAreToldByName_withTheOneProbablyMeant() {
        var mistakes = parse(SMALL + "populaton: 3\nweather: fine\n").mistakes();
        assertThat(mistakes).extracting(Mistake::line).containsExactly(19, 20);
        assertThat(mistakes.getFirst().details()).containsExactly("populaton", "population");
        assertThat(mistakes.getLast().what()).isEqualTo("unknown");
    }

    @Test
    void codesHaveOneForm_andStandOnce() {
        assertThat(wrong("code: small", "code: Små")).containsExactly("2 region › code code");
        assertThat(wrong("- code: ssr", "- code: lst")).contains("13 actors › lst twice");
        assertThat(wrong("  code: small\n", "  code: small\n  code: other\n")).containsExactly("3 region › code twice");
    }

    @Test
    void oneCountyBoardAndOneOfTheJointFunctions_I2_A9() {
        assertThat(wrong("kind: joint-functions", "kind: contact"))
                .contains("5 actors none-of-kind", "5 actors nobody-admits");
        assertThat(wrong("mandates: [report, convene]", "mandates: [report]"))
                .containsExactly("5 actors nobody-convenes");
        assertThat(wrong("mandates: [admit, administer]", "mandates: [administer]"))
                .containsExactly("5 actors nobody-admits");
    }

    @Test
    void whoDecidesForNobodyHasNoStance_A8_A9() {
        assertThat(wrong("mandates: [admit, administer]", "mandates: [admit, administer, stance]"))
                .containsExactly("18 actors › ssr › functions › kansli › mandates mandate");
    }

    @Test
    void deputiesUnitsAndGroupsReferToSomething_A6() {
        assertThat(wrong("convene]}", "convene], deputies: [chef], unit: trafik}"))
                .containsExactly(
                        "12 actors › lst › functions › tib › deputies no-function",
                        "12 actors › lst › functions › tib › unit no-unit");
        assertThat(wrong(SMALL + "groups:\n  - {code: all, name: Alla, actors: [lts]}\n"))
                .contains("20 groups › all › actors no-actor-near");
    }

    @Test
    void datesAndFiguresAreDatesAndFigures_A5() {
        assertThat(wrong("membership: party", "membership: party\n    since: 2026-02-30"))
                .containsExactly("11 actors › lst › since date");
        var counts = "population:\n  source: SCB\n  counts:\n    \"2014-06-30\": {\"0980\": -3}\n    \"june\": {}\n";
        assertThat(wrong(SMALL + counts))
                .containsExactly(
                        "22 population › counts › 2014-06-30 › 0980 people", "23 population › counts › june date");
    }

    @Test
    void anAreaIsDrawnWithinSweden_andDoesNotCrossItself() {
        var actor = SMALL.replace("membership: party", "membership: party\n    scb: \"0980\"");
        var area = "areas:\n  - code: \"0980\"\n    outline:\n      type: Polygon\n      coordinates: [[%s]]\n";
        assertThat(wrong(actor + "areas:\n  - {code: \"0980\"}\n")).containsExactly("21 areas › 0980 area-undrawn");
        assertThat(parse(actor + area.formatted("[18, 57], [19, 57], [19, 58], [18, 57]"))
                        .isSound())
                .isTrue();
        assertThat(wrong(actor + area.formatted("[57, 18], [57, 19], [58, 19], [57, 18]")))
                .contains("24 areas › 0980 › outline › coordinates elsewhere");
        assertThat(wrong(actor + area.formatted("[18, 57], [19, 58], [19, 57], [18, 58], [18, 57]")))
                .contains("24 areas › 0980 › outline › coordinates invalid");
        assertThat(wrong(actor + area.formatted("[18, 57], [19, 57], [19, 58]")))
                .contains("24 areas › 0980 › outline › coordinates ring");
    }

    @Test
    void whatCanNotBeSeenIsRefused() {
        assertThat(wrong("short: Gemensamma", "short: \u202EGemensamma")).containsExactly("15  unseen");
        assertThat(wrong("short: Gemensamma", "short: Gemen\u0007samma")).containsExactly("15  unseen");
        assertThat(wrong("short: Gemensamma", "short: \"  \"")).containsExactly("15 actors › ssr › short blank");
    }
}
