package se.samlad.rota;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.journal.Refused;
import se.samlad.web.Nothing;
import se.samlad.web.Times;

/** Who is on duty, and planning it, for programs and forms. Always in the caller's own actor's name (A4). */
@RestController
class RotaApi {

    /** A function that somebody is on duty in. @param until null: nobody has said */
    record OnDuty(
            String actor,
            String function,
            Instant from,
            @Nullable Instant until) {}

    /**
     * @param function such as {@code nacka/tib}
     * @param account who is on duty, the first in turn; null: who asks, or the only one that holds the function
     * @param over how it stands to what is planned already; null: refused where something is
     */
    record Shift(
            @Nullable String function,
            @Nullable String account,
            @Nullable OffsetDateTime from,
            @Nullable OffsetDateTime until,
            @Nullable Pattern pattern,
            RotaFact.@Nullable Over over) {}

    /**
     * The shift is repeated, at the same time of day.
     *
     * @param every how many days from one to the next: 7 is weekly
     * @param then the accounts that follow in turn
     * @param end the last one ends then at the latest; null: until further notice
     * @param except days on which none begins, such as {@code 2026-12-24}
     */
    record Pattern(
            @Nullable Integer every,
            @Nullable List<String> then,
            @Nullable OffsetDateTime end,
            @Nullable List<String> except) {

        /** As a form sends it in which nothing was chosen. */
        private boolean isEmpty() {
            return every == null
                    && end == null
                    && all(then).isEmpty()
                    && all(except).isEmpty();
        }
    }

    /** @param from null: from now on; @param until null: for ever */
    record TakingAway(
            @Nullable OffsetDateTime from,
            @Nullable OffsetDateTime until,
            @Nullable String reason) {}

    /** @param always null: not; @param kind whose advice on rest applies; null: as it was */
    record Need(@Nullable String function, @Nullable Boolean always, RotaFact.@Nullable Kind kind) {}

    /**
     * @param to the colleague's account
     * @param back the colleague's shift that is taken in return, as its two times with a slash between; null: none
     */
    record Asking(
            @Nullable String function,
            @Nullable OffsetDateTime from,
            @Nullable OffsetDateTime until,
            @Nullable String to,
            @Nullable String back,
            @Nullable String note) {}

    record Declining(@Nullable String reason) {}

    private final Rotas rotas;
    private final Duties duties;

    RotaApi(Rotas rotas, Duties duties) {
        this.rotas = rotas;
        this.duties = duties;
    }

    /** Members are told of all functions, others of their own actor's. Nobody is told who it is. */
    @GetMapping("/api/duty")
    List<OnDuty> at(@RequestParam(required = false) @Nullable Instant at, Viewer viewer) {
        var when = at == null ? duties.now() : at;
        return duties.functions().byId().values().stream()
                .filter(f -> viewer.isMember() || viewer.isOf(f.actor()))
                .sorted(Comparator.comparing(se.samlad.access.Function::id))
                .flatMap(f -> duties.at(f, when).stream()
                        .map(s -> new OnDuty(f.actor(), f.id(), s.from(), s.isOpen() ? null : s.until())))
                .toList();
    }

    @PostMapping("/api/duty/shifts")
    Recorded plan(@RequestBody Shift said, Acting by, Once once) {
        var pattern = said.pattern();
        var again = pattern == null || pattern.isEmpty()
                ? null
                : new Planning.Again(
                        pattern.every(), all(pattern.then()), Times.instant(pattern.end()), all(pattern.except()));
        var asked = new Planning.Asked(
                said.account(), Times.instant(said.from()), Times.instant(said.until()), again, said.over());
        return rotas.plan(said.function(), asked, by, once);
    }

    private static List<String> all(@Nullable List<String> given) {
        return given == null ? List.of() : given;
    }

    @PostMapping("/api/duty/shifts/{id}/removal")
    Recorded takeAway(@PathVariable UUID id, @RequestBody TakingAway said, Acting by, Once once) {
        return rotas.takeAway(id, Times.instant(said.from()), Times.instant(said.until()), said.reason(), by, once);
    }

    @PostMapping("/api/duty/needs")
    Recorded need(@RequestBody Need said, Acting by, Once once) {
        return rotas.need(said.function(), Boolean.TRUE.equals(said.always()), said.kind(), by, once);
    }

    @PostMapping("/api/duty/swaps")
    Recorded ask(@RequestBody Asking said, Acting by, Once once) {
        var back = said.back() == null ? null : times(said.back());
        var asked = new Swapping.Asked(
                said.to(),
                Times.instant(said.from()),
                Times.instant(said.until()),
                back == null ? null : back[0],
                back == null ? null : back[1],
                said.note());
        return rotas.ask(said.function(), asked, by, once);
    }

    /** Two times with a slash between. @throws Refused rota.not-their-shift, naming the field {@code back} */
    private static Instant[] times(String text) {
        var two = text.length() > 100 ? new String[0] : text.split("/", -1);
        try {
            if (two.length == 2)
                return new Instant[] {
                    OffsetDateTime.parse(two[0]).toInstant(),
                    OffsetDateTime.parse(two[1]).toInstant()
                };
        } catch (DateTimeException e) {
            throw new Refused("rota.not-their-shift").at("back");
        }
        throw new Refused("rota.not-their-shift").at("back");
    }

    @PostMapping("/api/duty/swaps/{id}/acceptance")
    Recorded accept(@PathVariable UUID id, @RequestBody Nothing nothing, Acting by, Once once) {
        return rotas.accept(id, by, once);
    }

    @PostMapping("/api/duty/swaps/{id}/refusal")
    Recorded decline(@PathVariable UUID id, @RequestBody Declining said, Acting by, Once once) {
        return rotas.decline(id, said.reason(), by, once);
    }

    @PostMapping("/api/duty/swaps/{id}/withdrawal")
    Recorded withdraw(@PathVariable UUID id, @RequestBody Nothing nothing, Acting by, Once once) {
        return rotas.withdraw(id, by, once);
    }
}
