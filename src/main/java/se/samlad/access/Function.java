package se.samlad.access;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A function at an actor, which people act as (A6).
 *
 * @param name short and stable, such as {@code tib}
 * @param titleSv what people call it, in Swedish
 * @param unit the part of the actor that it speaks for; null: the whole
 * @param deputyOf the function it stands in for; null: none
 */
public record Function(
        String actor,
        String name,
        String titleSv,
        String titleEn,
        Level level,
        Set<Mandate> mandates,
        @Nullable String unit,
        @Nullable String deputyOf) {

    public Function {
        var inOrder = EnumSet.noneOf(Mandate.class); // sorted, so that equal functions are stored as equal bytes
        inOrder.addAll(mandates);
        mandates = Collections.unmodifiableSet(inOrder);
    }

    public boolean may(Mandate mandate) {
        return mandates.contains(mandate);
    }

    /** Whether it only looks after the actor's people. Such a function speaks for nobody: no forum calls it. */
    public boolean onlyAdministers() {
        return mandates.equals(Set.of(Mandate.ADMINISTER));
    }

    public String title(String language) {
        return language.equals("en") ? titleEn : titleSv;
    }

    public String id() {
        return actor + "/" + name;
    }
}
