package se.samlad.agreement;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.journal.DrawnFrom;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.journal.Refused;
import se.samlad.web.Malformed;

/** What the parties pay, for programs and forms. */
@RestController
@RequestMapping("/api/agreement")
class FeeApi {

    /** @param inhabitants null with {@code fee} where the figure is missing @param fee whole SEK */
    record Listed(
            String actor,
            @Nullable Integer inhabitants,
            LocalDate countedOn,
            @Nullable Long fee) {}

    record Pricing(
            @Nullable Integer year,
            @Nullable Integer ore,
            @Nullable String reason) {}

    /** @param weights a row for each of the others: its code and its weight */
    record Sharing(
            @Nullable Integer year,
            @Nullable String weights,
            @Nullable String reason) {}

    record Deciding(@Nullable Integer year, @Nullable String reason) {}

    record Spending(
            @Nullable Integer year,
            @Nullable Long sek,
            @Nullable String text) {}

    /** @param text the file @param look only says what the file would change: refused with that, and nothing is recorded */
    record Counting(
            @Nullable String on,
            @Nullable String text,
            @Nullable Boolean look) {}

    private final Agreements agreements;

    FeeApi(Agreements agreements) {
        this.agreements = agreements;
    }

    /** The fee of each municipality for the year (A5). @param year the budget year */
    @GetMapping("/fees")
    List<Listed> fees(@RequestParam(name = "year") int year, Viewer viewer) {
        var fees = agreements.fees(year(year), viewer);
        return fees.rows().stream()
                .map(row -> new Listed(row.actor(), row.inhabitants(), fees.countedOn(), row.fee()))
                .toList();
    }

    /** @throws Malformed agreement.year */
    static int year(int year) {
        try {
            return Agreeing.year(year);
        } catch (Refused _) {
            throw new Malformed("agreement.year");
        }
    }

    @PostMapping("/prices")
    Recorded price(@RequestBody Pricing said, Acting by, Once once) {
        return agreements.economy(before -> Agreeing.price(said.year(), said.ore(), said.reason(), by), by, once);
    }

    @PostMapping("/shares")
    Recorded share(@RequestBody Sharing said, Acting by, Once once) {
        return agreements.shares(said.year(), said.weights(), said.reason(), by, once);
    }

    @PostMapping("/decisions")
    Recorded decide(@RequestBody Deciding said, DrawnFrom from, Acting by, Once once) {
        return agreements.decide(said.year(), said.reason(), from, by, once);
    }

    @PostMapping("/outcomes")
    Recorded outcome(@RequestBody Spending said, Acting by, Once once) {
        return agreements.economy(
                before -> Agreeing.outcome(said.year(), said.sek(), said.text(), by, before), by, once);
    }

    /** A year's figures from the statistics office's file: as a whole, or not at all. */
    @PostMapping("/counts")
    Recorded count(@RequestBody Counting said, DrawnFrom from, Acting by, Once once) {
        Agreements.mayCount(by.viewer());
        from.mustBe(agreements.counted());
        var on = Day.optional(said.on(), "on");
        if (on == null) throw new Refused("agreement.no-day").at("on");
        var text = said.text();
        if (text == null || text.isBlank()) throw new Refused("agreement.count-no-file").at("text");
        var counts = agreements.read(text, on);
        if (!counts.isSound())
            throw new Refused("agreement.count-wrong", counts.mistakes().size()).at("text");
        if (Boolean.TRUE.equals(said.look())) {
            boolean changes = !agreements.changes(counts, on).isEmpty();
            throw new Refused(changes ? "agreement.count-look" : "agreement.count-nothing").at("text");
        }
        return agreements.count(counts, on, from, by, once);
    }
}
