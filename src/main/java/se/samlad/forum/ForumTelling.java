package se.samlad.forum;

import static se.samlad.incident.Telling.Kind.CALL;
import static se.samlad.incident.Telling.Kind.DECISION;
import static se.samlad.incident.Telling.Kind.NEED;
import static se.samlad.incident.Telling.Kind.OTHER;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samlad.access.Viewer;
import se.samlad.access.Viewers;
import se.samlad.actor.Actors;
import se.samlad.incident.Telling;
import se.samlad.journal.Entry;
import se.samlad.journal.Fact;
import se.samlad.web.Say;
import se.samlad.web.Worded;

/** Turns this room's facts into rows of the log. */
@Component
class ForumTelling implements Telling, Worded {

    private final Actors actors;
    private final Viewers viewers;
    private final Forums forums;

    ForumTelling(Actors actors, Viewers viewers, Forums forums) {
        this.actors = actors;
        this.viewers = viewers;
        this.forums = forums;
    }

    @Override
    public Class<? extends Fact> facts() {
        return ForumFact.class;
    }

    @Override
    public Optional<Row> tell(Entry entry, Viewer viewer, Say say) {
        var names = new ForumPanels.Names(actors, viewers.functions());
        var id = entry.fact() instanceof ForumFact.Acknowledged a ? a.forum() : entry.subject();
        var forum =
                forums.in(entry.stream(), viewer).find(id).map(f -> f.name(say)).orElse(say.text("forum.a-forum"));
        return Optional.ofNullable(new Words(forum, names, say).row((ForumFact) entry.fact()));
    }

    @Override
    public List<Field> fields(Entry entry, Say say) {
        var names = new ForumPanels.Names(actors, viewers.functions());
        return switch (entry.fact()) {
            case ForumFact.Convened c ->
                Stream.concat(Stream.of(chair(c.chair(), names, say)), meeting(c.nextAt(), c.reach(), say))
                        .toList();
            case ForumFact.ChairPassed c -> List.of(chair(c.function(), names, say));
            case ForumFact.Raised r -> List.of(chair(r.chair(), names, say));
            case ForumFact.NextSet n -> meeting(n.nextAt(), n.reach(), say).toList();
            case ForumFact.FrameSet f -> List.of(Field.of("text", say.text("forum.frame"), f.text()));
            default -> List.of();
        };
    }

    private static Field chair(String function, ForumPanels.Names names, Say say) {
        return Field.of("function", say.text("forum.chair"), names.function(function, say));
    }

    private static Stream<Field> meeting(@Nullable Instant at, @Nullable String reach, Say say) {
        return Stream.of(
                Field.of("nextAt", say.text("forum.next-label"), at == null ? "" : say.time(at)),
                Field.of("reach", say.text("forum.reach-label"), reach));
    }

    /** @param forum the forum's name */
    record Words(String forum, ForumPanels.Names names, Say say) {

        @Nullable
        Row row(ForumFact fact) {
            return switch (fact) {
                case ForumFact.Convened c -> convened(c);
                case ForumFact.CalledIn c ->
                    row(
                            CALL,
                            "called-in",
                            say.text("forum.told.called-in", forum, names.all(c.callIn(), say))
                                    + affected(c.affected())
                                    + because(c.reason()));
                case ForumFact.Released r ->
                    row(
                            CALL,
                            "released",
                            say.text("forum.told.released", forum, names.all(r.release(), say)) + because(r.reason()));
                case ForumFact.NeedWeighed n ->
                    row(OTHER, "weighed", say.text("forum.told.weighed", forum) + because(n.reason()));
                case ForumFact.Acknowledged a -> row(OTHER, "acknowledged", say.text("forum.told.acknowledged", forum));
                case ForumFact.Missed m ->
                    row(OTHER, "missed", say.text("forum.told.missed", forum, say.time(m.meeting())));
                case ForumFact.Gathered g -> row(CALL, "gathered", say.text("forum.told.gathered", forum));
                case ForumFact.ChairPassed c ->
                    row(
                            DECISION,
                            "chair",
                            say.text("forum.told.chair", forum, names.function(c.function(), say))
                                    + because(c.reason()));
                case ForumFact.FrameSet f -> row(DECISION, "frame", f.text());
                case ForumFact.NextSet n -> row(CALL, "next", next(n));
                case ForumFact.Initiated i ->
                    row(
                            NEED,
                            "initiated",
                            say.text(i.byForum() ? "forum.told.asked-by-forum" : "forum.told.asked", level(i.level()))
                                    + because(i.reason()));
                case ForumFact.Declined d ->
                    row(DECISION, "declined", say.text("forum.told.declined", level(d.level())) + because(d.reason()));
                case ForumFact.Raised r -> row(CALL, "raised", say.text("forum.told.raised", forum) + raised(r));
                case ForumFact.Closed c ->
                    row(DECISION, "closed", say.text("forum.told.closed", forum) + because(c.reason()));
                case ForumFact.Established e -> null;
            };
        }

        private Row convened(ForumFact.Convened c) {
            var text = new StringBuilder(
                    say.text("forum.told.convened", forum, c.actors().size()));
            if (c.inSteadOf() != null) text.append(' ').append(stead(c.inSteadOf()));
            if (c.nextAt() != null) text.append(' ').append(say.text("forum.told.meets", say.time(c.nextAt())));
            if (c.reach() != null) text.append(' ').append(say.text("forum.reach", c.reach()));
            text.append(because(c.purpose())).append(because(c.reason()));
            return Row.of(
                    CALL,
                    say.text("forum.word.convened"),
                    text.toString(),
                    say.text("forum.told.called", names.all(c.actors(), say)));
        }

        private String raised(ForumFact.Raised r) {
            return (r.inSteadOf() == null ? "" : " " + stead(r.inSteadOf())) + because(r.reason());
        }

        private String stead(String actor) {
            return say.text("forum.told.in-stead", names.actor(actor, say));
        }

        private String next(ForumFact.NextSet n) {
            var text = forum + ".";
            if (n.nextAt() != null) text += " " + say.text("forum.told.meets", say.time(n.nextAt()));
            if (n.reach() != null) text += " " + say.text("forum.reach", n.reach());
            return text;
        }

        private String level(se.samlad.access.Level level) {
            return say.text("forum.level." + level);
        }

        private String affected(ForumFact.@Nullable Affected affected) {
            return affected == null ? "" : " " + say.text("forum.told.affected." + affected);
        }

        private static String because(@Nullable String reason) {
            return reason == null ? "" : " " + reason;
        }

        private Row row(Kind kind, String word, String text) {
            return Row.of(kind, say.text("forum.word." + word), text);
        }
    }
}
