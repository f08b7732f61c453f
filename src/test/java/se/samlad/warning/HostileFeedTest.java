package se.samlad.warning;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.samlad.warning.Read.Unreadable;

/** Bodies that nobody should send. */
class HostileFeedTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | empty",
                "`  ` | empty",
                "<!doctype html><title>502</title> | markup",
                "` <?xml version=\"1.0\"?><alerts/>` | markup",
                "Service unavailable | not-json",
                "[1,2 | cut-off",
                "{\"alert\":[{\"identifier\":\"a | cut-off",
                "[] [] | not-json",
                "[],  | not-json",
                "{} | not-smhi",
                "{\"error\":\"try later\"} | not-smhi",
                "{\"alert\":7} | not-smhi",
                "{\"alert\":\"none\"} | not-smhi",
                "null | not-smhi",
                "12 | not-smhi",
                "\"text\" | not-smhi",
            })
    void whatIsNoListOfWarningsIsRefusedWithItsReason(String body, String why) {
        assertUnreadable(body == null ? new byte[0] : body.getBytes(UTF_8), why);
    }

    @Test
    void otherEncodingsAreDecodedOrRefusedButNeverGarbled() {
        String real = new String(Bodies.real(Bodies.V2), UTF_8);
        Read expected = Bodies.readReal(Bodies.V2);
        assertThat(Bodies.read(("\ufeff" + real).getBytes(UTF_8))).isEqualTo(expected);
        assertThat(Bodies.read(real.getBytes(UTF_16))).isEqualTo(expected);
        assertUnreadable(real.getBytes(ISO_8859_1), "encoding");
        assertUnreadable(real.getBytes(UTF_16BE), "encoding");
        assertUnreadable(new byte[] {(byte) 0xff, (byte) 0xfe, '['}, "encoding");
        assertUnreadable(new byte[10], "not-json");
    }

    @Test
    void depthSizeAndCountHaveBounds() {
        assertUnreadable("[".repeat(100_000).getBytes(UTF_8), "too-large");
        assertUnreadable(
                ("[{\"id\":1,\"x\":" + "{\"y\":".repeat(1_000) + "1" + "}".repeat(1_000) + "}]").getBytes(UTF_8),
                "too-large");
        assertUnreadable(filled(SmhiReader.MOST_BYTES + 1), "too-large");
        assertUnreadable(("[" + "0,".repeat(1_000_000) + "0]").getBytes(UTF_8), "too-many");
        assertUnreadable(("[[" + "0,".repeat(3_000_000) + "0]]").getBytes(UTF_8), "too-large");
        assertUnreadable(("[" + "9".repeat(1_000) + "]").getBytes(UTF_8), "too-large");
        String areas = "{\"id\":1,\"warningAreas\":[" + "{},".repeat(6_000) + "{}]}";
        assertUnreadable(("[" + areas + "]").getBytes(UTF_8), "too-many");
    }

    @Test
    void fiveThousandAreReadAndOneMoreAreNot() {
        assertThat(Bodies.read(many(SmhiReader.MOST_ITEMS)).warnings()).hasSize(SmhiReader.MOST_ITEMS);
        assertUnreadable(many(SmhiReader.MOST_ITEMS + 1).getBytes(UTF_8), "too-many");
    }

    @Test
    void textsAreCutAndCleaned() {
        String long_ = "å".repeat(50_000);
        assertThat(headline(long_)).hasSize(Fields.LONGEST_TEXT).endsWith("å" + Fields.CUT);
        assertThat(headline("x" + "😀".repeat(10_000)))
                .hasSizeBetween(Fields.LONGEST_TEXT - 1, Fields.LONGEST_TEXT)
                .endsWith("😀" + Fields.CUT);
        assertThat(headline("a\\u0000b\\u0007c\\ud800d\\u202ee\\u0085f")).isEqualTo("abcdef");
        assertThat(headline("rad 1\\r\\nrad 2\\\\nrad\\t3")).isEqualTo("rad 1\nrad 2\nrad 3");
        assertThat(headline("A\\u030alandshav")).isEqualTo("Ålandshav");
        assertThat(headline("<script>alert(1)</script>")).isEqualTo("<script>alert(1)</script>");
        assertThat(headline("👩🏽‍🚒 ok")).isEqualTo("👩🏽‍🚒 ok");
    }

    @Test
    void linksAreAddressesOnTheWebOrNone() {
        assertThat(link("https://www.smhi.se/x")).isEqualTo("https://www.smhi.se/x");
        assertThat(link("javascript:alert(1)")).isEmpty();
        assertThat(link("//evil.example")).isEmpty();
        assertThat(link("http:")).isEmpty();
        assertThat(link("not an address")).isEmpty();
        assertThat(link("https://x.se/" + "a".repeat(3_000))).isEmpty();
    }

    @Test
    void timesWithoutOffsetAreSwedishAndAbsurdOnesRefused() {
        String body = Bodies.alerts(Bodies.alert("a", "").replace("08:00:00+02:00", "08:00:00"));
        assertThat(Bodies.read(body).warnings().getFirst().sent()).hasToString("2016-04-20T06:00:00Z");
        for (String absurd :
                new String[] {"+999999999-01-01T00:00:00Z", "0001-01-01T00:00:00Z", "2016-02-30T00:00:00Z"}) {
            Read read = Bodies.read(Bodies.alerts(Bodies.alert("a", "").replace("2016-04-20T08:00:00+02:00", absurd)));
            assertThat(read.warnings()).isEmpty();
            assertThat(read.skipped()).extracting(Read.Skipped::about).containsExactly("sent");
        }
    }

    @Test
    void idsAreBounded() {
        Read read = Bodies.read(Bodies.alerts(Bodies.alert("x".repeat(201), ""), Bodies.alert("a b", "")));
        assertThat(read.warnings()).isEmpty();
        assertThat(Bodies.read("[" + Bodies.ibww("\"1:2\"", "") + "]").warnings())
                .isEmpty();
        assertThat(Bodies.read("[" + Bodies.ibww("\"12\"", "") + "]").warnings())
                .hasSize(1);
    }

    @Test
    void aBadShapeNeverCostsTheWarning() {
        assertThat(polygons("{\"type\":\"Polygon\",\"coordinates\":[[[\"a\",1],[2,3],[4,5]]]}"))
                .isZero();
        assertThat(polygons("{\"type\":\"Polygon\",\"coordinates\":[[[1,1],[2,null],[4,5]]]}"))
                .isZero();
        assertThat(polygons("{\"type\":\"Polygon\",\"coordinates\":[[[1,1],[1e999,1],[4,5]]]}"))
                .isZero();
        assertThat(polygons("{\"type\":\"Polygon\",\"coordinates\":[[[1,1],[181,1],[4,5]]]}"))
                .isZero();
        assertThat(polygons("{\"type\":\"Polygon\",\"coordinates\":[[[1,1],[2,2]]]}"))
                .isZero();
        assertThat(polygons("{\"type\":\"Polygon\",\"coordinates\":[[[1,1],7,[2,2]]]}"))
                .isZero();
        assertThat(polygons("{\"type\":\"Polygon\",\"coordinates\":{}}")).isZero();
        assertThat(polygons("{\"type\":7,\"geometry\":[[[]]]}")).isZero();
        assertThat(polygons("\"here\"")).isZero();
        assertThat(polygons("[]")).isZero();
        assertThat(polygons("{\"type\":\"Point\",\"coordinates\":[18,59]}")).isZero();
        assertThat(polygons(ring(Shapes.MOST_POINTS))).isOne();
        assertThat(polygons(ring(Shapes.MOST_POINTS + 1))).isZero();
    }

    @Test
    void nestingIsMendedEitherWay() {
        String a = "[[1,1],[2,1],[2,2]]";
        String b = "[[5,5],[6,5],[6,6]]";
        assertThat(polygons("{\"type\":\"Polygon\",\"coordinates\":" + a + "}")).isEqualTo(1);
        assertThat(polygons("{\"type\":\"Polygon\",\"coordinates\":[[" + a + "]]}"))
                .isEqualTo(1);
        assertThat(polygons("{\"type\":\"Polygon\",\"coordinates\":[" + a + "," + b + "]}"))
                .isEqualTo(1);
        assertThat(polygons("{\"type\":\"MultiPolygon\",\"coordinates\":[[" + a + "],[" + b + "]]}"))
                .isEqualTo(2);
        assertThat(polygons("{\"type\":\"MultiPolygon\",\"coordinates\":[[" + a + "," + b + "]]}"))
                .isEqualTo(1);
        assertThat(polygons("{\"type\":\"MultiPolygon\",\"coordinates\":[" + a + "," + b + "]}"))
                .isEqualTo(2);
        assertThat(polygons("{\"type\":\"GeometryCollection\",\"geometries\":[{\"type\":\"Polygon\",\"coordinates\":["
                        + a + "]},{\"type\":\"Polygon\",\"coordinates\":[" + b + "]}]}"))
                .isEqualTo(2);
    }

    @Test
    void everyReasonIsSaidInBothLanguages() throws IOException {
        Properties sv = messages("sv");
        Properties en = messages("en");
        assertThat(sv.keySet()).isEqualTo(en.keySet());
        for (String why : "empty markup not-json cut-off encoding too-large too-many not-smhi".split(" ")) {
            assertThat(sv).containsKey("feed.unreadable." + why);
        }
        for (String why : "missing wrong-type unknown-word duplicate".split(" ")) {
            assertThat(sv).containsKey("feed.skipped." + why);
        }
    }

    private static Properties messages(String language) throws IOException {
        Properties messages = new Properties();
        try (var in = HostileFeedTest.class.getResourceAsStream("/messages/feed_" + language + ".properties")) {
            messages.load(new java.io.InputStreamReader(Objects.requireNonNull(in), UTF_8));
        }
        return messages;
    }

    private static String many(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Bodies.alert("a" + i, ""))
                .collect(Collectors.joining(",", "{\"alert\":[", "]}"));
    }

    private static byte[] filled(int size) {
        byte[] body = new byte[size];
        Arrays.fill(body, (byte) ' ');
        return body;
    }

    private static String ring(int points) {
        return IntStream.range(0, points)
                .mapToObj(i -> "[" + (10 + i / 100_000.0) + ",59]")
                .collect(Collectors.joining(",", "{\"type\":\"Polygon\",\"coordinates\":[[", "]]}"));
    }

    private static String headline(String json) {
        String body = Bodies.alerts(Bodies.alert("a", "").replace("Stockholms län", json));
        return Bodies.read(body).warnings().getFirst().headline();
    }

    private static String link(String web) {
        String body =
                Bodies.alerts(Bodies.alert("a", "").replace("\"headline\"", "\"web\":\"" + web + "\",\"headline\""));
        return Bodies.read(body).warnings().getFirst().origin().link();
    }

    private static int polygons(String area) {
        Read read = Bodies.read("[" + Bodies.ibww("1", "\"area\":" + area + ",") + "]");
        assertThat(read.warnings()).hasSize(1);
        return Objects.requireNonNull(read.warnings().getFirst().extent().shape())
                .polygons()
                .size();
    }

    private static void assertUnreadable(byte[] body, String why) {
        assertThatThrownBy(() -> new SmhiReader().read(body))
                .isInstanceOfSatisfying(
                        Unreadable.class, e -> assertThat(e.key()).isEqualTo("feed.unreadable." + why));
    }
}
