package se.samlad.conference;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import se.samlad.access.Level;
import se.samlad.access.Viewer;
import se.samlad.actor.Actors;
import se.samlad.forum.Forum;
import se.samlad.forum.Forums;
import se.samlad.incident.Incident;
import se.samlad.incident.IncidentFact.Concern;
import se.samlad.incident.Incidents;

/** A conference's surroundings: the order of speaking, the frame of its forum, its clock and its wheel. */
@Service
public class Rounds {

    /** The reporting wheel: backwards from the conference's time, when each thing is to be ready (C1, C2). */
    public record Wheel(List<Mark> marks) {

        private static final Duration REPORTS = Duration.ofMinutes(30);
        private static final Duration DRAFT = Duration.ofMinutes(10);

        /** What has its time. */
        public enum What {
            REPORTS,
            DRAFT,
            CONFERENCE,
            END,
            /** When those who decide meet. */
            DECISION
        }

        public record Mark(What what, Instant at) {

            /** Where the time stands on a clock face of twelve hours, in degrees from the top. @param zone of its readers */
            public double angle(java.time.ZoneId zone) {
                var local = at.atZone(zone);
                return local.getHour() % 12 * 30 + local.getMinute() / 2.0;
            }
        }

        /**
         * Where the conference is called at short notice, the marks come nearer: nothing is due before the call.
         *
         * @param decides when the directing forum meets; null: not known
         */
        static Wheel of(Instant called, Instant at, int minutes, @Nullable Instant decides) {
            var notice = Duration.between(called, at);
            var marks = new ArrayList<Mark>();
            if (!notice.isNegative() && !notice.isZero()) {
                marks.add(new Mark(What.REPORTS, at.minus(least(REPORTS, notice.dividedBy(2)))));
                marks.add(new Mark(What.DRAFT, at.minus(least(DRAFT, notice.dividedBy(4)))));
            }
            marks.add(new Mark(What.CONFERENCE, at));
            marks.add(new Mark(What.END, at.plus(Duration.ofMinutes(minutes))));
            if (decides != null && decides.isAfter(at)) marks.add(new Mark(What.DECISION, decides));
            return new Wheel(List.copyOf(marks));
        }

        private static Duration least(Duration a, Duration b) {
            return a.compareTo(b) < 0 ? a : b;
        }

        public Instant at(What what) {
            return marks.stream()
                    .filter(mark -> mark.what() == what)
                    .findFirst()
                    .orElse(marks.getFirst())
                    .at();
        }
    }

    private final Incidents incidents;
    private final Forums forums;
    private final Actors actors;

    Rounds(Incidents incidents, Forums forums, Actors actors) {
        this.incidents = incidents;
        this.forums = forums;
        this.actors = actors;
    }

    /** The incident; empty: it is held in a standing forum, or the viewer may not see the incident. */
    public Optional<Incident> incident(Conference conference, Viewer viewer) {
        return Optional.ofNullable(conference.called().incident()).flatMap(id -> incidents.find(id, viewer));
    }

    public Order order(Conference conference, Viewer viewer) {
        var incident = incident(conference, viewer).orElse(null);
        return Order.of(conference, actor -> concern(incident, actor), actors.codesByName());
    }

    /** How the actor or one of its units is affected; not weighed counts as not affected. */
    static Concern concern(@Nullable Incident incident, String actor) {
        if (incident == null) return Concern.NONE;
        return incident.concerns().entrySet().stream()
                .filter(each -> each.getKey().split("/", 2)[0].equals(actor))
                .map(java.util.Map.Entry::getValue)
                .min(Comparator.naturalOrder())
                .orElse(Concern.NONE);
    }

    /** The directing forum's frame for the work (F4). */
    public Optional<Forum.Said> frame(Conference conference, Viewer viewer) {
        return incident(conference, viewer)
                .flatMap(each -> forums.in(each.id(), viewer).frame());
    }

    public Wheel wheel(Conference conference, Viewer viewer) {
        var decides = incident(conference, viewer)
                .flatMap(each -> forums.in(each.id(), viewer).open(Level.DIRECTING))
                .map(Forum::next)
                .map(Forum.Meeting::at)
                .orElse(null);
        return Wheel.of(
                conference.calledAt(),
                conference.agenda().at(),
                conference.agenda().minutes(),
                decides);
    }

    /** The conference's time: its incident's, or the real one. */
    public Instant clock(Conference conference, Viewer viewer, Instant now) {
        return incident(conference, viewer).map(each -> each.clock(now)).orElse(now);
    }
}
