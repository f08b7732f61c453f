package se.samlad.rota.page;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.util.Duration;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samlad.access.Function;
import se.samlad.actor.Actors;
import se.samlad.credential.Persons;
import se.samlad.credential.Seal;
import se.samlad.rota.Duties;
import se.samlad.rota.Rota;
import se.samlad.rota.Rota.Calendar;
import se.samlad.rota.Slice;
import se.samlad.web.Languages;
import se.samlad.web.Say;
import se.samlad.web.SecretCalendars;

/**
 * The rota as calendars (RFC 5545), at addresses that nobody can guess. An address's key is the calendar's id with a code over
 * it under a secret of the installation, so nothing need be stored. It opens nothing once it is revoked, or when whoever has it
 * holds no function at the actor any more.
 */
@Component
class Calendars implements SecretCalendars {

    private static final int ID = 16;
    private static final int CODE = 20;
    private static final java.time.Duration BACK = java.time.Duration.ofDays(31);

    private final Duties duties;
    private final Persons persons;
    private final Actors actors;
    private final Languages languages;
    private final Seal seal;

    Calendars(Duties duties, Persons persons, Actors actors, Languages languages, DataSource database) {
        this.duties = duties;
        this.persons = persons;
        this.actors = actors;
        this.languages = languages;
        this.seal = Seal.of(database, "calendar");
    }

    String key(Calendar calendar) {
        var key = ByteBuffer.allocate(ID + CODE)
                .putLong(calendar.id().getMostSignificantBits())
                .putLong(calendar.id().getLeastSignificantBits())
                .put(code(calendar.id()));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.array());
    }

    private byte[] code(UUID id) {
        return Arrays.copyOf(seal.code(id.toString()), CODE);
    }

    /** The calendar that the key opens. */
    Optional<Calendar> open(String key) {
        if (key.length() > 2 * (ID + CODE)) return Optional.empty();
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(key);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (bytes.length != ID + CODE) return Optional.empty();
        var buffer = ByteBuffer.wrap(bytes);
        var id = new UUID(buffer.getLong(), buffer.getLong());
        return Optional.ofNullable(duties.rota().calendars().get(id))
                .filter(c -> MessageDigest.isEqual(code(id), Arrays.copyOfRange(bytes, ID, bytes.length)))
                .filter(c -> duties.functions().of(c.account()).stream()
                        .anyMatch(f -> f.actor().equals(c.actor())));
    }

    @Override
    public Optional<Reader> reader(String key) {
        return open(key).map(c -> new Reader(c.account(), c.actor(), c.language()));
    }

    /** A month back and three ahead. */
    byte[] written(Calendar calendar) {
        var say = languages.in(calendar.language());
        var name = actors.shortName(calendar.actor(), calendar.language());
        var ical = named(say.text("rota.calendar-name", name));
        var now = duties.now();
        var pieces = new HashMap<Function, List<Slice>>();
        var accounts = new TreeSet<String>();
        for (var f : duties.functions().ofActor(calendar.actor())) {
            var all = duties.between(f, now.minus(BACK), now.plus(Rota.AHEAD)).stream()
                    .filter(s -> calendar.whole() || s.account().equals(calendar.account()))
                    .filter(s -> !s.isOpen())
                    .toList();
            pieces.put(f, all);
            all.forEach(s -> accounts.add(s.account()));
        }
        var named = calendar.whole() ? persons.of(accounts) : Map.<String, Persons.Person>of();
        for (var f : duties.functions().ofActor(calendar.actor()))
            for (var s : pieces.getOrDefault(f, List.of()))
                ical.addEvent(event(s, title(f, s, calendar, named.get(s.account()), name, say), now));
        return Biweekly.write(ical).go().getBytes(StandardCharsets.UTF_8);
    }

    /** An empty one. */
    static ICalendar named(String name) {
        var ical = new ICalendar();
        ical.setProductId("-//Samlad//Samlad//SV");
        ical.setName(name);
        ical.addExperimentalProperty("X-WR-CALNAME", name); // what most programs read instead
        ical.setRefreshInterval(Duration.builder().hours(1).build());
        return ical;
    }

    private static String title(
            Function f, Slice s, Calendar calendar, Persons.@Nullable Person person, String actor, Say say) {
        var title = f.title(say.language());
        return calendar.whole() ? title + ": " + (person == null ? s.account() : person.name()) : title + ", " + actor;
    }

    static VEvent event(Slice slice, String title, java.time.Instant now) {
        var event = new VEvent();
        event.setUid(slice.plan() + "-" + slice.from().getEpochSecond() + "@samlad");
        event.setDateTimeStamp(Date.from(now));
        event.setDateStart(Date.from(slice.from()));
        event.setDateEnd(Date.from(slice.until()));
        event.setSummary(title);
        return event;
    }
}
