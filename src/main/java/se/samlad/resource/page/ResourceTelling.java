package se.samlad.resource.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samlad.access.Viewer;
import se.samlad.actor.Actors;
import se.samlad.incident.Telling;
import se.samlad.journal.Entry;
import se.samlad.journal.Fact;
import se.samlad.resource.ResourceFact;
import se.samlad.web.Say;

/** Needs, answers and loans as rows of the log. A broken promise and what is asked back stand among the needs. */
@Component
class ResourceTelling implements Telling {

    private final Actors actors;

    ResourceTelling(Actors actors) {
        this.actors = actors;
    }

    @Override
    public Class<? extends Fact> facts() {
        return ResourceFact.class;
    }

    @Override
    public Optional<Row> tell(Entry entry, Viewer viewer, Say say) {
        return Optional.of(row((ResourceFact) entry.fact(), say));
    }

    private Row row(ResourceFact fact, Say say) {
        return switch (fact) {
            case ResourceFact.Raised r -> raised(r, say);
            case ResourceFact.Answered a -> row(say, Kind.OTHER, answered(a, say), a.terms());
            case ResourceFact.Ranked r ->
                row(say, Kind.DECISION, say.text("resource.told.ranked", r.rank()), r.reason());
            case ResourceFact.Promised p ->
                row(say, Kind.MEASURE, say.text("resource.told.promised", p.quantity()), p.terms());
            case ResourceFact.Recalled r -> row(say, Kind.NEED, say.text("resource.told.recalled"), r.reason());
            case ResourceFact.Broken b ->
                row(say, Kind.NEED, say.text("resource.told.broken", b.quantity()), b.reason());
            case ResourceFact.Ended e -> row(say, Kind.OTHER, say.text("resource.told.ended"), e.reason());
            case ResourceFact.Accepted a -> moved(say, "accepted", a.quantity(), a.actor());
            case ResourceFact.Arrived a -> moved(say, "arrived", a.quantity(), a.actor());
            case ResourceFact.SentBack s -> moved(say, "sent-back", s.quantity(), s.actor());
            case ResourceFact.Departed d -> moved(say, "departed", d.quantity(), "");
            case ResourceFact.Returned r -> moved(say, "returned", r.quantity(), "");
            case ResourceFact.Terms t -> terms(t, say);
            case ResourceFact.OfOffer o -> offer(o, say);
        };
    }

    private Row terms(ResourceFact.Terms fact, Say say) {
        return switch (fact) {
            case ResourceFact.ExtensionAsked e ->
                row(
                        say,
                        Kind.NEED,
                        say.text("resource.told.extension", name(e.actor(), say), say.time(e.until())),
                        e.reason());
            case ResourceFact.ExtensionAnswered e -> row(say, Kind.MEASURE, extended(e, say), e.reason());
            case ResourceFact.Replaced r ->
                row(say, Kind.MEASURE, say.text("resource.told.replaced", r.quantity(), r.what()), r.reason());
            case ResourceFact.CostNoted c -> row(say, Kind.OTHER, cost(c, say), c.note());
            case ResourceFact.CostAnswered c ->
                row(
                        say,
                        Kind.OTHER,
                        say.text(
                                c.disputed() == null ? "resource.told.cost-agreed" : "resource.told.cost-disputed",
                                name(c.actor(), say)),
                        c.disputed());
        };
    }

    private Row offer(ResourceFact.OfOffer fact, Say say) {
        return switch (fact) {
            case ResourceFact.Offered o ->
                row(say, Kind.MEASURE, say.text("resource.told.offered", o.quantity(), o.what()), o.terms());
            case ResourceFact.OfferWithdrawn w ->
                row(say, Kind.OTHER, say.text("resource.told.offer-withdrawn"), w.reason());
            case ResourceFact.TakenUp t ->
                row(say, Kind.OTHER, say.text("resource.told.taken-up", t.quantity(), name(t.actor(), say)), t.terms());
        };
    }

    private String name(String actor, Say say) {
        return actors.shortName(actor, say.language());
    }

    private static String extended(ResourceFact.ExtensionAnswered e, Say say) {
        return e.until() == null
                ? say.text("resource.told.not-extended")
                : say.text("resource.told.extended", say.time(e.until()));
    }

    private static String cost(ResourceFact.CostNoted c, Say say) {
        return c.sek() == null
                ? say.text("resource.told.cost")
                : say.text("resource.told.cost-sek", say.number(c.sek()));
    }

    /** @param lender its code; empty: the one who says it */
    private Row moved(Say say, String how, int quantity, String lender) {
        var name = lender.isEmpty() ? "" : name(lender, say);
        return row(say, Kind.OTHER, say.text("resource.told." + how, quantity, name), null);
    }

    private static String answered(ResourceFact.Answered a, Say say) {
        return a.quantity() == null
                ? say.text("resource.said." + a.answer())
                : say.text("resource.said-many." + a.answer(), a.quantity());
    }

    private static Row raised(ResourceFact.Raised r, Say say) {
        var points = new ArrayList<Point>();
        points.add(new Point(say.text("field.where"), r.where()));
        if (r.until() != null) points.add(new Point(say.text("field.until"), say.time(r.until())));
        points.add(new Point(say.text("field.ifNot"), r.ifNot()));
        var text = r.quantity() + " " + r.what();
        return new Row(Kind.NEED, say.text("resource.word"), null, text, List.copyOf(points), null, null);
    }

    private static Row row(Say say, Kind kind, String text, @Nullable String more) {
        return Row.of(kind, say.text("resource.word"), text, more);
    }
}
