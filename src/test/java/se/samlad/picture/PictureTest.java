package se.samlad.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samlad.picture.Cast.ALL;
import static se.samlad.picture.Cast.NACKA;
import static se.samlad.picture.Cast.POLICE;
import static se.samlad.picture.Cast.REGION;
import static se.samlad.picture.Cast.TABY;
import static se.samlad.picture.Cast.codes;
import static se.samlad.picture.Cast.picture;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.samlad.incident.IncidentFact.Concern;
import se.samlad.journal.Entry;
import se.samlad.report.Situation;
import se.samlad.report.Status;

class PictureTest {

    private final Cast cast = new Cast();

    @Test
    void theWorstIsShownFirstAndHolesLast_C3() {
        cast.says(TABY, null, Status.GREEN, "Inget särskilt");
        cast.says(NACKA, null, Status.RED, "Strömlöst");
        assertThat(codes(picture(cast.entries()).standings())).containsExactly("nacka", "taby", "polisen", "region");
        assertThat(picture(cast.entries()).groups())
                .extracting(Picture.Group::shade)
                .containsExactly(Shade.values());
    }

    @Test
    void inAGroupTheLatestComesFirst() {
        var first = cast.says(TABY, null, Status.YELLOW, "Halt");
        cast.says(NACKA, null, Status.YELLOW, "Halt här med");
        assertThat(codes(picture(cast.entries()).standings())).startsWith("nacka", "taby");
        cast.confirms(TABY, first);
        assertThat(codes(picture(cast.entries()).standings())).startsWith("taby", "nacka");
    }

    @Test
    void aChangeMovesOnlyTheOneWhoChanged_C1() {
        cast.says(TABY, null, Status.GREEN, "Inget särskilt");
        cast.says(NACKA, null, Status.YELLOW, "Halt");
        assertThat(codes(picture(cast.entries()).standings())).containsExactly("nacka", "taby", "polisen", "region");
        cast.says(TABY, null, Status.RED, "Huvudledning av");
        assertThat(codes(picture(cast.entries()).standings())).containsExactly("taby", "nacka", "polisen", "region");
    }

    @Test
    void anActorStandsAsTheWorstOfItsUnitsWhereOnlyTheyHaveSpoken_A6() {
        cast.says(REGION, "trafik", Status.ORANGE, "Inställda bussar");
        cast.says(REGION, "vard", Status.YELLOW, "Fullt");
        var region = standing(REGION.code());
        assertThat(region.shade()).isEqualTo(Shade.ORANGE);
        assertThat(region.whole()).isNull();
        assertThat(region.parts()).extracting(Standing.Part::shade).containsExactly(Shade.ORANGE, Shade.YELLOW);
        cast.says(REGION, null, Status.GREEN, "Regionen som helhet klarar sig");
        assertThat(standing(REGION.code()).shade()).isEqualTo(Shade.GREEN);
    }

    @Test
    void aUnitThatHasSharedNothingIsAHoleUnderItsActor_C3() {
        cast.says(REGION, "trafik", Status.GREEN, "Går som vanligt");
        assertThat(standing(REGION.code()).parts())
                .extracting(Standing.Part::shade)
                .containsExactly(Shade.GREEN, Shade.NONE);
    }

    @Test
    void whatWasRelayedFillsNoHole_C3() {
        cast.relays(TABY, "Polisen", "De har stängt bron");
        var police = standing(POLICE.code());
        assertThat(police.isHole()).isTrue();
        assertThat(police.relayed()).hasSize(1);
        assertThat(picture(cast.entries()).holes()).hasSize(ALL.size());
        assertThat(picture(cast.entries()).consequences()).isEmpty();
    }

    @Test
    void indirectlyAffectedHolesComeLast_C2_F3() {
        var weighed = Map.of("nacka", Concern.INDIRECT, "taby", Concern.DIRECT);
        assertThat(codes(picture(cast.entries(), weighed).holes()))
                .containsExactly("polisen", "region", "taby", "nacka");
    }

    @Test
    void listsSayTheWorstFirstAndEachItsSource_C3() {
        cast.says(TABY, null, Status.YELLOW, "Halt");
        cast.says(NACKA, null, Status.RED, "Strömlöst");
        assertThat(picture(cast.entries()).consequences())
                .extracting(l -> l.by().actor())
                .containsExactly("nacka", "taby");
        assertThat(picture(cast.entries()).oldest()).extracting(s -> s.actor()).containsExactly("taby", "nacka");
    }

    @Test
    void whatChangedSaysFromAndTo() {
        cast.says(TABY, null, Status.GREEN, "Inget särskilt");
        cast.says(NACKA, null, Status.YELLOW, "Halt");
        var before = Situation.VIEW.fold(cast.entries());
        cast.says(TABY, null, Status.RED, "Huvudledning av");
        var changes = Changes.between(before, Situation.VIEW.fold(cast.entries()));
        assertThat(changes).singleElement().satisfies(c -> {
            assertThat(c.from()).isEqualTo(Shade.GREEN);
            assertThat(c.to()).isEqualTo(Shade.RED);
        });
    }

    @Test
    void nothingNewIsNoChange_C1() {
        var report = cast.says(TABY, null, Status.GREEN, "Inget särskilt");
        var before = Situation.VIEW.fold(cast.entries());
        cast.confirms(TABY, report);
        assertThat(Changes.between(before, Situation.VIEW.fold(cast.entries()))).isEmpty();
    }

    @Test
    void theApiListsWhoHasSpokenAndWhoIsMissing_C3() {
        cast.says(REGION, "trafik", Status.ORANGE, "Inställda bussar");
        cast.says(TABY, null, Status.GREEN, "Inget särskilt");
        var answer = PictureApi.answer("cursor", Cast.minute(0), picture(cast.entries()));
        assertThat(answer.actors()).extracting(PictureApi.Row::code).containsExactly("region", "taby");
        assertThat(answer.actors().getFirst().units())
                .extracting(PictureApi.Unit::status)
                .containsExactly("ORANGE");
        assertThat(answer.missing()).containsExactly("nacka", "polisen");
        assertThat(answer.counts()).containsEntry("NONE", 2).containsEntry("RED", 0);
    }

    @Test
    void whatIsNoLongerCriticalLeavesTheWall() {
        cast.says(TABY, null, Status.RED, "Huvudledning av");
        cast.says(NACKA, null, Status.RED, "Strömlöst");
        cast.says(TABY, null, Status.GREEN, "Lagad");
        assertThat(Important.VIEW.fold(cast.entries()).rows())
                .extracting(Important.Row::actor)
                .containsExactly("nacka");
    }

    @Test
    void theRailsKeepTheLatestStopsOnly() {
        for (int i = 0; i < 2 * Stops.MOST + 20; i++) cast.says(TABY, null, Status.RED, "Läge " + i);
        var all = cast.entries();
        for (int many : List.of(Stops.MOST + 20, 2 * Stops.MOST - 1, 2 * Stops.MOST, all.size())) {
            var first = all.subList(0, many);
            assertThat(Stops.VIEW.fold(first).latest())
                    .extracting(Stops.Stop::recordedAt)
                    .containsExactlyElementsOf(first.subList(many - Stops.MOST, many).stream()
                            .map(Entry::recordedAt)
                            .toList()
                            .reversed());
        }
    }

    @Test
    void longTextsAreCutBetweenWords() {
        assertThat(Picture.shortly("kort")).isEqualTo("kort");
        assertThat(Picture.shortly("ord ".repeat(200))).hasSizeLessThan(230).endsWith("ord …");
        var faces = Picture.shortly("a" + "😀".repeat(300));
        assertThat(faces.codePoints().filter(c -> c >= 0xD800 && c <= 0xDFFF)).isEmpty();
    }

    private Standing standing(String code) {
        return picture(cast.entries()).standings().stream()
                .filter(s -> s.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
