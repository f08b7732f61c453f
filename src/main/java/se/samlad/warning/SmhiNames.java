package se.samlad.warning;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * SMHI's names of a county's parts and of the sea along it: {@code smhi.json} in the county's folder of {@code /geo}.
 *
 * @param areKnown false where no such file comes with Samlad: a warning for a sea may then be for the county
 * @param parts matches a name of a part, in lower case
 * @param seas by their names in lower case, with the codes of the municipalities that have an outer coast there
 */
record SmhiNames(boolean areKnown, Pattern parts, Map<String, Set<String>> seas) {

    private static final Pattern NOTHING = Pattern.compile("(?!)");

    static SmhiNames of(String county) {
        return Outlines.read(county, "smhi.json")
                .map(SmhiNames::of)
                .orElseGet(() -> new SmhiNames(false, NOTHING, Map.of()));
    }

    private static SmhiNames of(JsonNode file) {
        var parts = file.path("parts").values().stream()
                .map(part -> "\\b" + Pattern.quote(part.asString()) + "\\b")
                .collect(Collectors.joining("|"));
        Map<String, Set<String>> seas = new HashMap<>();
        file.path("seas").properties().forEach(sea -> {
            Set<String> along = new TreeSet<>();
            sea.getValue().forEach(code -> along.add(code.asString()));
            seas.put(sea.getKey(), along);
        });
        return new SmhiNames(true, Pattern.compile(parts, Pattern.UNICODE_CHARACTER_CLASS), seas);
    }
}
