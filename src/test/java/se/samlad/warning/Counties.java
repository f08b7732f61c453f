package se.samlad.warning;

import java.util.Map;
import java.util.TreeMap;
import se.samlad.actor.Actor;
import se.samlad.region.Regions;

/** The county of the demo region, for tests. */
public final class Counties {

    public static final String CODE = "01";

    /** Made once: it takes a second. */
    private static final County STOCKHOLM = County.of(ground());

    private Counties() {}

    public static County stockholm() {
        return STOCKHOLM;
    }

    static County.Ground ground() {
        var names = new TreeMap<String, String>();
        for (Actor actor : Regions.shipped().actors())
            if (actor.scb() != null) names.put(actor.scb(), actor.shortName());
        return new County.Ground(CODE, "Stockholms län", "Stockholm County", names, Map.of());
    }
}
