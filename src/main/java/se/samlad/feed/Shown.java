package se.samlad.feed;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.samlad.feed.FeedFact.Way;
import se.samlad.feed.Notice.Place;
import se.samlad.feed.Watch.Item;
import se.samlad.feed.Watch.State;
import se.samlad.warning.County.Touch;
import se.samlad.warning.Warning.Color;
import se.samlad.warning.Warning.Form;
import se.samlad.web.Say;

/**
 * A warning on the screen, in the reader's language.
 *
 * @param incident the incident made from it, where the reader may see it; null: none
 * @param state at the time the page is made, or at the incident's own clock
 * @param names short names of the municipalities it may touch
 * @param relay who recorded its current contents
 */
public record Shown(Item item, State state, @Nullable UUID incident, List<String> names, Relay relay) {

    /** Who handed it in, by their titles. */
    public record Relay(String titleSv, String titleEn, String actorSv, String actorEn) {}

    /** Who handed it in, by code, for programs. */
    record HandedInBy(String actor, String function) {}

    private static final int NAMES = 8;
    private static final Pattern MARKED = Pattern.compile("(?iu)^övning\\P{L}*");

    public Notice warning() {
        return item.warning();
    }

    /**
     * The title of an incident made from it. The mark of an exercise is left out, since the incident itself says that.
     */
    public String title() {
        var title = warning().title();
        var plain = isExercise() ? MARKED.matcher(title).replaceFirst("") : title;
        return plain.isEmpty() ? title : plain;
    }

    /** The element id on the page. */
    public String id() {
        return "feed-" + item.subject();
    }

    public String source() {
        return warning().source().toUpperCase(java.util.Locale.ROOT);
    }

    /** Class and shape of the level's sign; null where the level has no colour. */
    public @Nullable String sign() {
        return switch (warning().color()) {
            case RED -> "red";
            case ORANGE -> "orange";
            case YELLOW -> "yellow";
            case MESSAGE, UNKNOWN -> null;
        };
    }

    /** The level: SMHI's own words for the old classes, its colours in the reader's language. */
    public String level(Say say) {
        var own = said(say).level();
        boolean old = warning().form() == Form.SMHI_V2 && !own.isBlank();
        if (!old && warning().color() == Color.UNKNOWN && !own.isBlank()) return own;
        return old ? own : say.text("feed.level." + warning().color());
    }

    public Notice.Said said(Say say) {
        return warning().said(say.isSwedish());
    }

    /** What it warns of, with the headline where that adds something. */
    public String what(Say say) {
        var said = said(say);
        if (said.headline().isBlank()) return said.event().isBlank() ? warning().id() : said.event();
        return warning().form() == Form.SMHI_V2 && !said.event().isBlank()
                ? said.event() + ": " + said.headline()
                : said.headline();
    }

    public boolean isRelayed() {
        return item.way() == Way.HANDED_IN;
    }

    /** How it came: fetched, or handed in by whom. */
    public String way(Say say) {
        return item.way() == Way.POLLED
                ? say.text("feed.way.POLLED")
                : say.text(
                        "feed.handed-in-by",
                        say.either(relay.titleSv(), relay.titleEn()),
                        say.either(relay.actorSv(), relay.actorEn()));
    }

    /** The area in the source's words. */
    public String areas(Say say) {
        var named = warning().areas().stream()
                .map(a -> a.name(say.isSwedish()))
                .distinct()
                .toList();
        if (named.isEmpty()) return warning().where();
        var first = String.join(", ", named.stream().limit(NAMES).toList());
        return named.size() > NAMES ? say.text("feed.and-more", first, named.size() - NAMES) : first;
    }

    /** Which of the region's municipalities it touches. */
    public String touch(Say say) {
        return switch (warning().touch()) {
            case COUNTY -> say.text("feed.touch.county");
            case SEA -> say.text("feed.touch.sea");
            case UNKNOWN -> say.text("feed.touch.unknown");
            case NONE -> say.text("feed.touch.none");
            case PART ->
                warning().certain() && !names.isEmpty()
                        ? say.text("feed.touch.some", parts(say))
                        : say.text("feed.touch.part");
        };
    }

    private String parts(Say say) {
        var first = String.join(", ", names.stream().limit(NAMES).toList());
        return names.size() > NAMES ? say.text("feed.and-more", first, names.size() - NAMES) : first;
    }

    /** The mark of an exercise or test; empty for a real warning. */
    public String pretence(Say say) {
        return warning().pretended() ? say.text("feed.status." + warning().status()) : "";
    }

    public boolean isExercise() {
        return warning().status() == se.samlad.warning.Warning.Status.EXERCISE;
    }

    public boolean isOver() {
        return state != State.CURRENT;
    }

    /** From when to when, in words. */
    public String span(Say say) {
        return isExercise() ? inForce(say) + " " + say.text("feed.span.exercise") : inForce(say);
    }

    private String inForce(Say say) {
        var onset = warning().onset();
        var expires = warning().expires();
        if (onset != null && expires != null) return say.text("feed.span.both", say.time(onset), say.time(expires));
        if (expires != null) return say.text("feed.span.until", say.time(expires));
        return onset == null ? say.text("feed.span.open") : say.text("feed.span.from", say.time(onset));
    }

    /** The warning for programs. {@code severity} and {@code status} are CAP's words. */
    record Json(
            String id,
            String source,
            Way way,
            String headline,
            String event,
            String severity,
            String level,
            Color color,
            String status,
            State state,
            Instant sent,
            @Nullable Instant onset,
            @Nullable Instant expires,
            List<String> areas,
            List<Place> places,
            Touch touch,
            List<String> municipalities,
            boolean certain,
            String text,
            Notice.Said en,
            String link,
            boolean recorded,
            @Nullable Instant recordedAt,
            @Nullable HandedInBy handedInBy) {

        static Json of(Notice n, Way way, State state, boolean recorded, Optional<Item> item) {
            var named =
                    n.areas().stream().map(place -> place.name(true)).distinct().toList();
            return new Json(
                    n.id(),
                    n.source(),
                    way,
                    n.headline(),
                    n.said(true).event(),
                    n.severity().word(),
                    n.level(),
                    n.color(),
                    n.status().word(),
                    state,
                    n.sent(),
                    n.onset(),
                    n.expires(),
                    named.isEmpty() && !n.where().isEmpty() ? List.of(n.where()) : named,
                    n.areas(),
                    n.touch(),
                    n.municipalities(),
                    n.certain(),
                    n.said(true).text(),
                    n.en(),
                    n.link(),
                    recorded,
                    item.map(Item::changed).orElse(null),
                    way == Way.POLLED
                            ? null
                            : item.map(i -> new HandedInBy(i.by().actor(), i.by().function()))
                                    .orElse(null));
        }
    }
}
