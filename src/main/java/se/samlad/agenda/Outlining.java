package se.samlad.agenda;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Mandate;
import se.samlad.access.NotMandated;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.agenda.Outline.Deals;
import se.samlad.agenda.Outline.Leaves;
import se.samlad.agenda.Outline.Step;
import se.samlad.agenda.Outline.Who;
import se.samlad.incident.Plain;
import se.samlad.journal.Refused;

/** The rules for editing a kind of conference. Pure: no clock, no database, no Spring. */
final class Outlining {

    static final int STEPS = 12;
    static final int SHORTEST = 5;
    static final int LONGEST = 480;
    private static final int NAME = 80;

    private Outlining() {}

    /** A step as it is sent; all may be missing. @param deals null: something else, which its name says */
    record Row(
            @Nullable Deals deals,
            @Nullable String name,
            @Nullable String nameEn) {}

    /** A kind as it is sent, whole; all may be missing. */
    record Said(
            @Nullable List<@Nullable Row> steps,
            @Nullable Who who,
            @Nullable List<@Nullable String> also,
            @Nullable Integer minutes,
            @Nullable List<@Nullable String> leaves) {}

    /** The secretariat, which keeps what all have agreed on. */
    static boolean mayWrite(Viewer viewer) {
        return viewer.may(Mandate.ADMIT);
    }

    /** @throws NotMandated agenda.who-writes */
    static void mustWrite(Acting by) {
        if (!mayWrite(by.viewer())) throw new NotMandated("agenda.who-writes");
    }

    /**
     * @param member whether the code is a member's
     * @throws NotMandated agenda.who-writes
     * @throws Refused agenda.no-steps, -steps-most, -who, -no-member, -minutes, -leaves, text.missing, text.too-long, at the
     *     field
     */
    static Outline write(Said said, Predicate<String> member, Acting by) {
        mustWrite(by);
        if (said.who() == null) throw new Refused("agenda.who").at("who");
        var minutes = said.minutes();
        if (minutes == null || minutes < SHORTEST || minutes > LONGEST)
            throw new Refused("agenda.minutes", SHORTEST, LONGEST).at("minutes");
        return new Outline(steps(said.steps()), said.who(), also(said.also(), member), minutes, leaves(said.leaves()));
    }

    private static List<Step> steps(@Nullable List<@Nullable Row> rows) {
        var steps = new ArrayList<Step>();
        for (int i = 0; rows != null && i < rows.size(); i++) {
            var row = rows.get(i);
            if (row != null && !isEmpty(row)) steps.add(step(row, "steps[" + i + "]."));
        }
        if (steps.isEmpty()) throw new Refused("agenda.no-steps").at("steps");
        if (steps.size() > STEPS) throw new Refused("agenda.steps-most", STEPS).at("steps");
        return List.copyOf(steps);
    }

    private static boolean isEmpty(Row row) {
        return row.deals() == null && Plain.isEmpty(row.name()) && Plain.isEmpty(row.nameEn());
    }

    private static Step step(Row row, String at) {
        var deals = row.deals() == null ? Deals.OTHER : row.deals();
        var name = within(Plain.optionalTitle(row.name(), at + "name"), at + "name");
        var english = within(Plain.optionalTitle(row.nameEn(), at + "nameEn"), at + "nameEn");
        if (name == null && (deals == Deals.OTHER || english != null))
            throw new Refused("text.missing", at + "name").at(at + "name");
        return new Step(deals, name, english);
    }

    private static @Nullable String within(@Nullable String text, String at) {
        if (text != null && text.length() > NAME) throw new Refused("text.too-long", at, NAME, text.length()).at(at);
        return text;
    }

    private static List<String> also(@Nullable List<@Nullable String> sent, Predicate<String> member) {
        var codes = new TreeSet<String>();
        for (var each : sent == null ? List.<String>of() : sent) {
            var code = each == null ? "" : each.strip();
            if (code.isEmpty()) continue;
            if (!member.test(code))
                throw new Refused("agenda.no-member", code.substring(0, Math.min(code.length(), 40))).at("also");
            codes.add(code);
        }
        return List.copyOf(codes);
    }

    private static List<Leaves> leaves(@Nullable List<@Nullable String> sent) {
        var leaves = EnumSet.noneOf(Leaves.class);
        for (var each : sent == null ? List.<String>of() : sent) {
            if (Plain.isEmpty(each)) continue;
            switch (each == null ? "" : each.strip()) {
                case "CONFIRMATION" -> leaves.add(Leaves.CONFIRMATION);
                case "SUMMARY" -> leaves.add(Leaves.SUMMARY);
                case "EDITION" -> leaves.add(Leaves.EDITION);
                default -> throw new Refused("agenda.leaves").at("leaves");
            }
        }
        return List.copyOf(leaves);
    }
}
