package se.samlad.standing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.samlad.access.Level;
import se.samlad.access.NotThere;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.journal.DrawnFrom;
import se.samlad.journal.Journal;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.web.Done;
import se.samlad.web.Due;
import se.samlad.web.Say;

/** The register of forums of ordinary mode, for programs and forms. */
@RestController
@RequestMapping("/api" + StandingPages.PATH)
class StandingApi {

    /** @param function null: the actor has not said @param confirmedAt when it said so */
    record Member(
            String actor,
            @Nullable String function,
            List<String> deputies,
            @Nullable LocalDate until,
            @Nullable Instant confirmedAt,
            OrdinaryForum.State state) {}

    /** @param version the entry that wrote it; null: it is as it was shipped @param next by its rhythm; null: none @param withdrawn null: it is not */
    record Shown(
            UUID id,
            String code,
            String nameSv,
            String nameEn,
            Due.Forum kind,
            @Nullable Level level,
            String mode,
            @Nullable UUID version,
            Description description,
            List<Member> members,
            @Nullable Instant next,
            @Nullable Gone withdrawn) {}

    /** @param from the first day without the forum */
    record Gone(LocalDate from, @Nullable String reason) {}

    /** @param from null: today */
    record Withdrawing(@Nullable LocalDate from, @Nullable String reason) {}

    record Why(@Nullable String reason) {}

    private final OrdinaryForums forums;
    private final Journal journal;

    StandingApi(OrdinaryForums forums, Journal journal) {
        this.forums = forums;
        this.journal = journal;
    }

    @GetMapping
    List<Shown> list(Viewer viewer) {
        return viewer.isMember() ? forums.all().stream().map(this::shown).toList() : List.of();
    }

    @GetMapping("/{code}")
    Shown get(@PathVariable String code, Viewer viewer) {
        if (!viewer.isMember()) throw new NotThere();
        return shown(forums.get(code));
    }

    private Shown shown(OrdinaryForum f) {
        var now = journal.now();
        var as = f.as();
        return new Shown(
                f.id(),
                f.code(),
                as.sv(),
                as.en(),
                as.kind(),
                as.level(),
                "ORDINARY",
                f.versions().isEmpty() ? null : f.drawn(),
                as,
                f.members().stream().map(actor -> member(f, actor, now)).toList(),
                next(as, now),
                gone(f));
    }

    private static @Nullable Gone gone(OrdinaryForum f) {
        var from = f.withdrawn();
        return from == null ? null : new Gone(from, f.turns().getLast().reason());
    }

    private Member member(OrdinaryForum f, String actor, Instant now) {
        var seat = f.seat(actor);
        var state = forums.state(f, actor, OrdinaryForums.day(now));
        return seat == null
                ? new Member(actor, null, List.of(), null, null, state)
                : new Member(actor, seat.function(), seat.deputies(), seat.until(), seat.at(), state);
    }

    /** The next meeting by its rhythm; null: it has none. */
    static @Nullable Instant next(Description as, Instant now) {
        var rhythm = as.rhythm();
        if (rhythm == null) return null;
        int year = OrdinaryForums.day(now).getYear();
        return java.util.stream.IntStream.rangeClosed(year, year + 1)
                .boxed()
                .flatMap(each -> rhythm.in(each).stream())
                .filter(as::isOn)
                .map(day -> ZonedDateTime.of(day, rhythm.time(), Say.STOCKHOLM).toInstant())
                .filter(at -> at.isAfter(now))
                .findFirst()
                .orElse(null);
    }

    @PostMapping
    Done establish(@RequestBody Describing.Said said, Acting by, Once once) {
        return new Done(forums.establish(said, by, once), StandingPages.PATH);
    }

    /** A new version, whole. */
    @PostMapping("/{code}")
    Recorded write(@PathVariable String code, @RequestBody Describing.Said said, DrawnFrom from, Acting by, Once once) {
        return forums.write(code, said, from, by, once);
    }

    /** The acting one's actor says by which of its functions it takes part; the same again confirms it. */
    @PostMapping("/{code}/seats")
    Recorded seat(
            @PathVariable String code, @RequestBody Describing.Seating said, DrawnFrom from, Acting by, Once once) {
        return forums.seat(code, said, from, by, once);
    }

    /** The forum is no more from a day on. Meetings that it is called to after that are called off or moved one by one. */
    @PostMapping("/{code}/withdrawal")
    Recorded withdraw(@PathVariable String code, @RequestBody Withdrawing said, Acting by, Once once) {
        return forums.withdraw(code, said.from(), said.reason(), by, once);
    }

    /** It is taken up again, as it was. */
    @PostMapping("/{code}/resumption")
    Recorded resume(@PathVariable String code, @RequestBody Why said, Acting by, Once once) {
        return forums.resume(code, said.reason(), by, once);
    }
}
