package se.samlad.scenes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.samlad.actor.Actor;
import se.samlad.region.Region;
import se.samlad.region.Regions;

/** The secretariat's work with the region, without script and by keyboard alone (A1, A6, A8). */
class HandsOnRegionTest {

    /** A contact, so that those who count the members count the same. */
    @ParameterizedTest
    @EnumSource
    @Writes({"/actors", "/actors/*/registration", "/actors/*/functions"})
    void aContactIsAdmittedAndChanged_A8(Hands hands) {
        var code = "kontakt-" + hands.name().toLowerCase(Locale.ROOT).replace('_', '-');
        var hand = hands.of("kansli").open("/actors");
        hand.unfold("details:has(> #admit)")
                .write("#admit-code", code)
                .write("#admit-nameSv", "Rederiet")
                .write("#admit-nameEn", "The shipping company")
                .write("#admit-shortName", "Rederiet")
                .pick("#admit-kind", "CONTACT")
                .pick("#admit-membership", "NONE")
                .press("#admit button");
        hand.sees("h1", "Rederiet").sees("main", "Tjänsteman i beredskap");

        hand.open("/actors/" + code)
                .unfold("details:has(> #registration)")
                .write("#registration-nameSv", "Rederiet i hamnen")
                .press("#registration button");
        hand.sees("h1", "Rederiet i hamnen");

        hand.open("/actors/" + code)
                .unfold("details:has(> #function-new)")
                .write("#function-new-name", "hamn")
                .write("#function-new-titleSv", "Hamnvakt")
                .write("#function-new-titleEn", "Port watch")
                .choose("#function-new input[value='REPORT']")
                .press("#function-new button");
        hand.sees("table", "Hamnvakt");
    }

    @ParameterizedTest
    @EnumSource
    @Writes("/region")
    void aFileIsLookedAt_andReadIn_A8(Hands hands) {
        var code = "ur-fil-" + hands.name().toLowerCase(Locale.ROOT).replace('_', '-');
        var hand = hands.of("kansli").open("/region");
        hand.write("#region-text", "region: nothing").press("#region button[name='look']");
        hand.sees("#region", "Här ska det stå namn med värden");
        hand.holds("#region-text", "region: nothing");

        hand.write("#region-text", small(code)).press("#region button[name='look']");
        hand.sees("#region", "Inget är ändrat ännu").sees("main", "Hamnkaptenen");
        hand.press("#region button:not([name])");
        hand.open("/actors/" + code).sees("h1", "Hamnkaptenen");
    }

    /** What a region must have, as it is here, and a contact more. */
    private static String small(String code) {
        var here = Running.server().part(Regions.class).current();
        var actors = new ArrayList<Actor>();
        for (var actor : here.actors())
            if (actor.code().equals("lst") || actor.code().equals("ssr")) actors.add(actor);
        var functions = actors.stream()
                .flatMap(actor -> here.functionsOf(actor.code()).stream())
                .toList();
        actors.add(new Actor(
                code,
                "Hamnkaptenen",
                "The harbour master",
                "Hamnkaptenen",
                null,
                Actor.Kind.CONTACT,
                Actor.Membership.NONE,
                null,
                null,
                List.of(),
                List.of()));
        return Regions.write(new Region(here.name(), actors, functions, List.of(), List.of(), List.of(), List.of()));
    }
}
