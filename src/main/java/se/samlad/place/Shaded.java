package se.samlad.place;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import se.samlad.place.CountyMap.Area;
import se.samlad.web.Say;

/**
 * The map with a status for each municipality: what {@code place/map.jte} draws.
 *
 * @param statuses GREEN, YELLOW, ORANGE, RED or NONE by SCB's code or the actor's code; a municipality without one is a
 *     hole
 * @param counts the numbers in the map's key, in its order; empty: no key
 * @param prefix put before every id, so that a picture of the past gets no live updates; empty: this is live
 * @param words the beginning of the keys of what each status is called here
 */
public record Shaded(
        CountyMap map, Map<String, String> statuses, Map<String, Integer> counts, String prefix, String words) {

    /** The status of a hole: nothing shared with the reader, for whatever reason. */
    public static final String NONE = "NONE";

    /** The order in which the map is read aloud: the worst first, holes last. */
    private static final List<String> TOLD = List.of("RED", "ORANGE", "YELLOW", "GREEN", NONE);

    /** The statuses are called what they are called everywhere. */
    public Shaded(CountyMap map, Map<String, String> statuses, Map<String, Integer> counts, String prefix) {
        this(map, statuses, counts, prefix, "status.");
    }

    public Shaded {
        statuses = Map.copyOf(statuses);
        counts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    }

    public String status(Area area) {
        var status = statuses.get(area.code());
        if (status == null) status = statuses.get(area.actor());
        return status != null && TOLD.contains(status) ? status : NONE;
    }

    /** The CSS class and the sign of the area's status. */
    public String shape(Area area) {
        return status(area).toLowerCase(Locale.ROOT);
    }

    public String id(String name) {
        return prefix + name;
    }

    /** The areas whose names are shown: the worst first, never over the sign of an area in trouble. */
    public Set<Area> named(int size) {
        return map.named(size, this::rank, this::isInTrouble);
    }

    public Set<Area> namedInLens(int size) {
        return map.namedInLens(size, this::rank, this::isInTrouble);
    }

    private int rank(Area area) {
        return TOLD.indexOf(status(area));
    }

    private boolean isInTrouble(Area area) {
        return rank(area) < 2;
    }

    /** The municipalities that have a sign in the lens. */
    public List<Area> inLens() {
        return map.municipalities().stream().filter(a -> a.lens() != null).toList();
    }

    /** The map in words, for readers who can't see it: {@code Kritiskt: Norrtälje och Värmdö. Normalt: alla andra.} */
    public String inWords(Say say) {
        var sentences = new ArrayList<String>();
        for (String status : TOLD) {
            var names = map.municipalities().stream()
                    .filter(a -> status(a).equals(status))
                    .map(Area::name)
                    .toList();
            if (!names.isEmpty()) sentences.add(capital(say.text(words + status)) + ": " + listed(names, say) + ".");
        }
        return String.join(" ", sentences);
    }

    private static String listed(List<String> names, Say say) {
        if (names.size() == 1) return names.getFirst();
        return String.join(", ", names.subList(0, names.size() - 1)) + " " + say.text("place.and") + " "
                + names.getLast();
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
