package se.samlad.web;

import java.util.List;

/**
 * What a room offers to the frame and to pages of others: its pages in the menus, and its panels in the places that pages
 * keep for them.
 */
public record Offer(List<Door> doors, List<Shown> panels) {

    /** Where a menu is. */
    public enum Menu {
        MAIN,
        /** On every page of an incident. */
        INCIDENT
    }

    /** Where a page shows what rooms offer. */
    public enum Slot {
        INCIDENT_HEAD,
        ABOVE_LOG,
        BESIDE_LOG
    }

    /**
     * A page that a menu leads to.
     *
     * @param order smaller comes first
     * @param name the text {@code frame.<name>}, and what the page calls itself
     * @param path of an incident's page what stands after the incident's own path, such as {@code /forums}
     */
    public record Door(Menu menu, int order, String name, String path) {}

    /** @param panel its name; it is about the page's incident */
    public record Shown(Slot slot, int order, String panel) {}

    public static Offer of(Door... doors) {
        return new Offer(List.of(doors), List.of());
    }

    public Offer with(Shown... shown) {
        return new Offer(doors, List.of(shown));
    }
}
