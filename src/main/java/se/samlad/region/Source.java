package se.samlad.region;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.Node;

/**
 * A file's bytes as YAML's nodes: one document, of text only. Size, depth and number of values are bounded; there are no
 * aliases and no tags, so what is read is no larger than what was sent, and no class is named.
 */
final class Source {

    /** The size of the largest file, in bytes. */
    static final int LARGEST = 2_000_000;

    private static final int DEEPEST = 24;
    private static final int MOST_VALUES = 200_000;

    /** What can't be seen, or turns the text around it. */
    private static final Pattern UNSEEN = Pattern.compile(
            "[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F-\\x9F\\u061C\\u200B-\\u200F\\u2028-\\u202E\\u2060-\\u2069\\uFEFF\\uFFFE\\uFFFF]");

    private final Mistakes mistakes;
    private int documents;
    private int depth;

    private Source(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    /** The document's root; null, with a mistake, where there is none that can be read. */
    static @Nullable Node read(byte[] file, Mistakes mistakes) {
        if (file.length > LARGEST) {
            mistakes.onLine(1, "", "size", LARGEST / 1_000_000);
            return null;
        }
        var text = text(file, mistakes);
        if (text == null) return null;
        try {
            return new Source(mistakes).nodes(text);
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            mistakes.onLine(mark == null ? 1 : mark.getLine() + 1, "", "yaml", String.valueOf(e.getProblem()));
        } catch (YAMLException e) {
            mistakes.onLine(1, "", "yaml", String.valueOf(e.getMessage()));
        }
        return null;
    }

    private static @Nullable String text(byte[] file, Mistakes mistakes) {
        var bytes = ByteBuffer.wrap(file);
        var chars = CharBuffer.allocate(file.length + 1);
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(bytes, chars, true);
        var text = chars.flip().toString();
        if (result.isError()) {
            mistakes.onLine(lineAt(text, text.length()), "", "utf8");
            return null;
        }
        if (text.startsWith("\uFEFF")) text = text.substring(1);
        var unseen = UNSEEN.matcher(text);
        while (unseen.find()) {
            var code = String.format("U+%04X", text.codePointAt(unseen.start()));
            mistakes.onLine(lineAt(text, unseen.start()), "", "unseen", code);
            if (mistakes.areEnough()) break;
        }
        return mistakes.isEmpty() ? text : null;
    }

    private static int lineAt(String text, int index) {
        return 1 + (int) text.substring(0, index).chars().filter(c -> c == '\n').count();
    }

    private @Nullable Node nodes(String text) {
        var options = new LoaderOptions();
        options.setNestingDepthLimit(DEEPEST);
        options.setCodePointLimit(LARGEST);
        options.setMaxAliasesForCollections(0);
        int values = 0;
        for (Event event : new Yaml(options).parse(new java.io.StringReader(text))) {
            check(event);
            if (++values > MOST_VALUES) {
                mistakes.onLine(event.getStartMark().getLine() + 1, "", "values", MOST_VALUES);
                break;
            }
            if (mistakes.areEnough() || depth > DEEPEST) break;
        }
        if (documents == 0) mistakes.onLine(1, "", "empty");
        if (!mistakes.isEmpty()) return null;
        return new Yaml(options).compose(new java.io.StringReader(text));
    }

    private void check(Event event) {
        int line = event.getStartMark() == null ? 1 : event.getStartMark().getLine() + 1;
        if (event instanceof CollectionStartEvent && ++depth > DEEPEST) mistakes.onLine(line, "", "deep", DEEPEST);
        if (event instanceof CollectionEndEvent) depth--;
        if (event instanceof DocumentStartEvent && ++documents > 1) mistakes.onLine(line, "", "documents");
        if (event instanceof AliasEvent || (event instanceof NodeEvent node && node.getAnchor() != null))
            mistakes.onLine(line, "", "alias");
        if ((event instanceof ScalarEvent scalar && scalar.getTag() != null)
                || (event instanceof CollectionStartEvent start && start.getTag() != null))
            mistakes.onLine(line, "", "tag");
    }
}
