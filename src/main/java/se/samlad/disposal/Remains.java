package se.samlad.disposal;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Set;
import se.samlad.journal.Entry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What is left of a fact after disposal: the same fact with every text replaced. */
final class Remains {

    /** Replaces a text; in both languages, because it is stored. */
    static final String GONE = "[gallrad / disposed of]";

    /** Text fields that rules and the gate read: codes, not a person's words; where the name alone is not enough, of which record. */
    private static final Set<String> CODES = Set.of(
            "unit",
            "actor",
            "actors",
            "groups",
            "concerned",
            "directly",
            "indirectly",
            "callIn",
            "release",
            "chair",
            "function",
            "inSteadOf",
            "kind",
            "warning",
            "openedTo",
            "prepared",
            "measure",
            "to",
            "channels",
            "field",
            "Called.forum",
            "Called.sv",
            "Called.en",
            "Called.standIn",
            "Called.expected",
            "Taken.why",
            "Taken.page",
            "Closed.adjusters",
            "Project.owner",
            "Project.partners",
            "Came.left",
            "Measured.owner",
            "Ordered.owner");

    private static final JsonMapper JSON = new JsonMapper();

    private Remains() {}

    /** The entry's body with its texts replaced. */
    static String of(Entry entry) {
        var body = (ObjectNode) JSON.readTree(entry.body());
        replace(body, entry.fact().getClass());
        return JSON.writeValueAsString(body);
    }

    private static void replace(ObjectNode node, Class<?> record) {
        for (var component : record.getRecordComponents()) {
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                replace(node, component.getType());
                continue;
            }
            var value = node.get(component.getName());
            if (value != null && !value.isNull()) node.set(component.getName(), replaced(value, component));
        }
    }

    private static JsonNode replaced(JsonNode value, RecordComponent component) {
        var of = component.getDeclaringRecord().getSimpleName() + "." + component.getName();
        return (CODES.contains(component.getName()) || CODES.contains(of)) && !isRecord(component.getGenericType())
                ? value
                : replaced(value, component.getGenericType());
    }

    private static boolean isRecord(Type type) {
        return element(type) instanceof Class<?> c && c.isRecord();
    }

    private static Type element(Type type) {
        return type instanceof ParameterizedType list ? list.getActualTypeArguments()[0] : type;
    }

    private static JsonNode replaced(JsonNode value, Type type) {
        if (value instanceof ArrayNode list) {
            var fresh = JSON.createArrayNode();
            list.forEach(each -> fresh.add(replaced(each, element(type))));
            return fresh;
        }
        if (value instanceof ObjectNode inner && type instanceof Class<?> c && c.isRecord()) {
            replace(inner, c);
            return inner;
        }
        return type == String.class ? JSON.getNodeFactory().stringNode(GONE) : value;
    }
}
