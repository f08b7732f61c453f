package se.samlad.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.samlad.scenes.Running;

/** A path has one spelling, so that no two checks read it differently. */
class AddressesTest {

    @Provide
    Arbitrary<List<String>> segments() {
        return Arbitraries.strings()
                .withChars("abcåäö09-._~ é%/;\\")
                .ofMinLength(1)
                .ofMaxLength(8)
                .filter(segment -> !segment.matches("\\.{1,2}|.*[/\\\\;%].*"))
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    private static String path(List<String> segments) {
        return "/"
                + segments.stream()
                        .map(segment -> URLEncoder.encode(segment, StandardCharsets.UTF_8)
                                .replace("+", "%20")
                                .replace("%7E", "~"))
                        .collect(Collectors.joining("/"));
    }

    @Property
    void whatIsEncodedOnlyWhereItMustBeIsPlain(@ForAll("segments") List<String> segments) {
        assertThat(Addresses.isPlain(path(segments))).isTrue();
    }

    /** Every other spelling of the same path: one more character is encoded. */
    @Property
    void whatIsEncodedWithoutNeedIsNot(@ForAll("segments") List<String> segments) {
        var path = path(segments);
        for (int at = 1; at < path.length(); at++) {
            char c = path.charAt(at);
            if (c == '%') {
                at += 2;
                continue;
            }
            var other = path.substring(0, at) + String.format("%%%02x", (int) c) + path.substring(at + 1);
            assertThat(Addresses.isPlain(other)).as(other).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%61pi/incidents",
                "/api//incidents",
                "//api/incidents",
                "/./api/incidents",
                "/x/../api/incidents",
                "/api/incidents;a=b",
                "/api/%2e%2e/incidents",
                "/api%2fincidents",
                "/api%5cincidents",
                "/api/incidents%00",
                "/api/%zz"
            })
    void anotherWayToWriteAPathIsRefusedInWords(String path) throws Exception {
        assertThat(Addresses.isPlain(path)).isFalse();
        var body = "{\"title\":\"En annan väg in\"}";
        try (var wire = new Wire("POST " + path + " HTTP/1.1\r\nAuthorization: Bearer demo-lst.tib\r\n"
                + "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n")) {
            wire.write(body);
            assertThat(wire.status()).isEqualTo(400);
        }
    }

    /** The last segment may be empty: {@code /public/} is not found or redirected, but is no other path. */
    @ParameterizedTest
    @ValueSource(strings = {"/", "/public/", "/incidents/å", "/incidents/%C3%A5%20b"})
    void whatIsPlainIsLookedFor(String path) {
        assertThat(Addresses.isPlain(path.replace("å", "%C3%A5"))).isTrue();
        assertThat(Running.anybody().page(path.replace("å", "%C3%A5")).status()).isLessThan(500);
    }
}
