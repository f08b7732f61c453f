package se.samlad.people;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Function;
import se.samlad.access.Functions;
import se.samlad.actor.Actor;
import se.samlad.credential.Persons.Person;
import se.samlad.credential.SignIns.Means;
import se.samlad.credential.SignIns.SignIn;

/** What an administrator sees of its actor's people. Read by the template. */
public record PeoplePage(
        Actor actor,
        List<Group> groups,
        List<Mind> minds,
        List<Device> devices,
        List<Program> programs,
        List<Known> former,
        boolean mails) {

    private static final Duration SOON = Duration.ofDays(14);

    /** A function with those who hold it and those who are invited to it. */
    public record Group(Function function, List<Row> rows, List<Invited> invited) {
        public boolean isEmpty() {
            return rows.isEmpty() && invited.isEmpty();
        }
    }

    /**
     * A person in a function.
     *
     * @param from when the function begins; null: it has begun
     * @param until when it ends; null: until further notice
     * @param own whether this is the one who looks
     */
    public record Row(
            String account,
            String name,
            @Nullable Instant from,
            @Nullable Instant until,
            Means means,
            boolean own) {}

    /**
     * An invitation that waits.
     *
     * @param address null: it is handed over
     * @param failed whether it could not be sent
     */
    public record Invited(
            UUID id, @Nullable String address, Instant at, Instant validUntil, boolean lapsed, boolean failed) {}

    /** Somebody with a name. */
    public record Known(String account, String name) {}

    /** What should be looked at, worst first. @param key of its text */
    public record Mind(String key, String name, String title, String page) {}

    /** Where somebody is signed in. */
    public record Device(SignIn signIn, String name, boolean own) {}

    public record Program(
            String account,
            String purpose,
            String title,
            List<String> scopes,
            Instant until,
            @Nullable Instant usedAt) {}

    /** What the page is made of. */
    record Facts(
            Functions functions,
            List<String> accounts,
            Map<String, Person> persons,
            Map<String, Means> means,
            List<Invitation> invitations,
            Map<UUID, Mailing.Sent> sent,
            String own,
            Instant now) {

        String name(String account) {
            return Optional.ofNullable(persons.get(account)).map(Person::name).orElse(account);
        }

        List<Row> rows(Function function) {
            var rows = new ArrayList<Row>();
            for (var account : accounts) {
                var term = functions.term(account, function.id());
                boolean holds = functions.of(account).contains(function);
                if (!holds && term.isEmpty()) continue;
                rows.add(new Row(
                        account,
                        name(account),
                        holds ? null : term.get().from(),
                        term.map(Functions.Term::until).orElse(null),
                        means.getOrDefault(account, Means.NONE),
                        account.equals(own)));
            }
            rows.sort(java.util.Comparator.comparing(Row::name));
            return rows;
        }

        List<Invited> invited(Function function) {
            return invitations.stream()
                    .filter(i -> i.function().equals(function.name()))
                    .map(this::invited)
                    .toList();
        }

        Invited invited(Invitation i) {
            var letter = sent.get(i.id());
            return new Invited(
                    i.id(),
                    letter == null ? null : letter.address(),
                    i.at(),
                    i.validUntil(),
                    !i.isOpen(),
                    letter != null && letter.state() == Mailing.State.FAILED);
        }

        List<Mind> minds(List<Group> groups, String page, String language) {
            var minds = new ArrayList<Mind>();
            for (var group : groups) {
                var title = group.function().title(language);
                for (var row : group.rows()) {
                    var at = page + "/" + row.account();
                    if (row.means().isNone()) minds.add(new Mind("people.mind.no-means", row.name(), title, at));
                    else if (!row.means().isStrong()) minds.add(new Mind("people.mind.weak", row.name(), title, at));
                    if (row.until() != null && row.until().isBefore(now.plus(SOON)))
                        minds.add(new Mind("people.mind.ends", row.name(), title, at));
                }
                for (var invited : group.invited()) {
                    var at = page + "/invitations/" + invited.id();
                    var to = invited.address() == null ? "" : invited.address();
                    if (invited.lapsed()) minds.add(new Mind("people.mind.lapsed", to, title, at));
                    else if (invited.failed()) minds.add(new Mind("people.mind.failed", to, title, at));
                }
                if (group.isEmpty()) minds.add(new Mind("people.mind.empty", "", title, page + "#invite"));
            }
            return minds.stream().distinct().toList();
        }
    }
}
