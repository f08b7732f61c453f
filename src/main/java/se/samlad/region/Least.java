package se.samlad.region;

import java.util.List;
import java.util.Set;
import se.samlad.access.Function;
import se.samlad.access.Level;
import se.samlad.access.Mandate;
import se.samlad.actor.Actor;
import se.samlad.actor.Actor.Kind;
import se.samlad.actor.Actor.Membership;
import se.samlad.actor.RegionName;

/** The least region that works: a county board that convenes (I2), and joint functions that admit the others (A9). */
final class Least {

    private static final String BOARD = "board";
    private static final String JOINT = "joint";

    private Least() {}

    static Region region(String countyCode, String countySv, String countyEn) {
        var name = new RegionName("region", countySv, countyEn, countyCode, countySv, countyEn, null, List.of());
        var board = actor(BOARD, "Länsstyrelsen", "The county board", Kind.COUNTY_BOARD, Membership.PARTY);
        var joint = actor(JOINT, "Gemensamma funktioner", "Joint functions", Kind.JOINT_FUNCTIONS, Membership.NONE);
        return new Region(name, List.of(board, joint), functions(), List.of(), forums(), List.of(), List.of());
    }

    private static Actor actor(String code, String sv, String en, Kind kind, Membership membership) {
        return new Actor(code, sv, en, sv, en, kind, membership, null, null, List.of(), List.of());
    }

    private static List<Function> functions() {
        return List.of(
                function(
                        BOARD,
                        "chef",
                        "Länsråd",
                        "County director",
                        Level.DIRECTING,
                        Set.of(Mandate.REPORT, Mandate.STANCE, Mandate.CONVENE, Mandate.DISPOSE)),
                function(
                        BOARD,
                        "tib",
                        "Tjänsteman i beredskap",
                        "Duty officer",
                        Level.COORDINATING,
                        Set.of(
                                Mandate.REPORT,
                                Mandate.STANCE,
                                Mandate.ASSESS,
                                Mandate.CONVENE,
                                Mandate.COMMUNICATE,
                                Mandate.VERIFY,
                                Mandate.KEEP,
                                Mandate.RELAY)),
                Region.administrator(BOARD),
                function(
                        JOINT,
                        "kansli",
                        "Samordningskansliet",
                        "Secretariat",
                        Level.EXECUTING,
                        Set.of(
                                Mandate.VERIFY,
                                Mandate.KEEP,
                                Mandate.DISPOSE,
                                Mandate.RELAY,
                                Mandate.ADMINISTER,
                                Mandate.ADMIT)));
    }

    private static Function function(
            String actor, String name, String sv, String en, Level level, Set<Mandate> mandates) {
        return new Function(actor, name, sv, en, level, mandates, null, null);
    }

    private static List<Region.Forum> forums() {
        return List.of(
                new Region.Forum("council", null, "Regionala rådet", "The regional council"),
                new Region.Forum("heads", Level.DIRECTING, "Regionala chefsgruppen", "The regional group of heads"),
                new Region.Forum(
                        "coordination",
                        Level.COORDINATING,
                        "Regionala samordningsgruppen",
                        "The regional coordinating group"));
    }
}
