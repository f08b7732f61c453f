package se.samlad.web;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.samlad.Awaited;

class MarkdownTest {

    private static final String TAGS = "(?:p|br|h[3-6]|ul|ol|li|em|strong|code|blockquote|a)";

    @Test
    void aTextIsShownAsItIsMeant() {
        assertThat(Markdown.html("# Läget\n\nEn *viktig* sak:\n\n- nio språk\n- **tolk** i luren\n\n> så sa de"))
                .contains(
                        "<h3>Läget</h3>",
                        "<em>viktig</em>",
                        "<li>nio språk</li>",
                        "<strong>tolk</strong>",
                        "<blockquote>");
        assertThat(Markdown.html("rad ett\nrad två")).contains("rad ett<br>\nrad två");
        assertThat(Markdown.html("[avtalet](https://example.se/a?b=1&c=2)"))
                .contains(
                        "<a href=\"https://example.se/a?b=1&amp;c=2\" rel=\"noopener noreferrer nofollow\">avtalet</a>");
        assertThat(Markdown.html("<mailto:a@b.se>")).contains("href=\"mailto:a@b.se\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[tryck](javascript:alert(1))",
                "[tryck](JaVaScRiPt:alert(1))",
                "[tryck](&#106;avascript:alert(1))",
                "[tryck](java\\nscript:alert(1))",
                "[tryck](data:text/html;base64,PHNjcmlwdD4=)",
                "[tryck](vbscript:x)",
                "[tryck](//evil.example)",
                "[tryck](/sign-out)",
                "[tryck][1]\n\n[1]: javascript:alert(1)",
                "<javascript:alert(1)>",
                "![tryck](https://evil.example/x.png)",
                "[![tryck](https://evil.example/x.png)](javascript:alert(1))"
            })
    void whatLeadsElsewhereIsItsWordsOnly(String hostile) {
        assertThat(Markdown.html(hostile)).doesNotContain("href", "<img", "src=");
        if (hostile.contains("tryck")) assertThat(Markdown.html(hostile)).contains("tryck");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "a <b onclick=\"x\">b</b>",
                "<svg/onload=alert(1)>",
                "<!-- -->",
                "[a](https://x.se/\"onmouseover=\"alert(1))",
                "`<script>`",
                "    <script>"
            })
    void markUpIsShownAsWritten(String hostile) {
        assertThat(Markdown.html(hostile).replaceAll("</?" + TAGS + "( href=\"[^\"<>]*\" rel=\"[a-z ]+\")?>", ""))
                .doesNotContain("<", ">");
    }

    @Property(tries = 500)
    void noTextMakesOtherMarkUp(
            @ForAll
                    @StringLength(max = 60)
                    @Chars({
                        '<', '>', '"', '\'', '[', ']', '(', ')', '!', '*', '_', '`', '#', '-', ':', '/', '&', '\n', ' ',
                        'a', '1', '\\'
                    })
                    String text) {
        assertThat(Markdown.html(text)
                        .replaceAll("</?" + TAGS + "( href=\"[^\"<>]*\" rel=\"[a-z ]+\"| start=\"\\d+\")?( /)?>", ""))
                .doesNotContain("<", ">");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ">", "> ", "- ", "* ", "1. ", "[", "![", "*a ", "**a ", "_a_", "`", "[a](", "<", "&", "\\", "#", "a**b"
            })
    void manyLettersOfAnythingAreShown(String piece) {
        for (int length : new int[] {19_000, 100_000})
            Awaited.little(() -> assertThat(Markdown.html(piece.repeat(length / piece.length())))
                    .isNotBlank());
    }

    @Test
    void deepListsAreShown() {
        var indented = new StringBuilder();
        for (int depth = 0; indented.length() < 19_000; depth++)
            indented.append(" ".repeat(2 * depth)).append("- a\n");
        Awaited.little(() -> assertThat(Markdown.html(indented.toString())).contains("a"));
    }

    @Test
    void whatIsTooLongIsPlainAndWhole() {
        var html = Markdown.html("# a <b>\n" + "x".repeat(20_001));
        assertThat(html).startsWith("<p># a &lt;b&gt;<br>\n").contains("x".repeat(20_001));
    }
}
