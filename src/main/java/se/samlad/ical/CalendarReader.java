package se.samlad.ical;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.ParseWarning;
import biweekly.io.text.ICalReader;
import biweekly.property.ICalProperty;
import biweekly.util.ICalDate;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.samlad.journal.Refused;
import se.samlad.web.Letters;
import se.samlad.web.Say;

/**
 * Reads shifts from a calendar (iCalendar, RFC 5545). What can be read is kept; what can't is named by its line. Pure.
 *
 * <p>A calendar may be hostile: its size, its events and their depth are bounded before it is parsed, and what is repeated is
 * expanded here, day by day, within bounds for the whole calendar.
 */
public final class CalendarReader {

    /** How many shifts are taken from one calendar. */
    public static final int MOST_TURNS = 400;

    private static final Set<String> TIMES =
            Set.of("DTSTART", "DTEND", "DURATION", "RRULE", "EXDATE", "EXRULE", "RDATE", "RECURRENCE-ID");

    /** One shift. */
    public record Turn(String account, Instant from, Instant until) {}

    /**
     * Which events are shifts.
     *
     * @param now what has ended by then is left out
     * @param repeated what is repeated is expanded to there
     * @param once what is not repeated, and begins later, is not read
     * @param longest how long one may be
     */
    public record Bounds(Instant now, Instant repeated, Instant once, Duration longest) {}

    /** Somebody who may be on duty. @param address null: none */
    public record Known(
            String account, String name, @Nullable String address) {}

    /** What could not be read: its line, and why as the key of a text, {@code rota.read.<why>}. */
    public record Problem(int line, String why, String what) {}

    /** @param over how many shifts have ended already, which are left out */
    public record Read(List<Turn> turns, List<Problem> problems, int over) {}

    private final List<Known> people;
    private final @Nullable String account;
    private final Bounds bounds;
    private final List<Turn> turns = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Repeats repeats;
    private int over;

    private CalendarReader(List<Known> people, @Nullable String account, Bounds bounds) {
        this.people = people;
        this.account = account;
        this.bounds = bounds;
        this.repeats = new Repeats(bounds.repeated());
    }

    /**
     * @param account on duty in all of it; null: whom each event names
     * @throws Refused rota.read-empty, rota.read-large, rota.read-many, rota.read-none, naming the field {@code text}
     */
    public static Read read(String text, @Nullable String account, List<Known> people, Bounds bounds) {
        var read = all(text, account, people, bounds);
        if (read.turns().isEmpty() && read.problems().isEmpty() && read.over() == 0)
            throw new Refused("rota.read-none").at("text");
        return read;
    }

    /**
     * As {@link #read}, of a calendar that may have no events. One that was cut off on its way would seem to have fewer shifts.
     *
     * @throws Refused rota.read-none, where it is no calendar; rota.read-cut, where its end is missing; as {@link #read}
     */
    public static Read readWhole(String text, @Nullable String account, List<Known> people, Bounds bounds) {
        Lines.mustBeWhole(text);
        return all(text, account, people, bounds);
    }

    private static Read all(String text, @Nullable String account, List<Known> people, Bounds bounds) {
        var reader = new CalendarReader(people, account, bounds);
        reader.all(text, Lines.events(text));
        var sorted = reader.turns.stream()
                .distinct()
                .sorted(Comparator.comparing(Turn::from).thenComparing(Turn::account))
                .toList();
        return new Read(sorted, List.copyOf(reader.problems), reader.over);
    }

    private void all(String text, List<Integer> lines) {
        int event = 0;
        try (var reader = new ICalReader(text)) {
            for (var calendar = reader.readNext(); calendar != null; calendar = reader.readNext()) {
                var moved = moved(calendar);
                for (var each : calendar.getEvents()) {
                    int line = event < lines.size() ? lines.get(event) : 1;
                    int next = ++event < lines.size() ? lines.get(event) : Integer.MAX_VALUE;
                    var unread = unread(reader.getWarnings(), line, next);
                    if (unread.isPresent()) problems.add(unread.get());
                    else event(calendar, each, line, moved);
                }
            }
        } catch (IOException
                | RuntimeException e) { // the parser is not ours: whatever it throws, the rest can't be read
            problems.add(new Problem(event < lines.size() ? lines.get(event) : 1, "broken", ""));
            return;
        }
        if (event < lines.size()) problems.add(new Problem(lines.get(event), "broken", ""));
    }

    /** What the parser could not read of the times of the event on these lines. Half of an event is none. */
    private static Optional<Problem> unread(List<ParseWarning> warnings, int line, int next) {
        return warnings.stream()
                .filter(w -> w.getLineNumber() != null && w.getLineNumber() >= line && w.getLineNumber() < next)
                .filter(w -> w.getPropertyName() != null && TIMES.contains(w.getPropertyName()))
                .findFirst()
                .map(w -> new Problem(w.getLineNumber(), "property", w.getPropertyName()));
    }

    /** The occurrences that an event of their own replaces, by UID. */
    private Map<String, Set<Instant>> moved(ICalendar calendar) {
        var moved = new HashMap<String, Set<Instant>>();
        for (var each : calendar.getEvents()) {
            var id = each.getRecurrenceId();
            if (id == null || each.getUid() == null || id.getValue() == null) continue;
            zone(calendar, id)
                    .ifPresent(zone -> moved.computeIfAbsent(each.getUid().getValue(), uid -> new HashSet<>())
                            .add(zone.apply(local(id.getValue()))));
        }
        return moved;
    }

    private void event(ICalendar calendar, VEvent event, int line, Map<String, Set<Instant>> moved) {
        var what =
                event.getSummary() == null ? "" : shortened(event.getSummary().getValue());
        try {
            problem(calendar, event, moved).ifPresent(why -> problems.add(new Problem(line, why, what)));
        } catch (RuntimeException e) { // a date or a rule that the parser let through and nobody can compute
            problems.add(new Problem(line, "broken", what));
        }
    }

    /** Takes the event's shifts. @return why it can't */
    private Optional<String> problem(ICalendar calendar, VEvent event, Map<String, Set<Instant>> moved) {
        if (event.getStatus() != null && event.getStatus().isCancelled()) return Optional.of("cancelled");
        var start = event.getDateStart();
        if (start == null || start.getValue() == null) return Optional.of("no-start");
        var zone = zone(calendar, start);
        if (zone.isEmpty()) return Optional.of("zone");
        var who = who(event);
        if (who.isEmpty()) return Optional.of("who");
        var from = local(start.getValue());
        var until = end(event, start.getValue(), from);
        if (until == null) return Optional.of("no-end");
        if (!from.isBefore(until)) return Optional.of("inverted");
        var length = Duration.between(from, until);
        if (length.compareTo(bounds.longest()) > 0) return Optional.of("long");
        var skipped = new HashSet<Instant>();
        if (event.getUid() != null && event.getRecurrenceId() == null)
            skipped.addAll(moved.getOrDefault(event.getUid().getValue(), Set.of()));
        boolean repeated = event.getRecurrenceRule() != null;
        if (zone.get().apply(from).isAfter(repeated ? bounds.repeated() : bounds.once())) return Optional.of("far");
        var starts = repeats.of(event, from, zone.get());
        if (starts.isEmpty()) return Optional.of("repeats");
        if (starts.get().isEmpty()) over++;
        for (var each : starts.get())
            if (!skipped.contains(zone.get().apply(each))
                    && !add(who.get(), zone.get().apply(each), zone.get().apply(each.plus(length))))
                return Optional.of("many");
        return Optional.empty();
    }

    private boolean add(String account, Instant from, Instant until) {
        if (!until.isAfter(bounds.now())) over++;
        else if (from.isBefore(until)) turns.add(new Turn(account, from, until));
        return turns.size() <= MOST_TURNS;
    }

    /** Null: neither an end nor a length; a day without a time lasts until the next. */
    private static @Nullable LocalDateTime end(VEvent event, ICalDate start, LocalDateTime from) {
        if (event.getDateEnd() != null && event.getDateEnd().getValue() != null)
            return local(event.getDateEnd().getValue());
        if (event.getDuration() != null && event.getDuration().getValue() != null)
            return from.plusNanos(
                    Math.multiplyExact(event.getDuration().getValue().toMillis(), 1_000_000L));
        return start.hasTime() ? null : from.plusDays(1);
    }

    /** As it was written, whatever its zone. */
    static LocalDateTime local(ICalDate date) {
        var raw = Objects.requireNonNull(date.getRawComponents());
        var at = LocalDateTime.of(raw.getYear(), raw.getMonth(), raw.getDate(), 0, 0);
        return raw.hasTime()
                ? at.withHour(raw.getHour()).withMinute(raw.getMinute()).withSecond(Math.min(59, raw.getSecond()))
                : at;
    }

    /** How what was written becomes an instant; empty: in a zone that nobody knows. */
    private static Optional<Function<LocalDateTime, Instant>> zone(ICalendar calendar, ICalProperty property) {
        var date = property instanceof biweekly.property.DateOrDateTimeProperty p ? p.getValue() : null;
        var raw = date == null ? null : date.getRawComponents();
        if (raw != null && raw.isUtc()) return Optional.of(at -> at.toInstant(ZoneOffset.UTC));
        var named = property.getParameters().getTimezoneId();
        if (named == null) return Optional.of(at -> at.atZone(Say.STOCKHOLM).toInstant());
        try {
            var known = ZoneId.of(named.startsWith("/") ? named.substring(1) : named);
            return Optional.of(at -> at.atZone(known).toInstant());
        } catch (DateTimeException e) {
            var drawn = calendar.getTimezoneInfo().getTimezone(property);
            return drawn == null ? Optional.empty() : Optional.of(at -> instant(at, drawn.getTimeZone()));
        }
    }

    /** In a zone that the calendar itself describes. */
    private static Instant instant(LocalDateTime at, TimeZone zone) {
        var clock = new GregorianCalendar(zone, Locale.ROOT);
        clock.clear();
        clock.set(
                at.getYear(), at.getMonthValue() - 1, at.getDayOfMonth(), at.getHour(), at.getMinute(), at.getSecond());
        return clock.toInstant();
    }

    /** Whom the event names: by address, or by a name in its title. */
    private Optional<String> who(VEvent event) {
        if (account != null) return Optional.of(account);
        var addresses = new ArrayList<String>();
        event.getAttendees().forEach(a -> addresses.add(String.valueOf(a.getEmail())));
        if (event.getOrganizer() != null)
            addresses.add(String.valueOf(event.getOrganizer().getEmail()));
        for (var address : addresses)
            for (var known : people) if (address.equalsIgnoreCase(known.address())) return Optional.of(known.account());
        var title = event.getSummary() == null
                ? ""
                : String.valueOf(event.getSummary().getValue());
        var named =
                people.stream().filter(p -> Letters.contains(title, p.name())).toList();
        return named.size() == 1 ? Optional.of(named.getFirst().account()) : Optional.empty();
    }

    private static String shortened(@Nullable String text) {
        var clean = text == null ? "" : text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return clean.length() > 60 ? clean.substring(0, 59) + "…" : clean;
    }
}
