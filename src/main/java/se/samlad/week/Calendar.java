package se.samlad.week;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import se.samlad.access.Viewer;
import se.samlad.web.Alike;
import se.samlad.web.Dated;
import se.samlad.web.Dated.Date;
import se.samlad.web.Raised;
import se.samlad.web.Say;

/** The one regional calendar: events, and what other rooms have at a known time (I6). */
@Service
class Calendar {

    /** The most days that one look spans. */
    static final int DAYS = 400;

    private final Weeks weeks;
    private final ObjectProvider<Dated> rooms;
    private final Alike alike;

    Calendar(Weeks weeks, ObjectProvider<Dated> rooms, Alike alike) {
        this.alike = alike;
        this.weeks = weeks;
        this.rooms = rooms;
    }

    /** What goes on at some time in the half-open interval, the earliest first. */
    List<Date> between(Instant from, Instant until, Viewer viewer, Say say) {
        return rooms.stream()
                .flatMap(room -> room.between(from, until, viewer, say).stream())
                .sorted(Comparator.comparing(Date::from).thenComparing(Date::id))
                .toList();
    }

    /** What goes on at the same time as the event: in the same area first, then the earliest. */
    List<Date> coinciding(Event event, Viewer viewer, Say say) {
        var area = event.said().area();
        return coinciding(event.said().from(), event.said().until(), area, viewer, say).stream()
                .filter(date -> !date.id().equals(event.id()))
                .toList();
    }

    /** What was raised before, in whatever room, that may be about the same. */
    List<Raised.Thing> similar(Event event, Viewer viewer) {
        return alike.to(event.said().title(), WeekPages.EVENTS + "/" + event.id(), viewer);
    }

    List<Date> coinciding(Instant from, Instant until, @Nullable String area, Viewer viewer, Say say) {
        return between(from, until, viewer, say).stream()
                .sorted(Comparator.comparing((Date date) -> area == null || !area.equals(date.area())))
                .toList();
    }

    /** The end of a look from the time, where none is said. */
    static Instant usualEnd(Instant from) {
        return from.plus(Duration.ofDays(28));
    }
}
