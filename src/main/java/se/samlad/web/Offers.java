package se.samlad.web;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import se.samlad.web.Offer.Door;
import se.samlad.web.Offer.Menu;
import se.samlad.web.Offer.Shown;
import se.samlad.web.Offer.Slot;

/** The contributions of all rooms, in order. */
@Component
public class Offers {

    private final List<Door> doors;
    private final List<Shown> panels;

    Offers(List<Offer> rooms) {
        doors = rooms.stream()
                .flatMap(room -> room.doors().stream())
                .sorted(Comparator.comparingInt(Door::order))
                .toList();
        panels = rooms.stream()
                .flatMap(room -> room.panels().stream())
                .sorted(Comparator.comparingInt(Shown::order))
                .toList();
    }

    public List<Door> doors(Menu menu) {
        return doors.stream().filter(door -> door.menu() == menu).toList();
    }

    public List<String> panels(Slot slot) {
        return panels.stream()
                .filter(each -> each.slot() == slot)
                .map(Shown::panel)
                .toList();
    }
}
