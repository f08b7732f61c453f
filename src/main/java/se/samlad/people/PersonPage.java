package se.samlad.people;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import se.samlad.access.Function;
import se.samlad.access.Functions;
import se.samlad.access.Mandate;
import se.samlad.access.Viewer;
import se.samlad.access.Viewers;
import se.samlad.actor.Actor;

/** What one person may do and see. Read by the template. */
public final class PersonPage {

    private PersonPage() {}

    /** A function of the person. */
    public record Held(Function function, PeoplePage.Row row) {}

    /**
     * In short, over all functions that the person holds now.
     *
     * @param does mandates that it has
     * @param doesNot mandates that others at the actor have, with the titles of their functions
     * @param member whether it reads what is shared with all members
     * @param incidents in how many incidents it reads along
     * @param forums in how many forums
     */
    public record May(Set<Mandate> does, List<Other> doesNot, boolean member, int incidents, int forums) {}

    public record Other(Mandate mandate, List<Function> by) {}

    static May may(Functions functions, String account, Actor actor, Viewers viewers) {
        var does = EnumSet.noneOf(Mandate.class);
        var labels = new TreeSet<String>();
        for (var function : functions.of(account)) {
            does.addAll(function.mandates());
            viewers.find(account, function.id()).map(Viewer::held).ifPresent(labels::addAll);
        }
        var doesNot = Arrays.stream(Mandate.values())
                .filter(mandate -> !does.contains(mandate))
                .map(mandate -> new Other(
                        mandate,
                        functions.ofActor(actor.code()).stream()
                                .filter(f -> f.may(mandate))
                                .toList()))
                .filter(other -> !other.by().isEmpty())
                .toList();
        return new May(
                does,
                doesNot,
                labels.contains("members"),
                (int) labels.stream().filter(l -> l.startsWith("incident:")).count(),
                (int) labels.stream().filter(l -> l.startsWith("forum:")).count());
    }
}
