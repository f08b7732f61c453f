package se.samlad.agreement;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.samlad.actor.Actors;
import se.samlad.agreement.AgreementFact.Acceded;
import se.samlad.agreement.AgreementFact.Document;
import se.samlad.agreement.AgreementFact.Left;
import se.samlad.agreement.AgreementFact.Signed;
import se.samlad.agreement.AgreementFact.Step;
import se.samlad.journal.By;
import se.samlad.web.Say;

/**
 * What happened on a day, of one or of many at once.
 *
 * @param what signed, acceded, left
 * @param document the one that was signed; null: none was
 * @param names of those it happened to, in order
 * @param source null: they have recorded it themselves
 * @param by who recorded it
 */
public record Milestone(
        Day on,
        String what,
        @Nullable Document document,
        List<String> names,
        @Nullable String source,
        By by) {

    private record Kind(
            Day on,
            String what,
            @Nullable String document,
            @Nullable String source,
            By by) {}

    /** How it has become, the first day first. */
    static List<Milestone> all(Agreement agreement, Actors actors, Say say) {
        var names = new LinkedHashMap<Kind, List<String>>();
        Map<String, String> signers = new HashMap<>();
        agreement
                .steps()
                .values()
                .forEach(steps -> steps.forEach(noted -> {
                    if (noted.fact() instanceof Signed signed) signers.put(signed.actor(), signed.organisation());
                }));
        agreement
                .steps()
                .values()
                .forEach(steps -> steps.forEach(
                        noted -> names.computeIfAbsent(kind(noted.fact(), noted.by()), kind -> new ArrayList<>())
                                .add(name(noted.fact(), signers, actors, say))));
        var all = new ArrayList<Milestone>();
        names.forEach((kind, of) -> all.add(new Milestone(
                kind.on(),
                kind.what(),
                agreement.inForce().stream()
                        .filter(document -> document.code().equals(kind.document()))
                        .findFirst()
                        .orElse(null),
                of.stream()
                        .distinct()
                        .sorted(Collator.getInstance(Locale.of("sv")))
                        .toList(),
                kind.source(),
                kind.by())));
        all.sort(Comparator.comparing((Milestone m) -> m.on().latest()).thenComparing(m -> m.on().earliest()));
        return all;
    }

    private static Kind kind(Step step, By by) {
        return switch (step) {
            case Signed signed -> new Kind(signed.on(), "signed", signed.document(), signed.source(), by);
            case Acceded acceded -> new Kind(acceded.from(), "acceded", null, acceded.source(), by);
            case Left left -> new Kind(left.last(), "left", null, left.source(), by);
        };
    }

    /** As it signed; otherwise as it is called today, or signed once where it is no actor here. */
    private static String name(Step step, Map<String, String> signers, Actors actors, Say say) {
        if (step instanceof Signed signed) return signed.organisation();
        return actors.find(step.actor())
                .map(actor -> actor.shortName(say.language()))
                .orElse(signers.getOrDefault(step.actor(), step.actor()));
    }
}
