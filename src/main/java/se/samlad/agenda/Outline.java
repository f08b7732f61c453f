package se.samlad.agenda;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.samlad.web.Say;

/**
 * How conferences of a kind are held.
 *
 * @param steps in the order in which they are taken
 * @param also codes of actors that take part besides
 * @param leaves what it leaves besides its protocol
 */
public record Outline(List<Step> steps, Who who, List<String> also, int minutes, List<Leaves> leaves) {

    /** What a step deals with; the page of the conference says how far that has come. */
    public enum Deals {
        REPORTS,
        INFORMATION,
        NEEDS,
        /** The joint picture, and what is planned from it. */
        PICTURE,
        KNOWN,
        CONCERNED,
        LEVEL,
        MESSAGES,
        /** Something else, which its name says. */
        OTHER
    }

    /** @param sv its name; null: as usual for what it deals with @param en in English; null: as in Swedish */
    public record Step(
            Deals deals, @Nullable String sv, @Nullable String en) {

        public static Step of(Deals deals) {
            return new Step(deals, null, null);
        }

        public String name(Say say) {
            return sv == null ? say.text("agenda.deals." + deals) : say.either(sv, en == null ? "" : en);
        }
    }

    /** Who is expected. */
    public enum Who {
        /** All actors of the forum. */
        FORUM,
        /** Those of them that are directly affected; all, as long as none is weighed so. */
        DIRECTLY,
        /** The county board and the joint functions (I4). */
        ASSESSING
    }

    /** What a conference leaves besides its protocol. */
    public enum Leaves {
        /** Each participant confirms the protocol. */
        CONFIRMATION,
        /** A summary goes home to each organisation, which confirms it (A7). */
        SUMMARY,
        /** An edition of the picture (C6). */
        EDITION
    }

    /** All that a conference may leave, and none besides the forum's own actors: as kinds are shipped. */
    static Outline shipped(Who who, int minutes, Deals... steps) {
        return of(List.of(steps), who, minutes);
    }

    /** As a kind was before it could be edited. */
    public static Outline of(List<Deals> steps, Who who, int minutes) {
        return new Outline(
                steps.stream().map(Step::of).toList(), who, List.of(), minutes, Arrays.asList(Leaves.values()));
    }

    /**
     * Who is expected: codes, sorted.
     *
     * @param all the forum's actors
     * @param directly those of them that are directly affected
     * @param assessing the county board and the joint functions; an empty code: there is none
     * @param open whether members outside the forum see the conference
     */
    List<String> expected(List<String> all, List<String> directly, List<String> assessing, boolean open) {
        var chosen =
                switch (who) {
                    case FORUM -> all;
                    case DIRECTLY -> directly.isEmpty() ? all : directly;
                    case ASSESSING -> assessing;
                };
        var besides = also.stream().filter(code -> open || all.contains(code));
        return Stream.concat(chosen.stream(), besides)
                .filter(code -> !code.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    public boolean isLeaving(Leaves what) {
        return leaves.contains(what);
    }
}
