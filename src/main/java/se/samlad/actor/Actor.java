package se.samlad.actor;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Mandate;

/**
 * An organisation with its own responsibility and its own decisions (A1).
 *
 * @param code permanent, such as {@code taby}
 * @param shortName shown on the board
 * @param shortEn the same in English; null: as in Swedish
 * @param since the day its membership began, such as {@code 2015-01-01}; null: not known, or no member
 * @param scb Statistics Sweden's code of the municipality whose area it has; else null
 * @param inhabitants registered population by date, oldest first; empty where it has no such area
 */
public record Actor(
        String code,
        String nameSv,
        String nameEn,
        String shortName,
        @Nullable String shortEn,
        Kind kind,
        Membership membership,
        @Nullable String since,
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
        CONTACT;

        /**
         * Whether a function of such an actor can have the mandate: some belong to one actor alone (I2, I4, A9), and who decides
         * for nobody takes no stance (A8, A9).
         */
        public boolean may(Mandate mandate) {
            return switch (mandate) {
                case CONVENE -> this == COUNTY_BOARD;
                case CONVENE_IN_STEAD, ADMIT -> this == JOINT_FUNCTIONS;
                case STANCE -> this != JOINT_FUNCTIONS && this != CONTACT;
                default -> true;
            };
        }
    }

    /** How it belongs to the collaboration (A1). */
    public enum Membership {
        /** It has signed the agreement. */
        PARTY,
        /** It takes part as a party does, but has not signed and pays no fee. */
        ASSOCIATED,
        /** The joint functions (A9), and contacts (A8). */
        NONE
    }

    /** A part of the actor that is affected and reports on its own (A6). */
    public record Unit(String code, String nameSv, String nameEn) {}

    /** @param date the day of the count, as {@code 2014-06-30} */
    public record Count(String date, int people) {}

    public Actor {
        units = List.copyOf(units);
        inhabitants = List.copyOf(inhabitants);
    }

    /** The same with the inhabitants of a day, in place of an earlier figure. @param date as {@code 2014-06-30} */
    public Actor counted(String date, int people) {
        var counts = Stream.concat(
                        inhabitants.stream().filter(count -> !count.date().equals(date)),
                        Stream.of(new Count(date, people)))
                .sorted(Comparator.comparing(Count::date))
                .toList();
        return new Actor(code, nameSv, nameEn, shortName, shortEn, kind, membership, since, scb, units, counts);
    }

    /** Whether it takes part in all that is open to members: a party or an associated member. */
    public boolean member() {
        return membership != Membership.NONE;
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
