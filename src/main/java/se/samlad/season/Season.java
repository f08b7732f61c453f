package se.samlad.season;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.OrderedPMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import se.samlad.access.Function;
import se.samlad.access.Things;
import se.samlad.journal.By;
import se.samlad.journal.Entry;
import se.samlad.journal.Labels;
import se.samlad.journal.View;
import se.samlad.season.SeasonFact.Frame;
import se.samlad.season.SeasonFact.Stated;
import se.samlad.season.SeasonFact.With;
import se.samlad.season.SeasonFact.Worded;

/**
 * The preparations before a season that one host gathers: the fold of its stream. All who may read it read all of it.
 * How the host's area stands has more readers; see {@link AllSeasons}.
 *
 * @param at when it began
 * @param framed the entry that last changed the frame
 * @param participants in the order in which they were invited, those who have left too
 * @param gathered what came of it
 */
public record Season(
        UUID id,
        Labels labels,
        By by,
        Instant at,
        Frame as,
        UUID framed,
        @Nullable UUID earlier,
        OrderedPMap<UUID, Participant> participants,
        Season.Gathered gathered)
        implements Things.Thing {

    /**
     * What came of a season.
     *
     * @param direction null: nobody has written one
     * @param met the latest last
     * @param stated how the area stands, as it is shown now; null: it is not shown
     * @param turned how it was last closed or opened again; null: it goes on as it began
     */
    public record Gathered(
            PMap<UUID, Need> needs,
            @Nullable Local direction,
            PVector<Meeting> met,
            With with,
            @Nullable Stated stated,
            @Nullable Instant reminded,
            @Nullable Turn turned) {

        private static final Gathered NOTHING =
                new Gathered(HashTreePMap.empty(), null, TreePVector.empty(), With.PARTICIPANTS, null, null, null);

        private Gathered with(PMap<UUID, Need> all) {
            return new Gathered(all, direction, met, with, stated, reminded, turned);
        }

        private Gathered with(PVector<Meeting> all) {
            return new Gathered(needs, direction, all, with, stated, reminded, turned);
        }

        private Gathered after(Entry by, SeasonFact fact) {
            var at = by.recordedAt();
            return switch (fact) {
                case SeasonFact.Reminded _ -> new Gathered(needs, direction, met, with, stated, at, turned);
                case SeasonFact.NeedNoted n ->
                    with(needs.plus(by.id(), new Need(by.id(), n.participant(), n.text(), at, null)));
                case SeasonFact.NeedSettled s -> {
                    var need = needs.get(s.need());
                    yield need == null ? this : with(needs.plus(need.id(), need.settled(s.how())));
                }
                case SeasonFact.Met m -> with(met.plus(Meeting.of(by, m)));
                case SeasonFact.MetCorrected c -> with(Meeting.corrected(met, by, c));
                case Worded w -> new Gathered(needs, new Local(by.id(), at, w), met, with, stated, reminded, turned);
                case SeasonFact.Shared s -> new Gathered(needs, direction, met, s.with(), stated, reminded, turned);
                case Stated s -> new Gathered(needs, direction, met, with, s, reminded, turned);
                case SeasonFact.Unstated _ -> new Gathered(needs, direction, met, with, null, reminded, turned);
                case SeasonFact.Closed c ->
                    new Gathered(needs, direction, met, with, stated, reminded, new Turn(at, c.reason(), true));
                case SeasonFact.Reopened r ->
                    new Gathered(needs, direction, met, with, stated, reminded, new Turn(at, r.reason(), false));
                case SeasonFact.Begun _, SeasonFact.Changed _, SeasonFact.Invited _, SeasonFact.OfParticipant _ -> this;
            };
        }
    }

    /** @param participant whose it is; null: everybody's @param settled how; null: it is open */
    public record Need(
            UUID id,
            @Nullable UUID participant,
            String text,
            Instant at,
            @Nullable String settled) {

        private Need settled(String how) {
            return new Need(id, participant, text, at, how);
        }
    }

    /** The local direction's latest text. */
    public record Local(UUID entry, Instant at, Worded text) {}

    /** @param closes whether the season ended; else it was opened again */
    public record Turn(Instant at, String reason, boolean closes) {}

    /** The season of a stream, if the reader may see it. */
    record Held(@Nullable Season season) {
        static final View<Held> VIEW =
                View.of("season.season", new Held(null), SeasonFact.class, (held, e, f) -> held.apply(e, f));

        Optional<Season> find(UUID id) {
            return Optional.ofNullable(season).filter(s -> s.id.equals(id));
        }

        private Held apply(Entry by, SeasonFact fact) {
            if (fact instanceof SeasonFact.Begun begun) return new Held(begun(by, begun));
            return season == null ? this : new Held(season.after(by, fact));
        }
    }

    static Season begun(Entry by, SeasonFact.Begun begun) {
        return new Season(
                by.stream(),
                by.labels(),
                by.by(),
                by.recordedAt(),
                begun.as(),
                by.id(),
                begun.earlier(),
                OrderedPMap.empty(),
                Gathered.NOTHING);
    }

    Season after(Entry by, SeasonFact fact) {
        return switch (fact) {
            case SeasonFact.Changed c ->
                new Season(id, labels, this.by, at, c.as(), by.id(), earlier, participants, gathered);
            case SeasonFact.Invited i -> with(participants.plus(by.id(), Participant.of(by, i)));
            case SeasonFact.OfParticipant p -> {
                var one = participants.get(p.participant());
                yield one == null ? this : with(participants.plus(one.id(), one.after(by, p)));
            }
            case SeasonFact.Reopened r -> withoutLinks().with(gathered.after(by, r));
            default -> with(gathered.after(by, fact));
        };
    }

    private Season with(OrderedPMap<UUID, Participant> all) {
        return new Season(id, labels, by, at, as, framed, earlier, all, gathered);
    }

    private Season with(Gathered now) {
        return new Season(id, labels, by, at, as, framed, earlier, participants, now);
    }

    private Season withoutLinks() {
        var all = participants;
        for (var one : participants.values()) all = all.plus(one.id(), one.withoutLink());
        return with(all);
    }

    public PMap<UUID, Need> needs() {
        return gathered.needs();
    }

    /** Null: nobody has written one. */
    public @Nullable Local direction() {
        return gathered.direction();
    }

    /** The latest last. */
    public PVector<Meeting> met() {
        return gathered.met();
    }

    /** Null: there is none. */
    @Nullable
    Meeting meeting(UUID id) {
        return met().stream().filter(each -> each.id().equals(id)).findFirst().orElse(null);
    }

    public With with() {
        return gathered.with();
    }

    /** How the area stands; null: the host has not said so, or shows it no more. */
    public @Nullable Stated stated() {
        return gathered.stated();
    }

    /** How it was last closed or opened again; null: it goes on as it began. */
    public @Nullable Turn turned() {
        return gathered.turned();
    }

    public boolean isOpen() {
        var turned = turned();
        return turned == null || !turned.closes();
    }

    public boolean isOf(String actor) {
        return by.actor().equals(actor);
    }

    public Optional<Participant> find(UUID participant) {
        return Optional.ofNullable(participants.get(participant));
    }

    /** Whose link it is; empty: nobody's any more. */
    Optional<Participant> linked(UUID link) {
        return participants.values().stream()
                .filter(each -> link.equals(each.link()))
                .findFirst();
    }

    /** Those who take part now, in the order in which they were invited. */
    public List<Participant> there() {
        return present().toList();
    }

    private Stream<Participant> present() {
        return participants.values().stream().filter(each -> !each.left());
    }

    /** Those of them who have not answered. */
    public List<Participant> missing() {
        return present().filter(each -> each.latest().isEmpty()).toList();
    }

    /** How many of the answers say something else than the last season. */
    public long changes() {
        return present()
                .flatMap(each -> each.latest().stream())
                .mapToLong(answer -> answer.was().size())
                .sum();
    }

    /** For whom the function answers, its unit before the whole actor; empty: neither takes part. */
    public Optional<Participant> of(Function function) {
        return present()
                .filter(each -> each.isAnsweredBy(function))
                .max(Comparator.comparing(each -> each.as().unit() != null));
    }

    /** The entry that another wording is drawn from. */
    public UUID drawn() {
        var local = direction();
        return local == null ? id : local.entry();
    }

    /** The oldest first. */
    public List<Need> allNeeds() {
        return needs().values().stream()
                .sorted(Comparator.comparing(Need::at).thenComparing(Need::id))
                .toList();
    }
}
