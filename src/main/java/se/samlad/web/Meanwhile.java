package se.samlad.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What others have changed in a text since the version that a form was drawn from.
 *
 * @param drawnFrom the version that the form was drawn from
 * @param now the version that holds; the form is drawn from it when it is shown again
 * @param head whose change it is and when, in the reader's language
 * @param before what the form was drawn from; empty if its reader may not see it
 * @param after what holds; empty if it has no text of its own
 */
public record Meanwhile(UUID drawnFrom, UUID now, String head, List<Worded.Field> before, List<Worded.Field> after) {

    /** One field that differs. @param pieces the words of both versions */
    public record Change(String label, List<Differences.Piece> pieces) {}

    /** The fields that differ. Where the versions share no field, all of the later one. */
    public List<Change> changes() {
        var old = texts(before);
        var now = texts(after);
        var shared = now.keySet().stream().anyMatch(old::containsKey);
        var labels = new LinkedHashMap<String, String>();
        after.forEach(field -> labels.put(field.name(), field.label()));
        if (shared) before.forEach(field -> labels.putIfAbsent(field.name(), field.label()));
        return labels.entrySet().stream()
                .filter(field -> !text(old, field.getKey()).equals(text(now, field.getKey())))
                .map(field -> new Change(
                        field.getValue(),
                        Differences.between(shared ? text(old, field.getKey()) : "", text(now, field.getKey()))))
                .toList();
    }

    /** The texts by field, as a program gets them. */
    static Map<String, String> texts(List<Worded.Field> fields) {
        var texts = new LinkedHashMap<String, String>();
        fields.forEach(field -> texts.put(field.name(), field.text()));
        return texts;
    }

    private static String text(Map<String, String> texts, @Nullable String field) {
        return texts.getOrDefault(field, "");
    }
}
