package se.samlad.reminder;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import se.samlad.journal.Across;
import se.samlad.journal.By;
import se.samlad.journal.Entry;
import se.samlad.journal.Labels;
import se.samlad.journal.View;
import se.samlad.reach.Way;
import se.samlad.reminder.ReminderFact.Begun;
import se.samlad.reminder.ReminderFact.Given;
import se.samlad.reminder.ReminderFact.Sent;
import se.samlad.reminder.ReminderFact.Settled;

/**
 * One message to one function.
 *
 * @param given what became of it; null: it is being sent
 */
public record Reminder(
        UUID id,
        Labels labels,
        By by,
        Instant at,
        Begun begun,
        @Nullable List<Given> given) {

    /** By which it was taken; null: by none, or it is being sent. */
    @Nullable
    Way way() {
        return given == null
                ? null
                : given.stream()
                        .filter(Given::isTaken)
                        .map(Given::way)
                        .findFirst()
                        .orElse(null);
    }

    long count(ReminderFact.Stage stage) {
        return begun.things().stream().filter(thing -> thing.stage() == stage).count();
    }

    /** A function's own stream. @param function {@code actor/name} */
    static UUID stream(String function) {
        return named("reminder:" + function);
    }

    /** The subject of a function's reminders: only one of a day is recorded. */
    static UUID subject(String function) {
        return named("reminders:" + function);
    }

    private static UUID named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** How functions are reminded. @param drawn the entry that said so; null: nobody has */
    public record Settings(
            boolean on,
            int hour,
            int after,
            int ahead,
            @Nullable UUID drawn) {
        static final Settings OFF = new Settings(false, 9, 2, 3, null);

        /** What an edit is drawn from. */
        public UUID version() {
            return drawn == null ? All.SETTINGS : drawn;
        }
    }

    /**
     * What a function was told.
     *
     * @param keys of the things, and when; those of long ago are forgotten
     */
    record Told(PMap<String, Instant> keys, Reminder latest) {}

    /**
     * What all functions were told lately, and what is being sent.
     *
     * @param byFunction by {@code actor/name}
     */
    record All(Settings settings, PMap<String, Told> byFunction, PMap<UUID, Reminder> open) {

        static final UUID SETTINGS = named("reminder.settings");

        /** What waits longer than this in the same stage is told once more. */
        static final Duration KEPT = Duration.ofDays(120);

        static final Across<All> ACROSS = new Across<>(View.of(
                "reminder.all",
                new All(Settings.OFF, HashTreePMap.empty(), HashTreePMap.empty()),
                ReminderFact.class,
                All::apply));

        private All apply(Entry entry, ReminderFact fact) {
            return switch (fact) {
                case Settled s ->
                    new All(new Settings(s.on(), s.hour(), s.after(), s.ahead(), entry.id()), byFunction, open);
                case Begun b ->
                    begun(new Reminder(entry.id(), entry.labels(), entry.by(), entry.recordedAt(), b, null));
                case Sent s -> sent(s);
            };
        }

        private All begun(Reminder reminder) {
            var function = reminder.begun.function();
            var keys = keys(function);
            for (var each : List.copyOf(keys.entrySet()))
                if (each.getValue().isBefore(reminder.at.minus(KEPT))) keys = keys.minus(each.getKey());
            for (var thing : reminder.begun.things()) keys = keys.plus(thing.of(), reminder.at);
            return new All(
                    settings, byFunction.plus(function, new Told(keys, reminder)), open.plus(reminder.id, reminder));
        }

        private All sent(Sent s) {
            var reminder = open.get(s.reminder());
            if (reminder == null) return this;
            var now = new Reminder(reminder.id, reminder.labels, reminder.by, reminder.at, reminder.begun, s.given());
            var function = reminder.begun.function();
            var keys = keys(function);
            if (now.way() == null) for (var thing : reminder.begun.things()) keys = keys.minus(thing.of());
            return new All(settings, byFunction.plus(function, new Told(keys, now)), open.minus(reminder.id));
        }

        private PMap<String, Instant> keys(String function) {
            var told = byFunction.get(function);
            return told == null ? HashTreePMap.empty() : told.keys;
        }

        Set<String> told(String function) {
            return keys(function).keySet();
        }

        /** Whether the function was reminded on the day, or was to be. */
        boolean isDone(String function, LocalDate day) {
            var told = byFunction.get(function);
            return told != null && !told.latest.begun.day().isBefore(day);
        }
    }
}
