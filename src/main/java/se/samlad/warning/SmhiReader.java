package se.samlad.warning;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.samlad.warning.Read.Reference;
import se.samlad.warning.Read.Skipped;
import se.samlad.warning.Read.Unreadable;
import se.samlad.warning.Watched.Why;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads SMHI's warnings in both published formats and tells these apart by shape: an array is the impact-based
 * {@code warning.json}, an object with {@code alert} the old {@code alerts.json}. A single warning of either format is
 * read too, but is not a full list.
 *
 * <p>Limits: 16 MB, 2 million JSON tokens, nesting 64, 5,000 warnings; beyond them the whole body is unreadable. Items
 * are read one by one, so an endless array fails at its 5,001st item.
 */
public final class SmhiReader {

    static final int MOST_BYTES = 16_000_000;
    static final int MOST_ITEMS = 5_000;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(64)
                            .maxTokenCount(2_000_000)
                            .maxNumberLength(100)
                            .maxNameLength(1_000)
                            .maxStringLength(MOST_BYTES)
                            .build())
                    .build())
            .build();

    /** The items read so far, by id. Of two with the same id the later issue is kept, and what both refer to. */
    private static final class Gathered {
        final Map<String, Warning> warnings = new LinkedHashMap<>();
        final Set<Reference> references = new LinkedHashSet<>();
        final List<Skipped> skipped = new ArrayList<>();

        void add(Warning warning) {
            Warning other = warnings.get(warning.id());
            if (other == null || Watched.LATEST.compare(other, warning) < 0) warnings.put(warning.id(), warning);
            if (other != null) skipped.add(new Skipped(warning.id(), "feed.skipped.duplicate", "id"));
            Why why = warning.cancelled() ? Why.CANCELLED : Why.REPLACED;
            warning.origin().revision().replaces().stream()
                    .filter(id -> !id.equals(warning.id()))
                    .forEach(id -> references.add(new Reference(id, why, warning.sent(), warning.pretended())));
        }

        Read read(Warning.Form form, boolean complete) {
            return new Read(
                    form,
                    complete,
                    List.copyOf(warnings.values()),
                    Collections.unmodifiableSet(references),
                    List.copyOf(skipped));
        }
    }

    /** @throws Unreadable with its message key, where the list itself can't be read */
    public Read read(byte[] body) throws Unreadable {
        String json = decoded(body);
        if (json.isBlank()) throw new Unreadable("feed.unreadable.empty");
        if (json.stripLeading().startsWith("<")) throw new Unreadable("feed.unreadable.markup");
        try (JsonParser parser = JSON.createParser(json)) {
            Read read = root(parser);
            if (parser.nextToken() != null) throw new Unreadable("feed.unreadable.not-json");
            return read;
        } catch (UnexpectedEndOfInputException e) {
            throw new Unreadable("feed.unreadable.cut-off");
        } catch (StreamConstraintsException e) {
            throw new Unreadable("feed.unreadable.too-large");
        } catch (JacksonException e) {
            throw new Unreadable("feed.unreadable.not-json");
        }
    }

    private static Read root(JsonParser parser) throws Unreadable {
        Gathered into = new Gathered();
        return switch (parser.nextToken()) {
            case START_ARRAY -> {
                while (parser.nextToken() != JsonToken.END_ARRAY) ibww(parser.readValueAsTree(), into);
                yield into.read(Warning.Form.SMHI_IBWW, true);
            }
            case START_OBJECT -> object(parser, into);
            default -> throw new Unreadable("feed.unreadable.not-smhi");
        };
    }

    private static Read object(JsonParser parser, Gathered into) throws Unreadable {
        ObjectNode others = JSON.createObjectNode();
        boolean list = false;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            if (!name.equals("alert")) {
                others.set(name, parser.<JsonNode>readValueAsTree());
            } else {
                list = true;
                alerts(parser, token, into);
            }
        }
        if (list) return into.read(Warning.Form.SMHI_V2, true);
        if (others.has("warningAreas")) {
            ibww(others, into);
            return into.read(Warning.Form.SMHI_IBWW, false);
        }
        if (!others.has("identifier")) throw new Unreadable("feed.unreadable.not-smhi");
        v2(others, into);
        return into.read(Warning.Form.SMHI_V2, false);
    }

    /** The old format's {@code alert}: an array, a single alert, or null or an empty text for none. */
    private static void alerts(JsonParser parser, JsonToken token, Gathered into) throws Unreadable {
        if (token == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) v2(parser.readValueAsTree(), into);
            return;
        }
        JsonNode alone = parser.readValueAsTree();
        if (alone.isObject()) {
            v2(alone, into);
        } else if (!alone.isNull() && !(alone.isString() && alone.asString().isBlank())) {
            throw new Unreadable("feed.unreadable.not-smhi");
        }
    }

    private static void v2(JsonNode alert, Gathered into) throws Unreadable {
        try {
            into.add(SmhiV2.warning(Fields.of(alert, "alert")));
        } catch (Fields.Malformed e) {
            into.skipped.add(new Skipped(idOf(alert, "identifier", "", ""), e.key, e.field));
        }
        checkCount(into);
    }

    private static void ibww(JsonNode warning, Gathered into) throws Unreadable {
        List<JsonNode> areas;
        try {
            Fields whole = Fields.of(warning, "warning");
            whole.required("id");
            areas = whole.values("warningAreas");
            if (areas.isEmpty()) throw new Fields.Malformed("feed.skipped.missing", "warningAreas");
        } catch (Fields.Malformed e) {
            into.skipped.add(new Skipped(idOf(warning, "id", SmhiIbww.PREFIX, ":"), e.key, e.field));
            checkCount(into);
            return;
        }
        for (JsonNode area : areas) {
            area(new Fields(warning), area, into);
            checkCount(into);
        }
    }

    private static void area(Fields warning, JsonNode area, Gathered into) {
        try {
            into.add(SmhiIbww.warning(warning, Fields.of(area, "warningAreas")));
        } catch (Fields.Malformed e) {
            String parent = idOf(warning.node(), "id", SmhiIbww.PREFIX, ":");
            String own = idOf(area, "id", parent, "");
            into.skipped.add(new Skipped(own.isEmpty() ? parent : own, e.key, e.field));
        }
    }

    private static void checkCount(Gathered into) throws Unreadable {
        if (into.warnings.size() + into.skipped.size() > MOST_ITEMS) throw new Unreadable("feed.unreadable.too-many");
    }

    /** The id with the given prefix and suffix, or empty where it can't be read. */
    private static String idOf(JsonNode item, String field, String before, String after) {
        JsonNode id = item.get(field);
        if (id == null || !(id.isString() || id.isNumber())) return "";
        String text = Fields.clean(id.asString());
        return text.isEmpty() ? "" : before + text + after;
    }

    /** As gzip begins (RFC 1952 §2.3.1): said by name, since a program that sends it blames its encoding else. */
    private static boolean isGzip(byte[] body) {
        return body.length > 1 && (body[0] & 0xff) == 0x1f && (body[1] & 0xff) == 0x8b;
    }

    private static boolean marksUtf16(byte[] body) {
        if (body.length < 2) return false;
        int mark = (body[0] & 0xff) << 8 | body[1] & 0xff;
        return mark == 0xfeff || mark == 0xfffe;
    }

    /**
     * Decodes UTF-8, or UTF-16 with a byte order mark. Other encodings are refused rather than guessed, which would
     * garble names.
     */
    private static String decoded(byte[] body) throws Unreadable {
        if (body.length > MOST_BYTES) throw new Unreadable("feed.unreadable.too-large");
        if (isGzip(body)) throw new Unreadable("feed.unreadable.compressed");
        Charset charset = marksUtf16(body) ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
        try {
            String text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new Unreadable("feed.unreadable.encoding");
        }
    }
}
