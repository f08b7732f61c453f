package se.samlad.web;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.converter.HttpMessageNotWritableException;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a form as the JSON that a program would have sent: with the same names and the same refusals. An empty field
 * counts as not sent. A part ({@code english.title}) or a row of a list ({@code measures[0].what}) whose fields are all
 * empty counts as not sent. For a list of texts, each line is one text. Times are Stockholm's; see {@link Times}.
 */
final class FormBody extends AbstractHttpMessageConverter<Object> {

    private static final Pattern ROW = Pattern.compile("(\\w+)\\[(\\d{1,3})]\\.(.+)");
    private static final Pattern PART = Pattern.compile("(\\w+)\\.(.+)");
    private final JsonMapper json;
    private final Function<HttpServletRequest, Instant> clock;

    /** @param clock the time on the page that the form stands on */
    FormBody(JsonMapper json, Function<HttpServletRequest, Instant> clock) {
        super(MediaType.APPLICATION_FORM_URLENCODED);
        this.json = json;
        this.clock = clock;
    }

    @Override
    protected boolean supports(Class<?> type) {
        return type.isRecord();
    }

    /** Refuses a form that is sent to the API; a program that does so has made a mistake. */
    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType media) {
        return media != null && super.canRead(type, media) && !Errors.isApi(request());
    }

    @Override
    public boolean canWrite(Class<?> type, @Nullable MediaType media) {
        return false;
    }

    @Override
    protected Object readInternal(Class<?> type, HttpInputMessage message) {
        var fields = new TreeMap<String, List<String>>();
        request().getParameterMap().forEach((name, values) -> {
            if (!FormKey.isBeside(name)) fields.put(name, List.of(values));
        });
        try {
            return json.treeToValue(object(json.constructType(type), fields), type);
        } catch (JacksonException e) {
            throw new HttpMessageNotReadableException("a field can't be read", e, message);
        }
    }

    private static HttpServletRequest request() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes asked)
            return asked.getRequest();
        throw new IllegalStateException("a form is read outside of a request");
    }

    private ObjectNode object(JavaType type, Map<String, List<String>> fields) {
        var object = json.createObjectNode();
        var rows = new TreeMap<String, Map<Integer, Map<String, List<String>>>>();
        var parts = new TreeMap<String, Map<String, List<String>>>();
        fields.forEach((name, values) -> {
            var row = ROW.matcher(name);
            var part = PART.matcher(name);
            if (row.matches()) cell(rows, row, values);
            else if (part.matches())
                parts.computeIfAbsent(part.group(1), each -> new TreeMap<>()).put(part.group(2), values);
            else put(object, name, componentType(type, name), values);
        });
        parts.forEach((name, each) -> {
            var part = object(componentType(type, name), each);
            if (!part.isEmpty()) object.set(name, part);
        });
        rows.forEach((name, each) -> {
            var list = object.putArray(name);
            var rowType = componentType(type, name).getContentType();
            each.values().stream().map(row -> object(rowType, row)).forEach(row -> {
                if (!row.isEmpty()) list.add(row);
            });
        });
        return object;
    }

    private static void cell(
            Map<String, Map<Integer, Map<String, List<String>>>> rows, Matcher row, List<String> values) {
        rows.computeIfAbsent(row.group(1), list -> new TreeMap<>())
                .computeIfAbsent(Integer.valueOf(row.group(2)), number -> new TreeMap<>())
                .put(row.group(3), values);
    }

    private void put(ObjectNode object, String name, JavaType type, List<String> values) {
        if (Collection.class.isAssignableFrom(type.getRawClass())) {
            var list = object.putArray(name);
            values.stream()
                    .flatMap(String::lines)
                    .filter(each -> !Letters.isEmpty(each))
                    .forEach(list::add);
        } else if (values.size() > 1) {
            values.forEach(object.putArray(name)::add);
        } else if (!Letters.isEmpty(values.getFirst())) {
            var text = values.getFirst();
            if (text.equals("true") && !type.hasRawClass(String.class)) object.put(name, true);
            else object.put(name, isTime(type) ? Times.withOffset(text, clock.apply(request()), name) : text);
        }
    }

    private static boolean isTime(JavaType type) {
        return type.hasRawClass(OffsetDateTime.class) || type.hasRawClass(Instant.class);
    }

    /** The type for an unknown field, which is later refused by its name. */
    private JavaType componentType(JavaType record, String name) {
        var components = record.getRawClass().getRecordComponents();
        Type type = components == null
                ? Object.class
                : Arrays.stream(components)
                        .filter(each -> each.getName().equals(name))
                        .map(RecordComponent::getGenericType)
                        .findFirst()
                        .orElse(Object.class);
        return json.constructType(type);
    }

    @Override
    protected void writeInternal(Object form, HttpOutputMessage message) {
        throw new HttpMessageNotWritableException("forms are only read");
    }
}
