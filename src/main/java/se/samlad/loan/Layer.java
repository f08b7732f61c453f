package se.samlad.loan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.samlad.resource.Loan;
import se.samlad.resource.Need;

/**
 * The needs of an incident on the map: each municipality as its worst need. Pure.
 *
 * @param statuses RED where something is missing, YELLOW where it is promised or on its way, GREEN where all is there; by the
 *     municipality's code
 * @param places the needs that go on, by municipality, the worst first
 * @param nowhere how many needs that go on name no municipality
 */
public record Layer(Map<String, String> statuses, List<Place> places, int nowhere) {

    private static final List<String> WORST_FIRST = List.of("RED", "YELLOW", "GREEN");

    /** @param area the municipality's code */
    public record Place(String area, String status, List<Need> needs) {}

    static Layer of(List<Need> needs) {
        var byArea = new HashMap<String, List<Need>>();
        int nowhere = 0;
        for (var need : needs) {
            if (need.state() == Need.State.CLOSED) continue;
            var area = need.raised().area();
            if (area == null) nowhere++;
            else byArea.computeIfAbsent(area, code -> new ArrayList<>()).add(need);
        }
        var statuses = new LinkedHashMap<String, String>();
        var places = new ArrayList<Place>();
        byArea.forEach((area, there) -> {
            var worst = there.stream()
                    .map(Layer::status)
                    .min(Comparator.comparing(WORST_FIRST::indexOf))
                    .orElseThrow();
            statuses.put(area, worst);
            places.add(new Place(area, worst, List.copyOf(there)));
        });
        places.sort(Comparator.comparing((Place place) -> WORST_FIRST.indexOf(place.status()))
                .thenComparing(Place::area));
        return new Layer(statuses, List.copyOf(places), nowhere);
    }

    static String status(Need need) {
        if (need.ended() == null && need.missing() > 0) return "RED";
        boolean there = need.sum(Loan::arrived) >= need.sum(Loan::promised);
        return there ? "GREEN" : "YELLOW";
    }

    /** How many municipalities have each status, the worst first. */
    public Map<String, Integer> counts() {
        var counts = new LinkedHashMap<String, Integer>();
        for (var status : WORST_FIRST)
            counts.put(status, (int)
                    statuses.values().stream().filter(status::equals).count());
        return counts;
    }
}
