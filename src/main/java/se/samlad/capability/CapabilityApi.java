package se.samlad.capability;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.capability.CapabilityFact.Sharing;
import se.samlad.figure.Capability;
import se.samlad.figure.Counted;
import se.samlad.figure.Figures;
import se.samlad.figure.Indicator;
import se.samlad.figure.Mark;
import se.samlad.journal.DrawnFrom;
import se.samlad.journal.Journal;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.journal.Refused;
import se.samlad.web.Malformed;

/** Capabilities for programs and forms. */
@RestController
@RequestMapping("/api/capabilities")
class CapabilityApi {

    /** @param sv what the level means */
    record Level(int level, String sv, String en) {}

    record Assessed(String actor, int level, @Nullable String evidence, Instant at) {}

    /** @param lowest null: not set @param ambition likewise @param assessments in the register's order, never ranked */
    record Part(
            String code,
            Capability capability,
            String sv,
            String en,
            @Nullable Integer lowest,
            @Nullable Integer ambition,
            List<Assessed> assessments) {}

    /**
     * @param value minutes, hours, or per cent
     * @param recorded the same by the times of recording; null: there is none
     * @param entries their cursors
     * @param stream the incident, conference or test call that it is of; null: the year's, of all that were no exercise
     * @param counted how many the year's figure was counted from
     */
    record Figure(
            String code,
            Capability capability,
            long value,
            Indicator.Unit unit,
            @Nullable Long recorded,
            List<String> entries,
            @Nullable UUID stream,
            boolean exercise,
            int counted) {}

    /**
     * @param version the entry that wrote the list; null: it is as shipped, Samlad's own proposal
     * @param answerBy the day by which actors are to assess themselves; null: not set
     */
    record Year(
            int year,
            @Nullable UUID version,
            @Nullable LocalDate answerBy,
            @Nullable String decision,
            List<Level> levels,
            List<Part> parts,
            List<Figure> figures) {}

    record ShareWith(@Nullable Integer year, @Nullable Sharing with) {}

    private final Capabilities capabilities;
    private final Figures figures;
    private final Journal journal;

    CapabilityApi(Capabilities capabilities, Figures figures, Journal journal) {
        this.capabilities = capabilities;
        this.figures = figures;
        this.journal = journal;
    }

    /**
     * A year's sub-capabilities with what the caller may see of assessments, and what the journal shows of the capabilities.
     *
     * @param year left out: this one
     * @param actor figures of this actor alone, which is the caller's own or has shared its assessments of the year; left
     *     out: of all together
     */
    @GetMapping
    Year get(
            @RequestParam(name = "year", required = false) @Nullable Integer year,
            @RequestParam(name = "actor", required = false) @Nullable String actor,
            Viewer viewer) {
        Capabilities.mustBeMember(viewer);
        int asked = year(year, journal.now());
        capabilities.mustShow(actor, asked, viewer);
        var list = capabilities.list(asked);
        var seen = capabilities.seen(asked, viewer);
        var levels = new ArrayList<Level>();
        for (var word : list.sheet().levels()) levels.add(new Level(levels.size(), word.sv(), word.en()));
        return new Year(
                asked,
                list.version(),
                list.answerBy(),
                list.decision(),
                levels,
                list.sheet().parts().stream().map(part -> part(part, seen)).toList(),
                figures(figures.of(asked, actor, viewer)));
    }

    /** @throws Malformed capability.year */
    static int year(@Nullable Integer year, Instant now) {
        try {
            return Assessing.year(year == null ? Assessing.thisYear(now) : year, now);
        } catch (Refused wrong) {
            throw new Malformed("capability.year", wrong.details());
        }
    }

    private static Part part(Sheet.Part part, List<Assessments.Seen> seen) {
        var assessments = new ArrayList<Assessed>();
        for (var each : seen) {
            var answer = each.answers().get(part.code());
            if (answer != null)
                assessments.add(new Assessed(
                        each.of().actor(), answer.said().level(), answer.said().evidence(), answer.at()));
        }
        return new Part(
                part.code(),
                part.capability(),
                part.title().sv(),
                part.title().en(),
                part.lowest(),
                part.ambition(),
                assessments);
    }

    private List<Figure> figures(Figures.OfYear of) {
        var all = new ArrayList<Figure>();
        Arrays.stream(Indicator.values()).forEach(indicator -> {
            var together = of.of(indicator);
            if (together == null) return;
            all.add(new Figure(
                    indicator.code(),
                    indicator.capability(),
                    together.value(),
                    indicator.unit(),
                    together.recorded(),
                    cursors(together.marks()),
                    null,
                    false,
                    together.of().size()));
        });
        of.each().forEach(each -> all.add(figure(each)));
        return all;
    }

    private Figure figure(Counted each) {
        return new Figure(
                each.indicator().code(),
                each.indicator().capability(),
                each.shown(),
                each.indicator().unit(),
                each.shownRecorded(),
                cursors(each.marks()),
                each.stream(),
                each.exercise(),
                1);
    }

    private List<String> cursors(List<Mark> marks) {
        return marks.stream().map(mark -> journal.cursors().of(mark.position())).toList();
    }

    /** The caller's own actor assesses itself in one sub-capability, or takes over a capability's answers of last year. */
    @PostMapping("/{code}/assessments")
    Recorded assess(
            @PathVariable String code, @RequestBody Capabilities.Said said, DrawnFrom from, Acting by, Once once) {
        return capabilities.assess(code, said, from, by, once);
    }

    /** Who may read the caller's own actor's assessments of a year. */
    @PostMapping("/sharing")
    Recorded share(@RequestBody ShareWith said, DrawnFrom from, Acting by, Once once) {
        return capabilities.share(said.year(), said.with(), from, by, once);
    }

    /** A new version of a year's list, whole, by the secretariat. */
    @PostMapping("/years/{year}")
    Recorded write(@PathVariable int year, @RequestBody Assessing.Said said, DrawnFrom from, Acting by, Once once) {
        return capabilities.write(year, said, from, by, once);
    }
}
