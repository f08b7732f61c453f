package se.samlad.casework;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.access.NotMandated;
import se.samlad.access.Viewer.Acting;
import se.samlad.casework.CaseFact.Sheet;
import se.samlad.casework.Standing.State;
import se.samlad.incident.Plain;
import se.samlad.journal.DrawnFrom;
import se.samlad.journal.Refused;

/** The rules for the long texts of a case, which several write at once, section by section. Pure. */
final class Writing {

    private static final int SECTIONS = 20;
    private static final int WHOLE = 60_000;

    private Writing() {}

    /** @param section null: a new one @param text null or blank: the section is taken out */
    record Said(
            @Nullable Sheet of,
            @Nullable UUID section,
            @Nullable String heading,
            @Nullable String text) {}

    /** The text that is written in the state; null: none. */
    static @Nullable Sheet open(Standing standing) {
        return switch (standing.state()) {
            case EXAMINED -> Sheet.PROPOSAL;
            case IN_PROJECT -> Sheet.REPORT;
            case RAISED, PROPOSED, DECIDED, VALUED, IMPLEMENTATION_DECIDED, FOLLOWED_UP, ENDED, RESTING -> null;
        };
    }

    /** All members are in the samordningsgruppen, which proposes; a project is its owner's and its partners'. */
    static boolean mayWrite(Sheet sheet, Standing standing, String actor) {
        var project = standing.project();
        return sheet == Sheet.PROPOSAL
                || project != null
                        && (project.owner().equals(actor) || project.partners().contains(actor));
    }

    /** The text that the acting one may write now; null: none. */
    static @Nullable Sheet writes(Standing standing, @Nullable Acting by) {
        var sheet = open(standing);
        boolean may = by != null
                && sheet != null
                && by.viewer().isMember()
                && !by.function().onlyAdministers()
                && mayWrite(sheet, standing, by.actor());
        return may ? sheet : null;
    }

    /**
     * A section is written, in the acting one's own name. Who has not seen its latest version is told.
     *
     * @param fresh the id of a new section
     * @throws NotMandated case.not-in-project
     * @throws Refused case.over, case.not-now; case.sheet, case.no-section, case.sections, case.whole, text.missing, at the field
     * @throws se.samlad.journal.Outdated where others have written it meanwhile
     */
    static CaseFact.Written write(Case of, Said said, UUID fresh, DrawnFrom from, Acting by) {
        Working.mayAct(by);
        if (of.standing().state() == State.ENDED) throw new Refused("case.over");
        var sheet = said.of();
        if (sheet == null) throw new Refused("case.sheet").at("of");
        if (open(of.standing()) != sheet) throw new Refused("case.not-now");
        if (!mayWrite(sheet, of.standing(), by.actor())) throw new NotMandated("case.not-in-project");
        var before = said.section() == null ? null : section(of, sheet, said.section());
        if (before != null) from.mustBe(before.drawn());
        var text = before == null ? Plain.text(said.text(), "text") : Plain.optional(said.text(), "text");
        var heading = before != null && Plain.isEmpty(said.heading())
                ? before.heading()
                : Plain.title(said.heading(), "heading");
        var all = of.sections(sheet);
        if (before == null && all.size() >= SECTIONS) throw new Refused("case.sections", SECTIONS).at("heading");
        if (length(all, before) + (text == null ? 0 : text.length()) > WHOLE)
            throw new Refused("case.whole", WHOLE).at("text");
        return new CaseFact.Written(sheet, before == null ? fresh : before.id(), heading, text);
    }

    private static Section section(Case of, Sheet sheet, UUID id) {
        return of.sections(sheet).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refused("case.no-section").at("section"));
    }

    private static int length(List<Section> all, @Nullable Section but) {
        return all.stream()
                .filter(each -> but == null || !each.id().equals(but.id()))
                .mapToInt(each -> each.text().length())
                .sum();
    }

    /** What a step says: its text, after the sections where there are any. @throws Refused text.missing at the field */
    static String whole(Case of, Sheet sheet, @Nullable String text) {
        boolean written = of.sections(sheet).stream().anyMatch(each -> !each.isOut());
        return written ? Section.whole(of.sections(sheet), Plain.optional(text, "text")) : Plain.text(text, "text");
    }
}
