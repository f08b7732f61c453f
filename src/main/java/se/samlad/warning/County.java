package se.samlad.warning;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.samlad.warning.Outlines.Touched;
import se.samlad.warning.Warning.Extent;
import se.samlad.warning.Warning.Shape;

/**
 * Whether a warning touches a county, and which of its municipalities.
 *
 * <p>Named areas decide. A drawn shape narrows down the municipalities, and only where it lies in the county. It is
 * compared by its real edges with land and water. Where the outlines can't tell, a municipality is counted in and the
 * answer is not certain: it is never left out by a guess.
 */
public final class County {

    /**
     * What tells one county from another.
     *
     * @param code Statistics Sweden's, of two digits: the key to the outlines and to SMHI's names that come with Samlad
     * @param nameSv such as {@code Gotlands län}
     * @param nameEn such as {@code Gotland County}
     * @param municipalities their names by their codes, of four digits
     * @param outlines of those whose outline does not come with Samlad
     */
    public record Ground(
            String code,
            String nameSv,
            String nameEn,
            SortedMap<String, String> municipalities,
            Map<String, Shape> outlines) {}

    /** How a warning touches the county. */
    public enum Touch {
        /** The county is named, and nothing limits it to a part. */
        COUNTY,
        /** A part of the county. */
        PART,
        /** A sea area along its coast. */
        SEA,
        /** The source's area is missing or unknown to us: it may be here or elsewhere. */
        UNKNOWN,
        /** Other areas only. */
        NONE
    }

    /**
     * @param municipalities codes ("0114") of those it may touch; empty for UNKNOWN and NONE
     * @param certain true: it touches exactly these; false: it touches some of these
     */
    public record Reach(Touch touch, SortedSet<String> municipalities, boolean certain) {

        public boolean touchesCounty() {
            return touch == Touch.COUNTY || touch == Touch.PART || touch == Touch.SEA;
        }

        /**
         * Whether it may touch the county or municipality with the code. False for UNKNOWN, which is to be shown as
         * unknown.
         */
        public boolean touches(String code) {
            return isCounty(code) ? touchesCounty() : municipalities.contains(code);
        }
    }

    private static final SortedSet<String> NOBODY = Collections.emptySortedSet();

    private final Outlines outlines;
    private final Named names;

    private County(Ground ground) {
        this.outlines = new Outlines(ground);
        this.names = new Named(ground, SmhiNames.of(ground.code()));
    }

    /** The county, ready to compare with. It takes a second to make. */
    public static County of(Ground ground) {
        return new County(ground);
    }

    /** Whether Statistics Sweden's code is a county's: a municipality's has four digits. */
    public static boolean isCounty(String code) {
        return code.length() <= 2;
    }

    /** How the warning's extent touches the county. */
    public Reach reach(Extent extent) {
        Named.Place place = names.place(extent);
        if (place.touch() == Touch.NONE) return new Reach(Touch.NONE, NOBODY, true);
        Touched drawn = outlines.touched(extent.shape());
        return switch (place.touch()) {
            case NONE, UNKNOWN -> drawn.perhaps().isEmpty() ? undecided(extent.shape()) : inCounty(drawn);
            case SEA -> new Reach(Touch.SEA, both(place.municipalities(), drawn.perhaps()), false);
            case COUNTY ->
                drawn.ashore() ? inCounty(drawn) : new Reach(Touch.COUNTY, names.all(), extent.shape() == null);
            case PART -> part(place.municipalities(), drawn);
        };
    }

    private Reach inCounty(Touched drawn) {
        boolean all = drawn.perhaps().size() == names.all().size();
        return new Reach(all ? Touch.COUNTY : Touch.PART, drawn.perhaps(), drawn.isCertain());
    }

    /** Named municipalities decide; a shape that shows others adds them. */
    private Reach part(SortedSet<String> named, Touched drawn) {
        if (!named.isEmpty())
            return new Reach(Touch.PART, both(named, drawn.surely()), named.containsAll(drawn.surely()));
        return drawn.ashore() ? inCounty(drawn) : new Reach(Touch.PART, names.all(), false);
    }

    private static SortedSet<String> both(SortedSet<String> some, SortedSet<String> others) {
        SortedSet<String> all = new TreeSet<>(some);
        all.addAll(others);
        return all;
    }

    /**
     * For an extent with no known name and no municipality drawn: elsewhere only if all of its polygons lie far off.
     */
    private Reach undecided(@Nullable Shape shape) {
        boolean elsewhere = shape != null && !shape.polygons().isEmpty() && !outlines.isNear(shape);
        return new Reach(elsewhere ? Touch.NONE : Touch.UNKNOWN, NOBODY, elsewhere);
    }
}
