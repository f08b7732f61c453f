package se.samlad.casework;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import se.samlad.access.Mandate;
import se.samlad.access.NotMandated;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.actor.Seat;
import se.samlad.casework.Standing.State;
import se.samlad.journal.Across;
import se.samlad.journal.Entry;
import se.samlad.journal.Refused;
import se.samlad.journal.View;

/**
 * How the steps of cases are taken, as the secretariat has said: by which functions, and how long a case may wait (G4).
 *
 * @param coordinating functions that act for the samordningsgruppen, {@code actor/name}; empty: as {@link Seat} says
 * @param directing likewise for the chefsgruppen
 * @param days how long a case may wait in a state; none: it is not said
 * @param drawn the entry that said so; null: nobody has
 */
public record Steps(
        List<String> coordinating,
        List<String> directing,
        PMap<State, Integer> days,
        @Nullable UUID drawn) {

    static final Steps USUAL = new Steps(List.of(), List.of(), HashTreePMap.empty(), null);
    static final UUID STREAM = UUID.nameUUIDFromBytes("case.steps".getBytes(StandardCharsets.UTF_8));
    static final Across<Steps> ACROSS =
            new Across<>(View.of("case.steps", USUAL, CaseFact.class, (steps, e, fact) -> steps.apply(e, fact)));
    private static final int LONGEST = 1_000;

    /** The settings as they are sent: functions as {@code actor/name}, or null for the usual ones. */
    record Said(
            @Nullable String coordinating,
            @Nullable String coordinatingDeputy,
            @Nullable String directing,
            @Nullable String directingDeputy,
            @Nullable List<@Nullable Wait> waits) {}

    /** @param days null: it is not said how long */
    record Wait(@Nullable State state, @Nullable Integer days) {}

    private Steps apply(Entry entry, CaseFact fact) {
        if (!(fact instanceof CaseFact.Settled s)) return this;
        PMap<State, Integer> all = HashTreePMap.empty();
        for (var each : s.waits()) all = all.plus(each.state(), each.days());
        return new Steps(s.coordinating(), s.directing(), all, entry.id());
    }

    /** What an edit is drawn from. */
    public UUID version() {
        return drawn == null ? STREAM : drawn;
    }

    private List<String> of(Seat seat) {
        return switch (seat) {
            case COORDINATING -> coordinating;
            case DIRECTING -> directing;
        };
    }

    boolean isOf(Seat seat, Acting by) {
        return of(seat).isEmpty()
                ? seat.isOf(by)
                : of(seat).contains(by.function().id());
    }

    /** @throws NotMandated seat.COORDINATING, seat.DIRECTING; case.settled-other, where it is said who does */
    void mustBeOf(Seat seat, Acting by) {
        if (of(seat).isEmpty()) seat.mustBeOf(by);
        else if (!isOf(seat, by)) throw new NotMandated("case.settled-other");
    }

    /** Until when the case should have gone on; empty: it is not said. */
    Optional<Instant> due(Standing standing) {
        return Optional.ofNullable(days.get(standing.state()))
                .map(each -> standing.since().plus(Duration.ofDays(each)));
    }

    /** Those in which a case may wait too long. */
    public static List<State> states() {
        var all = new ArrayList<State>();
        for (var state : State.values()) if (state != State.ENDED && state != State.RESTING) all.add(state);
        return all;
    }

    /** The secretariat. */
    static boolean maySettle(Viewer viewer) {
        return viewer.may(Mandate.ADMIT);
    }

    /** @throws NotMandated case.who-settles */
    static void mustSettle(Acting by) {
        if (!maySettle(by.viewer())) throw new NotMandated("case.who-settles");
    }

    /**
     * @param functions by {@code actor/name}
     * @throws NotMandated case.who-settles; Refused case.no-function, case.settled-level, case.wait-days, at the field
     */
    static CaseFact.Settled settle(
            Said said, Function<String, Optional<se.samlad.access.Function>> functions, Acting by) {
        mustSettle(by);
        var waits = new ArrayList<CaseFact.Wait>();
        var all = said.waits() == null ? List.<@Nullable Wait>of() : said.waits();
        for (int i = 0; i < all.size() && i <= State.values().length; i++) {
            var each = all.get(i);
            if (each == null || each.state() == null || each.days() == null) continue;
            if (each.days() < 1 || each.days() > LONGEST)
                throw new Refused("case.wait-days", LONGEST).at("waits[" + i + "].days");
            waits.add(new CaseFact.Wait(each.state(), each.days()));
        }
        return new CaseFact.Settled(
                chosen(functions, said.coordinating(), "coordinating", said.coordinatingDeputy(), "coordinatingDeputy"),
                chosen(functions, said.directing(), "directing", said.directingDeputy(), "directingDeputy"),
                waits);
    }

    private static List<String> chosen(
            Function<String, Optional<se.samlad.access.Function>> functions,
            @Nullable String first,
            String firstField,
            @Nullable String deputy,
            String deputyField) {
        var all = new ArrayList<String>();
        if (first != null && !first.isBlank()) all.add(function(functions, first.strip(), firstField));
        if (deputy != null && !deputy.isBlank()) all.add(function(functions, deputy.strip(), deputyField));
        return all.stream().distinct().toList();
    }

    private static String function(
            Function<String, Optional<se.samlad.access.Function>> functions, String id, String field) {
        var known = functions.apply(id).filter(f -> !f.onlyAdministers()).orElseThrow(() -> new Refused(
                        "case.no-function")
                .at(field));
        // who decides for the chefsgruppen has a mandate on its level (A6)
        if (field.startsWith("directing") && known.level() != se.samlad.access.Level.DIRECTING)
            throw new Refused("case.settled-level").at(field);
        return known.id();
    }
}
