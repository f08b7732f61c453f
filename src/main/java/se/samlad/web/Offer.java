package se.samlad.web;

import java.util.List;
import java.util.function.Predicate;
import se.samlad.access.Function;
import se.samlad.access.Viewer;

/**
 * What a room contributes to the frame and to other rooms' pages: entries in the menus, and panels in the slots of
 * pages.
 */
public record Offer(List<Door> doors, List<Shown> panels) {

    /** The menus. */
    public enum Menu {
        MAIN,
        /** On every page of an incident. */
        INCIDENT,
        /** On the pages of the week. */
        WEEK,
        /** On the pages of ordinary mode. */
        EVERYDAY,
        /** On the pages of the year, behind one door of ordinary mode: what the collaboration aims at and learns. */
        YEAR,
        /** Under what one acts as: what one does as oneself. */
        OWN
    }

    /** The slots of pages in which panels of other rooms are shown. */
    public enum Slot {
        /** In the bar on top of every page, about all that the viewer may see. */
        TOP,
        INCIDENT_HEAD,
        ABOVE_LOG,
        BESIDE_LOG,
        /** Beside the notes of the week; the panels are about all that the viewer may see. */
        BESIDE_WEEK
    }

    /**
     * An entry in a menu.
     *
     * @param order smaller comes first
     * @param name the key {@code frame.<name>} of its text, and the name by which the page identifies itself
     * @param path for an incident's page, the part after the incident's path, such as {@code /forums}; a star stands
     *     for the code of the viewer's actor
     * @param shown to whom
     */
    public record Door(Menu menu, int order, String name, String path, Predicate<Viewer> shown) {
        /** Shown to all. */
        public Door(Menu menu, int order, String name, String path) {
            this(menu, order, name, path, viewer -> true);
        }

        /** The address for the viewer. */
        public String path(Viewer viewer) {
            return path.replace("*", viewer.function().map(Function::actor).orElse(""));
        }
    }

    /** @param panel the panel's name; it shows the incident of the page, in {@link Slot#TOP} everything */
    public record Shown(Slot slot, int order, String panel) {}

    public static Offer of(Door... doors) {
        return new Offer(List.of(doors), List.of());
    }

    public Offer with(Shown... shown) {
        return new Offer(doors, List.of(shown));
    }
}
