package se.samlad.capability;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import se.samlad.access.NotThere;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.actor.Actor;
import se.samlad.actor.Actors;
import se.samlad.capability.Assessments.Of;
import se.samlad.capability.CapabilityFact.Assessed;
import se.samlad.capability.CapabilityFact.Shared;
import se.samlad.capability.CapabilityFact.Sharing;
import se.samlad.figure.Capability;
import se.samlad.journal.Draft;
import se.samlad.journal.DrawnFrom;
import se.samlad.journal.Journal;
import se.samlad.journal.Labels;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.journal.Verb;

/** The lists of the years and what actors say of themselves: verbs, and reading through the gate. */
@Service
class Capabilities {

    private static final Labels MEMBERS = Labels.of("members");

    private final Journal journal;
    private final Actors actors;

    Capabilities(Journal journal, Actors actors) {
        this.journal = journal;
        this.actors = actors;
    }

    Years.Year list(int year) {
        return journal.across(Years.ACROSS).of(year, Shipped.SHEET);
    }

    /** What the reader may see of an actor's year. */
    Assessments.Seen seen(String actor, int year, Viewer viewer) {
        return journal.across(Assessments.ACROSS).seen(new Of(actor, year), viewer);
    }

    /** The same for all members, in the register's order; those of whom the viewer may see nothing are left out. */
    List<Assessments.Seen> seen(int year, Viewer viewer) {
        var all = journal.across(Assessments.ACROSS);
        return actors.members().stream()
                .map(actor -> all.seen(new Of(actor.code(), year), viewer))
                .filter(seen -> !seen.answers().isEmpty())
                .toList();
    }

    /** @throws NotThere for who is no member */
    static void mustBeMember(Viewer viewer) {
        if (!viewer.isMember()) throw new NotThere();
    }

    /**
     * Whether figures of one actor may be shown: it is the viewer's own, or shares its assessments of the year with the viewer.
     *
     * @throws NotThere where they may not
     */
    void mustShow(@Nullable String actor, int year, Viewer viewer) {
        if (actor != null && !(isMember(actor) && seen(actor, year, viewer).allowed())) throw new NotThere();
    }

    boolean mayAssess(Acting by) {
        return Assessing.mayAssess(by, isMember(by.actor()));
    }

    boolean isMember(String actor) {
        return actors.find(actor).filter(Actor::member).isPresent();
    }

    /** An assessment as it is sent. @param asBefore whether the capability is taken over from the year before */
    record Said(
            @Nullable Integer year,
            @Nullable Integer level,
            @Nullable String evidence,
            @Nullable Boolean asBefore) {}

    /** @param code of a sub-capability; of a capability where the answers of the year before are taken over */
    Recorded assess(String code, Said said, DrawnFrom from, Acting by, Once once) {
        return by.record(journal, once, facing -> {
            Assessing.mustAssess(by, isMember(by.actor()));
            int year = Assessing.year(said.year(), facing.now());
            var of = new Of(by.actor(), year);
            var all = guarded(facing, of, by);
            var now = all.seen(of, by.viewer());
            var list = list(facing, year, by);
            if (Boolean.TRUE.equals(said.asBefore())) {
                from.mustBe(now.latest());
                var before = all.seen(new Of(by.actor(), year - 1), by.viewer());
                return drafts(of, Assessing.asBefore(list, capability(code), now, before), now.with());
            }
            from.mustBe(now.drawn(code));
            return drafts(of, List.of(Assessing.assess(list, code, said.level(), said.evidence())), now.with());
        });
    }

    private static Capability capability(String code) {
        for (var each : Capability.values()) if (each.code().equals(code)) return each;
        throw new NotThere();
    }

    private static Assessments guarded(Verb.Facing facing, Of of, Acting by) {
        facing.guard(of.subject());
        return facing.state(Assessments.VIEW, Assessments.stream(of.actor()), by.viewer());
    }

    private static Years.Year list(Verb.Facing facing, int year, Acting by) {
        return facing.state(Years.VIEW, Years.STREAM, by.viewer()).of(year, Shipped.SHEET);
    }

    private List<Draft> drafts(Of of, List<Assessed> answers, Sharing with) {
        var labels = new Labels(readers(of.actor(), with));
        return answers.stream()
                .map(answer -> Draft.on(Assessments.stream(of.actor()), of.subject(), answer, labels))
                .toList();
    }

    private List<String> readers(String actor, Sharing with) {
        var common = actors.common();
        return Assessing.readers(actor, with, common.countyBoard(), common.joint());
    }

    /**
     * Who may read the actor's assessments of the year. Where more may, the answers are recorded anew for them; where fewer
     * may, those who could are told that it is shared no more.
     */
    Recorded share(@Nullable Integer asked, @Nullable Sharing with, DrawnFrom from, Acting by, Once once) {
        return by.record(journal, once, facing -> {
            Assessing.mustAssess(by, isMember(by.actor()));
            int year = Assessing.year(asked, facing.now());
            var of = new Of(by.actor(), year);
            var now = guarded(facing, of, by).seen(of, by.viewer());
            from.mustBe(now.sharedBy());
            var next = Assessing.share(with);
            boolean wider = next.compareTo(now.with()) > 0;
            var told = new Labels(readers(by.actor(), wider ? next : now.with()));
            var drafts = new ArrayList<Draft>();
            drafts.add(Draft.on(
                    Assessments.stream(by.actor()),
                    of.subject(),
                    new Shared(year, next, readers(by.actor(), next)),
                    told));
            if (wider)
                drafts.addAll(drafts(
                        of,
                        now.answers().values().stream()
                                .map(Assessments.Assessment::said)
                                .toList(),
                        next));
            return drafts;
        });
    }

    /** A new version of the year's list, whole (G3). */
    Recorded write(int asked, Assessing.Said said, DrawnFrom from, Acting by, Once once) {
        return by.record(journal, once, facing -> {
            Assessing.mustWrite(by);
            int year = Assessing.year(asked, facing.now());
            facing.guard(Years.subject(year));
            var years = facing.state(Years.VIEW, Years.STREAM, by.viewer());
            var before = years.of(year, Shipped.SHEET);
            from.mustBe(before.drawn());
            var fact = Assessing.write(year, before.sheet(), given(years), said);
            return List.of(Draft.on(Years.STREAM, Years.subject(year), fact, MEMBERS));
        });
    }

    /** All codes that were ever given, so that none is given twice. */
    private static Set<String> given(Years years) {
        var given = new HashSet<String>();
        Shipped.SHEET.parts().forEach(part -> given.add(part.code()));
        for (var versions : years.written().values())
            for (var version : versions) version.said().sheet().parts().forEach(part -> given.add(part.code()));
        return given;
    }
}
