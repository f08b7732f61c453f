package se.samlad.callout;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import se.samlad.access.Viewer;
import se.samlad.access.Viewers;
import se.samlad.callout.CalloutFact.Outcome;
import se.samlad.forum.Forum;
import se.samlad.forum.Forums;
import se.samlad.forum.ForumsView;
import se.samlad.incident.Incident;
import se.samlad.journal.Journal;
import se.samlad.journal.Once;
import se.samlad.journal.Reader;
import se.samlad.journal.Refused;
import se.samlad.reach.Addresses;
import se.samlad.reach.Way;
import se.samlad.web.Languages;
import se.samlad.web.Say;

/**
 * Answers that come without signing in: whoever has a function's telephone or mailbox answers for the function that was
 * called there, and for nothing else.
 */
@Service
public class Answering {

    /** Who answered by a link or a reply, in the journal: whoever had what the notice was sent to. */
    public static final String ACCOUNT = "by-notice";

    private static final Set<String> YES = Set.of("ja", "j", "ok", "yes", "y", "1", "kvitterar", "kvitterat");
    private static final Set<String> NOT_ARRIVED = Set.of("failed", "busy", "noanswer", "no-answer");
    private static final int LONGEST = 1_600;

    /** What a link shows. @param done how it stands; empty: it waits for an answer */
    public record Seen(
            boolean isKnown,
            String title,
            String text,
            String meets,
            String number,
            String done,
            boolean exercise,
            boolean open) {}

    private record Found(Incident incident, Forum forum, Call call, int rung) {}

    private final Journal journal;
    private final Forums forums;
    private final Viewers viewers;
    private final CallLinks links;
    private final Posting posting;

    Answering(Journal journal, Forums forums, Viewers viewers, CallLinks links, Posting posting) {
        this.journal = journal;
        this.forums = forums;
        this.viewers = viewers;
        this.links = links;
        this.posting = posting;
    }

    private Optional<Found> find(CallLinks.Step step) {
        return journal.across(Calls.Open.ACROSS).incidentOf(step.call()).flatMap(id -> {
            var call = journal.view(Calls.VIEW, id, Reader.ALL).find(step.call());
            var forum = call.flatMap(
                    c -> journal.view(ForumsView.VIEW, id, Reader.ALL).find(c.forum()));
            return call.filter(c -> step.rung() < c.taken().size())
                    .flatMap(c ->
                            forum.map(f -> new Found(journal.view(Incident.VIEW, id, Reader.ALL), f, c, step.rung())));
        });
    }

    /** What the one who opens the link sees. */
    public Seen find(String token, Say say) {
        var found = links.answered(token).flatMap(this::find).orElse(null);
        if (found == null)
            return new Seen(
                    false,
                    say.text("callout.answer.none"),
                    say.text("callout.answer.none-what"),
                    "",
                    "",
                    "",
                    false,
                    false);
        var wording = posting.wording();
        var call = found.call();
        var end = call.end();
        boolean open = found.forum().isOpen() && (call.isRunning() || call.state() == Call.State.NOT_REACHED);
        var on = say.at(found.incident().clock(say.now()));
        return new Seen(
                true,
                wording.title(found.incident(), found.forum(), call, say),
                say.text(
                        "callout.answer.to",
                        say.text("forum.level." + found.forum().level())),
                wording.meets(found.incident(), found.forum(), say).orElse(""),
                wording.number(found.forum()).orElse(""),
                open || end == null
                        ? ""
                        : say.text(
                                "callout.answer." + (call.state().isAnswered() ? "done" : "over"),
                                on.time(end.since())),
                found.incident().isExercise(),
                open);
    }

    /** Answers the one call that the link is for. A link that is none, or whose call is over, does nothing. */
    public void answer(String token) {
        links.answered(token).flatMap(this::find).ifPresent(this::answer);
    }

    private boolean answer(Found found) {
        var function =
                viewers.functions().byId().get(found.call().rung(found.rung()).function());
        if (function == null) return false;
        var by = new Viewer.Acting(ACCOUNT, function, Viewer.of(ACCOUNT, function, viewers.anybody()::grants));
        var name = "answer:" + found.call().id();
        var once = new Once(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)), name);
        try {
            journal.record(by.by(), once, facing -> {
                if (facing.state(Calls.VIEW, found.incident().id(), Reader.ALL)
                        .find(found.call().id())
                        .filter(call -> call.state() != Call.State.CALLED_OFF)
                        .isEmpty()) throw new Refused("callout.over");
                return List.of(forums.acknowledgement(
                        facing, found.incident().id(), found.forum().id(), by, true));
            });
            return true;
        } catch (Refused over) {
            return false; // answered or ended meanwhile: the page says so
        }
    }

    /** What a provider says of a sending. */
    public void reported(String token, String said) {
        var status = said.strip().toLowerCase(Locale.ROOT);
        var outcome = status.equals("delivered") || status.equals("success")
                ? Outcome.DELIVERED
                : NOT_ARRIVED.contains(status) ? Outcome.FAILED : null;
        if (outcome == null) return;
        links.reported(token)
                .flatMap(this::find)
                .ifPresent(found -> posting.record(List.of(new Posting.Told(
                        found.incident().id(),
                        found.forum().id(),
                        new CalloutFact.Given(found.call().id(), found.rung(), outcome)))));
    }

    /**
     * A reply by SMS answers the latest that was sent to its number.
     *
     * @return what is replied; empty where it was not the provider who handed it in
     */
    public Optional<String> replied(String token, String from, String message) {
        if (!links.isForReplies(token)) return Optional.empty();
        var number = Addresses.e164(from);
        if (number.isEmpty()) return Optional.of("");
        var say = posting.languages().in(Languages.SWEDISH.getLanguage());
        boolean yes = message.length() <= LONGEST && isYes(message);
        for (var sent : posting.sendings().latest(Way.SMS, number)) {
            var found = find(new CallLinks.Step(sent.call(), sent.rung()));
            var other = posting.sendings().elsewhere(sent);
            if (found.isEmpty() && other.isEmpty()) continue;
            if (!yes) return Optional.of(say.text("callout.reply.unclear"));
            if (other.isPresent()) other.get().answer(sent);
            boolean in = found.isEmpty() || found.get().call().state().isAnswered() || answer(found.get());
            return Optional.of(say.text(in ? "callout.reply.thanks" : "callout.reply.over"));
        }
        return Optional.of(""); // nobody we called: it is told nothing
    }

    private static boolean isYes(String message) {
        var words = message.strip().toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", 2);
        return YES.contains(words[0]);
    }
}
