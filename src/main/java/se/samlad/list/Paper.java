package se.samlad.list;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.springframework.stereotype.Component;

/**
 * Makes a tagged PDF (PDF/UA) of a page. Its letters are those of one font that is carried along, so that it looks the same
 * everywhere; a sign that the font has not is written as its name, such as {@code [fire engine]}: nothing is lost.
 */
@Component
public class Paper {

    private static final String FONT = "Samlad";

    /** For all sheets: what stands on top, below to the left, and the number of the sheet. */
    private static final String STYLE = """
            <style>
            @page { size: A4; margin: 22mm 20mm 24mm 20mm;
              @top-right { content: "%s"; font: bold 11pt Samlad; }
              @bottom-left { content: "%s"; font: 6pt Samlad; }
              @bottom-right { content: counter(page) " / " counter(pages); font: 8pt Samlad; } }
            body { font: 10pt/1.45 Samlad; }
            h1 { font-size: 17pt; margin: 0 0 6pt; }
            h2 { font-size: 12pt; margin: 14pt 0 4pt; page-break-after: avoid; }
            p { margin: 0 0 4pt; } .text { white-space: pre-wrap; word-wrap: break-word; }
            table { width: 100%%; table-layout: fixed; border-collapse: collapse; -fs-table-paginate: paginate; }
            th, td { text-align: left; vertical-align: top; padding: 2pt 6pt 2pt 0; border-bottom: 0.5pt solid #777;
              word-wrap: break-word; }
            th:first-child { width: 26%%; } .exercise { font-size: 13pt; }
            </style></head>""";

    private static final String FIRST =
            "<html lang=\"sv\"><head><title>Samlad</title></head><body><p>Samlad</p></body></html>";

    private final byte[] plain = font("DejaVuSans.ttf");
    private final byte[] bold = font("DejaVuSans-Bold.ttf");
    private final CmapLookup letters = letters(plain);
    private final CmapLookup boldLetters = letters(bold);

    private final AtomicBoolean made = new AtomicBoolean();

    /** The first sheet takes seconds, since all of it is read then: made when a meeting opens, it is quick when that closes. */
    public void warm() {
        if (made.compareAndSet(false, true)) Thread.ofVirtual().start(() -> of(FIRST, "", ""));
    }

    private static byte[] font(String name) {
        try (InputStream font = Paper.class.getResourceAsStream("/fonts/" + name)) {
            if (font == null) throw new IllegalStateException("there is no font " + name);
            return font.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CmapLookup letters(byte[] font) {
        try (var parsed = new TTFParser().parse(new RandomAccessReadBuffer(font))) {
            return parsed.getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param html a well-formed page whose text is escaped; it names no other files
     * @param top what stands on top of each sheet; like {@code below} a text of ours, without quotes
     */
    public byte[] of(String html, String top, String below) {
        var styled = written(html).replaceFirst("</head>", Matcher.quoteReplacement(STYLE.formatted(top, below)));
        var bytes = new ByteArrayOutputStream(64 * 1_024);
        try {
            new PdfRendererBuilder()
                    .usePdfUaAccessibility(true)
                    .useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory())
                    .useUnicodeBidiReorderer(new ICUBidiReorderer())
                    .useUriResolver((base, uri) -> "")
                    .useFont(
                            () -> new ByteArrayInputStream(plain), FONT, 400, PdfRendererBuilder.FontStyle.NORMAL, true)
                    .useFont(() -> new ByteArrayInputStream(bold), FONT, 700, PdfRendererBuilder.FontStyle.NORMAL, true)
                    .withHtmlContent(styled, null)
                    .toStream(bytes)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The text with what the font has no sign for in words. */
    public String written(String text) {
        var out = new StringBuilder(text.length());
        text.codePoints().forEach(each -> {
            if (isMark(each)) return;
            if (each == '\n' || each == '\t' || isDrawn(each)) out.appendCodePoint(each);
            else out.append('[').append(name(each)).append(']');
        });
        return out.toString();
    }

    private boolean isDrawn(int codePoint) {
        return letters.getGlyphId(codePoint) != 0 && boldLetters.getGlyphId(codePoint) != 0;
    }

    /** What only says how the sign before it is drawn. */
    private static boolean isMark(int codePoint) {
        return codePoint == 0x200d || (codePoint >= 0xfe00 && codePoint <= 0xfe0f);
    }

    private static String name(int codePoint) {
        var name = Character.getName(codePoint);
        return name == null ? "U+" + Integer.toHexString(codePoint) : name.toLowerCase(Locale.ROOT);
    }
}
