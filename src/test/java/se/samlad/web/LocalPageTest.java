package se.samlad.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody is sent to another site by an address that somebody sent. */
class LocalPageTest {

    private static final URI HERE = URI.create("https://samlad.example/sign-in");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example",
                "/\\evil.example",
                "/\t/evil.example",
                "/\n/evil.example",
                "\t//evil.example",
                " //evil.example",
                "/\r\nSet-Cookie: a=b",
                "/\u0000",
                "/.//evil.example",
                "/a/..//evil.example",
                "/%2e%2e//evil.example",
                "/%5cevil.example",
                "/%09/evil.example",
                "javascript:alert(1)",
                "evil.example",
                "/a?b=%zz",
                "",
            })
    void anotherSiteIsTheStartPage(String address) {
        assertThat(LocalPage.of(address)).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/incidents/1?kind=REPORT&q=a%20b", "/search?q=http://evil.example//", "/a#b"})
    void aPageOfOursIsItself(String address) {
        assertThat(LocalPage.of(address)).isEqualTo(address);
    }

    @Property(tries = 2_000)
    void whateverIsSentLeadsToOurselves(@ForAll("addresses") String address) {
        var local = LocalPage.of(address);
        var asBrowsersRead = local.replaceAll("[\\t\\n\\r]", "").strip().replace('\\', '/');
        assertThat(asBrowsersRead).isEqualTo(local).startsWith("/").doesNotStartWith("//");
        assertThat(local).matches("[!-~]+");
        assertThat(HERE.resolve(local).getHost()).isEqualTo("samlad.example");
        assertThat(LocalPage.of(local)).isEqualTo(local);
    }

    @Provide
    Arbitrary<String> addresses() {
        var parts = Arbitraries.of(List.of(
                "/",
                "\\",
                "//",
                ".",
                "..",
                "%2f",
                "%5C",
                "%09",
                "%zz",
                "\t",
                "\n",
                "\r",
                "\0",
                " ",
                "@",
                ":",
                "?",
                "#",
                "evil.example",
                "https:",
                "javascript:",
                "å",
                "\u2028",
                "[",
                "]",
                "|",
                "\"",
                "a"));
        return Arbitraries.oneOf(
                parts.list().ofMaxSize(8).map(all -> String.join("", all)),
                parts.list().ofMaxSize(8).map(all -> "/" + String.join("", all)),
                Arbitraries.strings().ofMaxLength(12).map(text -> "/" + text));
    }
}
