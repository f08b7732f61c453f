package se.samlad.scenes;

import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import se.samlad.actor.Actor;
import se.samlad.region.Regions;
import tools.jackson.databind.json.JsonMapper;

/** The statistics office's files of inhabitants, with a figure for each municipality of the demo. */
final class Statistics {

    private static final AtomicInteger PEOPLE = new AtomicInteger(10_001);

    private Statistics() {}

    /** A file with figures that no file had before. */
    static String csv() {
        return Regions.shipped().actors().stream()
                .filter(actor -> actor.kind() == Actor.Kind.MUNICIPALITY)
                .sorted(Comparator.comparing(Actor::code))
                .map(actor -> Objects.requireNonNull(actor.scb()) + ";" + PEOPLE.getAndIncrement())
                .collect(Collectors.joining("\n", "kod;folkmängd\n", "\n"));
    }

    /** To be read in for the fees of a year. */
    static String json(int year) {
        return new JsonMapper().writeValueAsString(Map.of("on", year - 1 + "-06-30", "text", csv()));
    }

    /** Equal shares of a year's parties that are no municipalities. */
    static String shares() {
        return "lst 1\nregion 1\npolisen 1\nfm 1\nsos 1\ntrafikverket 1\nkbv 1\nhamnar 1\nssbf 1\nsbff 1\nattunda 1";
    }
}
