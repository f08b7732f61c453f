package se.samlad.rota;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samlad.access.NotMandated;
import se.samlad.access.Viewer.Acting;
import se.samlad.incident.Plain;
import se.samlad.journal.Refused;

/** The rules of swaps. The plan changes when the colleague has said yes, and not before. Pure. */
final class Swapping {

    private static final int MOST_OPEN = 20;

    private Swapping() {}

    /**
     * @param to the colleague's account
     * @param backFrom the start of the colleague's shift that is taken in return; null: none
     */
    record Asked(
            @Nullable String to,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable Instant backFrom,
            @Nullable Instant backUntil,
            @Nullable String note) {}

    static RotaFact.SwapAsked ask(Planning.Scene scene, Acting by, Asked asked) {
        var from = asked.from();
        var until = asked.until();
        if (from == null || until == null || !has(scene, by.account(), from, until))
            throw new Refused("rota.not-your-shift").at("from");
        if (!scene.now().isBefore(from)) throw new Refused("rota.begun").at("from");
        var to = asked.to();
        if (to == null || to.equals(by.account()) || !scene.staff().contains(to))
            throw new Refused("rota.colleague").at("to");
        mustBeTheirs(scene, to, asked);
        var waiting = scene.plan().swaps().values().stream()
                .filter(s -> s.isOpen(scene.now()) && s.asker().equals(by.account()))
                .toList();
        if (waiting.size() >= MOST_OPEN) throw new Refused("rota.too-many-swaps", MOST_OPEN);
        if (waiting.stream()
                .anyMatch(s -> s.said().to().equals(to) && s.said().from().equals(from)))
            throw new Refused("rota.asked-already").at("to");
        return new RotaFact.SwapAsked(
                scene.function().name(),
                to,
                from,
                until,
                asked.backFrom(),
                asked.backUntil(),
                Plain.optionalTitle(asked.note(), "note"));
    }

    private static void mustBeTheirs(Planning.Scene scene, String to, Asked asked) {
        var from = asked.backFrom();
        var until = asked.backUntil();
        if (from == null && until == null) return;
        if (from == null || until == null || !has(scene, to, from, until))
            throw new Refused("rota.not-their-shift").at("back");
        if (!scene.now().isBefore(from)) throw new Refused("rota.begun").at("back");
        boolean apart = !from.isBefore(java.util.Objects.requireNonNull(asked.until()))
                || !java.util.Objects.requireNonNull(asked.from()).isBefore(until);
        if (!apart) throw new Refused("rota.same-time").at("back");
    }

    /** Whether the account is on duty in all of the time between, by the plan. */
    private static boolean has(Planning.Scene scene, String account, Instant from, Instant until) {
        return from.isBefore(until)
                && java.time.Duration.between(from, until).compareTo(Rota.LONGEST) <= 0
                && Gap.between(from, until, of(scene, account, from, until)).isEmpty();
    }

    private static List<Slice> of(Planning.Scene scene, String account, Instant from, Instant until) {
        return scene.plan().between(from, until).stream()
                .filter(s -> s.account().equals(account))
                .toList();
    }

    /** @throws NotMandated rota.not-asked; Refused rota.swap-over, rota.plan-changed */
    static RotaFact.SwapAccepted accept(Planning.Scene scene, Acting by, Plan.Swap swap) {
        mustBeAsked(scene, by, swap);
        var said = swap.said();
        boolean holds = has(scene, swap.asker(), said.from(), said.until())
                && (said.backFrom() == null
                        || said.backUntil() == null
                        || has(scene, said.to(), said.backFrom(), said.backUntil()));
        if (!holds) throw new Refused("rota.plan-changed");
        if (!scene.staff().contains(by.account()) || !scene.staff().contains(swap.asker()))
            throw new Refused("rota.plan-changed");
        return new RotaFact.SwapAccepted(scene.function().name(), swap.id());
    }

    static RotaFact.SwapDeclined decline(Planning.Scene scene, Acting by, Plan.Swap swap, @Nullable String reason) {
        mustBeAsked(scene, by, swap);
        return new RotaFact.SwapDeclined(scene.function().name(), swap.id(), Plain.optionalTitle(reason, "reason"));
    }

    private static void mustBeAsked(Planning.Scene scene, Acting by, Plan.Swap swap) {
        if (!swap.said().to().equals(by.account())) throw new NotMandated("rota.not-asked");
        if (!swap.isOpen(scene.now())) throw new Refused("rota.swap-over");
    }

    static RotaFact.SwapWithdrawn withdraw(Planning.Scene scene, Acting by, Plan.Swap swap) {
        if (!swap.asker().equals(by.account())) throw new NotMandated("rota.not-asker");
        if (!swap.isOpen(scene.now())) throw new Refused("rota.swap-over");
        return new RotaFact.SwapWithdrawn(scene.function().name(), swap.id());
    }
}
