package se.samlad.actor;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An organisation with its own responsibility and its own decisions (A1).
 *
 * @param code permanent, such as {@code taby}
 * @param shortName shown on the board
 * @param shortEn the same in English; null: as in Swedish
 * @param member a party to the agreement; false for the joint functions and contacts
 * @param scb Statistics Sweden's code of a municipality; else null
 * @param inhabitants registered population by date, oldest first; empty for all but municipalities
 */
public record Actor(
        String code,
        String nameSv,
        String nameEn,
        String shortName,
        @Nullable String shortEn,
        Kind kind,
        boolean member,
        @Nullable String scb,
        List<Unit> units,
        List<Count> inhabitants) {

    /** The kinds of organisation, in the order of the board. */
    public enum Kind {
        COUNTY_BOARD,
        POLICE,
        REGION,
        RESCUE_SERVICE,
        ALARM,
        TRANSPORT,
        MILITARY,
        COAST_GUARD,
        PORTS,
        MUNICIPALITY,
        JOINT_FUNCTIONS,
        CONTACT
    }

    /** A part of the actor that is affected and reports on its own (A6). */
    public record Unit(String code, String nameSv, String nameEn) {}

    /** @param date the day of the count, as {@code 2014-06-30} */
    public record Count(String date, int people) {}

    public Actor {
        units = List.copyOf(units);
        inhabitants = List.copyOf(inhabitants);
    }

    public String name(String language) {
        return language.equals("en") ? nameEn : nameSv;
    }

    /** What it is called in rows and on the board. */
    public String shortName(String language) {
        return language.equals("en") && shortEn != null ? shortEn : shortName;
    }

    public Optional<Unit> unit(@Nullable String unit) {
        return units.stream().filter(u -> u.code().equals(unit)).findFirst();
    }
}
