package se.samlad.web;

import gg.jte.Content;
import gg.jte.html.escape.Escape;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Texts with headings, lists, emphasis, quotations and links, in a small part of Markdown. Mark-up that people write is
 * shown as they wrote it, a picture as its words, and a link leads to the web or to a mail address only. What nests too deeply or
 * is too long is shown as plain text: nothing is lost.
 */
public final class Markdown {

    private static final int LONGEST = 20_000;
    private static final int TAGS = 500;
    private static final int DEEPEST = 12;
    /** Headings of a text stand below those of its page. */
    private static final int FIRST_HEADING = 3;

    private static final int LAST_HEADING = 6;
    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto");

    private static final Parser PARSER = Parser.builder()
            .enabledBlockTypes(Set.<Class<? extends Block>>of(Heading.class, BlockQuote.class, ListBlock.class))
            .build();

    private static final HtmlRenderer HTML = HtmlRenderer.builder()
            .escapeHtml(true)
            .softbreak("<br>\n")
            .attributeProviderFactory(context -> (node, tag, attributes) -> {
                if (node instanceof Link) attributes.putAll(Map.of("rel", "noopener noreferrer nofollow"));
            })
            .build();

    private Markdown() {}

    /** For templates: {@code ${Markdown.of(text)}}. */
    public static Content of(String text) {
        var html = html(text);
        return output -> output.writeContent(html);
    }

    static String html(String text) {
        if (text.length() > LONGEST || isOdd(text)) return plain(text);
        var document = PARSER.parse(text);
        if (depth(document) > DEEPEST) return plain(text);
        document.accept(new Harmless());
        return HTML.render(document);
    }

    /** Whether the parser would be busy with it: it looks for the end of each tag, and opens each quotation. */
    private static boolean isOdd(String text) {
        return text.chars().filter(letter -> letter == '<').count() > TAGS
                || text.lines()
                        .anyMatch(line -> line.chars()
                                        .limit(200)
                                        .filter(letter -> letter == '>')
                                        .count()
                                > DEEPEST);
    }

    private static String plain(String text) {
        var escaped = new StringOutput();
        Escape.htmlContent(text, escaped);
        return "<p>" + escaped.toString().replace("\n", "<br>\n") + "</p>\n";
    }

    /** Walked without recursion: a text may nest deeper than a stack. */
    private static int depth(Node document) {
        int deepest = 0;
        int depth = 0;
        Node node = document;
        while (true) {
            if (node.getFirstChild() != null) {
                node = node.getFirstChild();
                deepest = Math.max(deepest, ++depth);
            } else {
                while (node != document && node.getNext() == null) {
                    node = node.getParent();
                    depth--;
                }
                if (node == document) return deepest;
                node = node.getNext();
            }
        }
    }

    private static boolean isAllowed(String address) {
        int colon = address.indexOf(':');
        return colon > 0 && SCHEMES.contains(address.substring(0, colon).toLowerCase(Locale.ROOT));
    }

    /** Takes away what leads elsewhere, and keeps its words. */
    private static final class Harmless extends AbstractVisitor {

        @Override
        public void visit(Heading heading) {
            heading.setLevel(Math.min(LAST_HEADING, heading.getLevel() + FIRST_HEADING - 1));
            visitChildren(heading);
        }

        @Override
        public void visit(Link link) {
            visitChildren(link);
            if (!isAllowed(link.getDestination())) unwrap(link);
        }

        @Override
        public void visit(Image image) {
            visitChildren(image);
            unwrap(image);
        }

        private static void unwrap(Node node) {
            for (var child : children(node)) node.insertBefore(child);
            node.unlink();
        }

        private static List<Node> children(Node node) {
            var all = new java.util.ArrayList<Node>();
            for (var child = node.getFirstChild(); child != null; child = child.getNext()) all.add(child);
            return all;
        }
    }
}
