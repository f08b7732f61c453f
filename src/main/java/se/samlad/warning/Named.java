package se.samlad.warning;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import se.samlad.warning.County.Ground;
import se.samlad.warning.County.Touch;
import se.samlad.warning.Warning.Area;
import se.samlad.warning.Warning.Extent;

/**
 * Reads from SMHI's names of areas, in both of its formats, how they touch a county. An unknown name stays
 * unknown.
 */
final class Named {

    /**
     * @param municipalities the municipalities that are named, or that may be found; empty where the name does not tell
     */
    record Place(Touch touch, SortedSet<String> municipalities) {}

    /** Longer names are read only up to this length. */
    private static final int LONGEST_NAME = 1_000;

    private static final Pattern WHOLE_COUNTRY = words("^(?:hela )?(?:sverige|landet)$|^(?:all of )?sweden$");
    private static final Pattern ANY_COUNTY = words("\\b\\p{L}+(?: götalands?)? (?:läns?|county)\\b");
    private static final Pattern ANY_MUNICIPALITY = words("\\b(?:kommuns?|stad|municipality)\\b");
    private static final Pattern BETWEEN_NAMES = words("\\b(?:och|and|samt|test|övning|exercise)\\b|[,.;:\\s]");

    /** SMHI's sea areas and great lakes. */
    private static final Set<String> WATERS = Set.of(
            "norra östersjön",
            "ålandshav",
            "ålands hav",
            "bottenviken",
            "norra kvarken",
            "norra bottenhavet",
            "södra bottenhavet",
            "skärgårdshavet",
            "finska viken",
            "rigabukten",
            "mellersta östersjön",
            "sydöstra östersjön",
            "södra östersjön",
            "sydvästra östersjön",
            "bälten",
            "öresund",
            "kattegatt",
            "skagerack",
            "skagerrak",
            "vänern",
            "vättern");

    private final SortedMap<String, Pattern> municipalities = new TreeMap<>();
    private final Pattern county;
    private final SmhiNames names;

    Named(Ground ground, SmhiNames names) {
        this.names = names;
        this.county = words(county(ground.nameSv(), " län") + "|" + county(ground.nameEn(), " county"));
        ground.municipalities()
                .forEach((code, name) -> this.municipalities.put(
                        code,
                        words("\\b" + Pattern.quote(name.toLowerCase(Locale.ROOT))
                                + "s? (?:kommuns?|stad|municipality)\\b")));
    }

    /** The county by its name in one language, in either language's words: {@code Gotlands län}, {@code Gotland County}. */
    private static String county(String name, String ending) {
        var low = name.toLowerCase(Locale.ROOT);
        var whole = low.endsWith(ending) ? low.substring(0, low.length() - ending.length()) : low;
        var stem = whole.endsWith("s") ? whole.substring(0, whole.length() - 1) : whole;
        return "\\b" + Pattern.quote(stem) + "s? (?:läns?|county)\\b";
    }

    /** For names in lower case; ö counts as a letter. */
    private static Pattern words(String regex) {
        return Pattern.compile(regex, Pattern.UNICODE_CHARACTER_CLASS);
    }

    SortedSet<String> all() {
        return new TreeSet<>(municipalities.keySet());
    }

    /** The named areas decide. The area in words is used where none is named, and may narrow the county to a part. */
    Place place(Extent extent) {
        Place inWords = place(extent.words());
        Place named = extent.areas().stream()
                .map(this::place)
                .min(Comparator.comparing(Place::touch))
                .orElse(inWords);
        boolean narrowed = named.touch() == Touch.COUNTY && inWords.touch() == Touch.PART;
        return narrowed || named.touch() == Touch.UNKNOWN ? inWords : named;
    }

    private Place place(Area area) {
        return place(area.name().isEmpty() ? area.nameEn() : area.name());
    }

    private Place place(String words) {
        String near = words.substring(0, Math.min(words.length(), LONGEST_NAME));
        String name = Normalizer.normalize(near, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .strip();
        SortedSet<String> found = municipalitiesNamedIn(name);
        if (county.matcher(name).find()) return place(limited(name) ? Touch.PART : Touch.COUNTY, found);
        if (WHOLE_COUNTRY.matcher(name).find()) return place(Touch.COUNTY, found);
        if (!found.isEmpty() || names.parts().matcher(name).find()) return place(Touch.PART, found);
        return sea(name);
    }

    private Place sea(String name) {
        TreeSet<String> coast = new TreeSet<>();
        names.seas().forEach((sea, along) -> {
            if (name.contains(sea)) coast.addAll(along);
        });
        if (!coast.isEmpty()) return place(Touch.SEA, coast);
        boolean elsewhere = ANY_COUNTY.matcher(name).find()
                || ANY_MUNICIPALITY.matcher(name).find()
                || (names.areKnown() && WATERS.stream().anyMatch(name::contains));
        return place(elsewhere ? Touch.NONE : Touch.UNKNOWN, coast);
    }

    /** Whether the name has more than counties' names: "utom Roslagskusten", ", södra delen". */
    private static boolean limited(String name) {
        String rest = ANY_COUNTY.matcher(name).replaceAll("");
        return !BETWEEN_NAMES.matcher(rest).replaceAll("").isEmpty();
    }

    private SortedSet<String> municipalitiesNamedIn(String name) {
        TreeSet<String> codes = new TreeSet<>();
        if (!ANY_MUNICIPALITY.matcher(name).find()) return codes;
        municipalities.forEach((code, called) -> {
            if (called.matcher(name).find()) codes.add(code);
        });
        return codes;
    }

    private static Place place(Touch touch, SortedSet<String> municipalities) {
        return new Place(touch, municipalities);
    }
}
