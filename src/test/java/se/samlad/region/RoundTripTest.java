package se.samlad.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import se.samlad.access.Function;
import se.samlad.access.Level;
import se.samlad.access.Mandate;
import se.samlad.actor.Actor;
import se.samlad.actor.Actor.Kind;
import se.samlad.actor.Actor.Membership;
import se.samlad.actor.ActorFact.GroupNamed;
import se.samlad.actor.Area;

/** What is written reads as the same region. */
class RoundTripTest {

    private static void same(Region region) {
        var read = RegionFileTest.parse(Regions.write(region));
        assertThat(read.mistakes()).isEmpty();
        assertThat(read.sound()).isEqualTo(region);
    }

    @Test
    void theRegionsThatComeWithSamlad() {
        same(Regions.shipped());
        same(Regions.empty("09", "Gotlands län", "Gotland County"));
    }

    @Property(tries = 200)
    void anyRegion(@ForAll("regions") Region region) {
        same(region);
    }

    /** Texts that YAML could take for something else. */
    private static Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        "yes",
                        "No",
                        "~",
                        "null",
                        "0123",
                        "1e3",
                        "2026-01-01",
                        "a: b",
                        "#x",
                        "- y",
                        "{z}",
                        "\"",
                        "'",
                        "\\",
                        "åäö",
                        "&a",
                        "*b",
                        "!t",
                        "%",
                        "@",
                        "`",
                        "| >",
                        "TRUE",
                        "Öst",
                        "a b",
                        ".5",
                        "0x1f",
                        "a, b",
                        "[c]"),
                Arbitraries.strings()
                        .withChars("abcåÄ:#-{}[],&*!|>'\"%@`\\ 0123456789.~?")
                        .ofMinLength(1)
                        .ofMaxLength(30)
                        .map(s -> "x" + s.strip()));
    }

    @Provide
    Arbitrary<Region> regions() {
        var codes = Arbitraries.strings()
                .withCharRange('a', 'z')
                .numeric()
                .ofMinLength(1)
                .ofMaxLength(12)
                .map(s -> "c" + s.toLowerCase(java.util.Locale.ROOT))
                .filter(c -> !c.equals("board") && !c.equals("joint"))
                .list()
                .uniqueElements()
                .ofMaxSize(8);
        return codes.flatMap(list -> texts().list().ofSize(12).flatMap(words -> Arbitraries.integers()
                .between(0, 1_000_000)
                .map(seed -> region(list, words, new java.util.Random(seed)))));
    }

    private static Region region(List<String> codes, List<String> words, java.util.Random random) {
        var base = Regions.empty("09", words.get(0), words.get(1));
        var actors = new ArrayList<>(base.actors());
        var functions = new ArrayList<>(base.functions());
        int number = 1000;
        for (var code : codes) {
            var contact = random.nextInt(4) == 0;
            var scb = random.nextBoolean() ? String.valueOf(number++) : null;
            actors.add(new Actor(
                    code,
                    words.get(2),
                    words.get(random.nextInt(12)),
                    words.get(3),
                    random.nextBoolean() ? null : words.get(4),
                    contact ? Kind.CONTACT : Kind.MUNICIPALITY,
                    contact ? Membership.NONE : random.nextBoolean() ? Membership.PARTY : Membership.ASSOCIATED,
                    random.nextBoolean() ? "2020-02-29" : null,
                    scb,
                    List.of(new Actor.Unit("del", words.get(5), words.get(6))),
                    scb == null ? List.of() : List.of(new Actor.Count("2014-06-30", random.nextInt(1_000_000)))));
            var mandates = EnumSet.of(Mandate.REPORT, Mandate.ADMINISTER);
            if (random.nextBoolean()) mandates.add(Mandate.KEEP);
            functions.add(new Function(
                    code,
                    "tib",
                    words.get(7),
                    words.get(8),
                    Level.values()[random.nextInt(3)],
                    mandates,
                    random.nextBoolean() ? "del" : null,
                    null));
            functions.add(new Function(
                    code,
                    "stab",
                    words.get(8),
                    words.get(8),
                    Level.EXECUTING,
                    EnumSet.of(Mandate.REPORT),
                    null,
                    random.nextBoolean() ? "tib" : null));
        }
        var areas = new LinkedHashMap<String, Area>();
        for (var actor : actors)
            if (actor.scb() != null) areas.put(actor.scb(), new Area(actor.scb(), words.get(9), square(random)));
        var group = new GroupNamed(
                "alla",
                words.get(10),
                words.get(11),
                actors.stream().map(Actor::code).toList());
        var name = new se.samlad.actor.RegionName(
                "r",
                words.get(0),
                words.get(1),
                "09",
                words.get(2),
                words.get(3),
                "SCB",
                random.nextBoolean() ? List.of() : List.of("snow-and-ice"));
        return new Region(
                name,
                actors,
                functions,
                List.of(group),
                base.forums(),
                List.copyOf(areas.values()),
                List.of(new Region.Account("lst.tib", List.of("board/tib"))));
    }

    private static List<Area.Polygon> square(java.util.Random random) {
        double x = 15 + random.nextInt(100_000) / 99_999.0;
        double y = 58 + random.nextInt(100_000) / 7_777.0 / 100;
        var ring = List.of(
                new Area.Point(x, y), new Area.Point(x + 1, y), new Area.Point(x + 1, y + 0.5), new Area.Point(x, y));
        return List.of(new Area.Polygon(List.of(ring)));
    }
}
