package se.samlad.alarm;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.actor.Actor;
import se.samlad.incident.Alarms.Proposal;
import se.samlad.incident.Incident;

/** Which plan an incident is for, where it happens, and whom that concerns. Pure. */
public final class Fitting {

    /** So much of a signal's text is read for words. */
    private static final int READ = 2_000;

    private Fitting() {}

    /**
     * A plan for an incident.
     *
     * @param places codes of the municipalities where it happens; empty: nobody has said, so the whole county
     * @param word the signal's word by which it was recognised; null: somebody chose it
     */
    public record Fit(
            Plan plan, List<String> places, @Nullable String word) {}

    /** The chosen plan, else the one of which the signal has most words; of equal ones the one for a smaller area. */
    static Optional<Fit> fit(Incident incident, List<Plan> plans, Plan.Choice choice, Collection<Actor> actors) {
        var places = places(incident, choice, actors);
        if (choice.made())
            return plans.stream()
                    .filter(plan -> plan.id().equals(choice.plan()))
                    .findFirst()
                    .map(plan -> new Fit(plan, places, null));
        var text = text(incident);
        return plans.stream()
                .filter(plan -> isFor(plan, places))
                .filter(plan -> count(plan, text) > 0)
                .min(Comparator.comparing((Plan plan) -> -count(plan, text))
                        .thenComparing(plan -> plan.says().areas().isEmpty()))
                .map(plan -> new Fit(plan, places, word(plan, text)));
    }

    private static boolean isFor(Plan plan, List<String> places) {
        var areas = plan.says().areas();
        return areas.isEmpty() || places.stream().anyMatch(areas::contains);
    }

    private static String text(Incident incident) {
        var said = Objects.requireNonNullElse(incident.text(), "");
        var all = Objects.requireNonNullElse(incident.kind(), "") + "\n" + incident.title() + "\n" + said;
        return all.substring(0, Math.min(all.length(), READ)).toLowerCase(Locale.ROOT);
    }

    private static long count(Plan plan, String text) {
        return plan.says().words().stream().filter(word -> begins(text, word)).count();
    }

    private static String word(Plan plan, String text) {
        return plan.says().words().stream()
                .filter(word -> begins(text, word))
                .findFirst()
                .orElse("");
    }

    /** Whether a word of the text begins so. */
    private static boolean begins(String text, String word) {
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
            if (at == 0 || !Character.isLetter(text.charAt(at - 1))) return true;
        return false;
    }

    /** As was chosen; else the municipalities that the signal names; else the one that signals. */
    static List<String> places(Incident incident, Plan.Choice choice, Collection<Actor> actors) {
        if (choice.made()) return choice.places();
        var text = text(incident);
        var named = actors.stream()
                .filter(actor ->
                        actor.scb() != null && names(text, actor.shortName().toLowerCase(Locale.ROOT)))
                .map(Actor::code)
                .sorted()
                .toList();
        if (!named.isEmpty()) return named;
        var by = incident.asked().actor();
        return actors.stream()
                .filter(actor -> actor.code().equals(by) && actor.scb() != null)
                .map(Actor::code)
                .toList();
    }

    /** Whether the text has the name as a word of its own, also as an owner; the county and its authorities are no place. */
    private static boolean names(String text, String name) {
        for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
            int end = at + name.length();
            if (end < text.length() && text.charAt(end) == 's') end++;
            boolean whole = (at == 0 || !Character.isLetter(text.charAt(at - 1)))
                    && (end == text.length() || !Character.isLetter(text.charAt(end)));
            boolean wider = text.startsWith(" län", end)
                    || text.startsWith(" county", end)
                    || text.startsWith("region ", Math.max(0, at - "region ".length()));
            if (whole && !wider) return true;
        }
        return false;
    }

    /** What the plan, as it stood in the entry, proposes where it happens in these places. */
    static Proposal propose(UUID entry, AlarmFact.Written says, List<String> places, Collection<Actor> actors) {
        var directly = new TreeSet<>(says.directly());
        var indirectly = new TreeSet<>(says.indirectly());
        if (says.atOnce())
            actors.stream().filter(Actor::member).map(Actor::code).forEach(indirectly::add);
        if (says.byPlace() && !places.isEmpty()) {
            for (var actor : actors)
                if (actor.scb() != null && directly.remove(actor.code())) indirectly.add(actor.code());
            directly.addAll(places);
        }
        indirectly.removeAll(directly);
        Set<String> known = new HashSet<>();
        actors.forEach(actor -> known.add(actor.code()));
        directly.retainAll(known);
        indirectly.retainAll(known);
        return new Proposal(
                entry,
                says.title(),
                says.en(),
                says.levels(),
                List.copyOf(directly),
                List.copyOf(indirectly),
                says.atOnce());
    }
}
