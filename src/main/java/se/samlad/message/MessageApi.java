package se.samlad.message;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.samlad.access.Marking;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.actor.Actors;
import se.samlad.actor.Common;
import se.samlad.journal.DrawnFrom;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.web.Done;
import se.samlad.web.Nothing;
import se.samlad.web.Proved;

/**
 * The steps of messages. Each answers 201 with the entry that it recorded. A step that states the version it is about
 * answers 409 with both versions if the words were changed meanwhile.
 */
@RestController
@RequestMapping("/api/incidents/{id}/messages")
class MessageApi {

    record Form(
            @Nullable String title,
            @Nullable String text,
            @Nullable String audience,
            @Nullable List<@Nullable String> channels,
            @Nullable String topic,
            Wording.@Nullable English english,
            @Nullable Boolean few,
            @Nullable Marking marking) {

        @Nullable
        Marking marking(Acting by, Common common) {
            if (marking != null || !Boolean.TRUE.equals(few)) return marking;
            var checking = List.of("actor:" + by.actor(), "actor:" + common.countyBoard(), "actor:" + common.joint());
            return new Marking(checking, null, null);
        }
    }

    /** A new wording. It names no readers, because the message's first entry decided who may see it. */
    record Words(
            @Nullable String title,
            @Nullable String text,
            @Nullable String audience,
            @Nullable List<@Nullable String> channels,
            @Nullable String topic,
            Wording.@Nullable English english) {}

    record Why(@Nullable String reason) {}

    record Taken(
            String actor,
            String function,
            Instant at,
            @Nullable String reason) {
        static @Nullable Taken of(Message.@Nullable Step step) {
            return step == null ? null : new Taken(step.by().actor(), step.by().function(), step.at(), step.why());
        }
    }

    /**
     * @param version the number of the version shown: the unpublished one, else the published one
     * @param entry the entry that last changed the words shown, for the header {@code Drawn-From}
     */
    record Listed(
            UUID id,
            UUID entry,
            String title,
            String text,
            String audience,
            List<String> channels,
            @Nullable String topic,
            Wording.@Nullable English english,
            Message.Stage stage,
            int version,
            boolean published,
            @Nullable Taken written,
            @Nullable Taken checked,
            @Nullable Taken agreed,
            @Nullable Taken publishedLast,
            @Nullable Taken returned,
            @Nullable Taken ended) {}

    record Answer(List<Listed> messages) {}

    private final Messages messages;
    private final Actors actors;

    MessageApi(Messages messages, Actors actors) {
        this.messages = messages;
        this.actors = actors;
    }

    @GetMapping
    Answer list(@PathVariable UUID id, Viewer viewer) {
        return new Answer(
                messages.in(id, viewer).list().stream().map(MessageApi::listed).toList());
    }

    @PostMapping
    Done draft(@PathVariable UUID id, @RequestBody Form f, Acting by, Once once) {
        var said = Wording.of(f.title(), f.text(), f.audience(), f.channels(), f.topic(), f.english());
        var recorded = messages.draft(id, said, f.marking(by, actors.common()), by, once);
        return new Done(recorded, MessageTelling.path(id, recorded.id()));
    }

    /** Changes the draft before publication; begins a new version after it. Both must be checked and agreed again. */
    @PostMapping("/{message}/update")
    Recorded update(
            @PathVariable UUID id,
            @PathVariable UUID message,
            @RequestBody Words w,
            DrawnFrom from,
            Acting by,
            Once once) {
        return messages.act(id, message, from, by, once, m -> {
            var said = Wording.of(w.title(), w.text(), w.audience(), w.channels(), w.topic(), w.english());
            return Communicating.reword(m, said, by);
        });
    }

    @PostMapping("/{message}/check")
    Recorded check(
            @PathVariable UUID id,
            @PathVariable UUID message,
            @RequestBody Nothing n,
            DrawnFrom from,
            Acting by,
            Once once) {
        return messages.act(id, message, from, by, once, m -> Communicating.check(m, by));
    }

    /** Returns the draft to its writer, with a reason. */
    @PostMapping("/{message}/return")
    Recorded sendBack(
            @PathVariable UUID id,
            @PathVariable UUID message,
            @RequestBody Why w,
            DrawnFrom from,
            Acting by,
            Once once) {
        return messages.act(id, message, from, by, once, m -> Communicating.sendBack(m, by, w.reason()));
    }

    @PostMapping("/{message}/agreement")
    Recorded agree(
            @PathVariable UUID id,
            @PathVariable UUID message,
            @RequestBody Nothing n,
            DrawnFrom from,
            Acting by,
            Once once) {
        return messages.act(id, message, from, by, once, m -> Communicating.agree(m, by));
    }

    @PostMapping("/{message}/publication")
    Recorded publish(
            @PathVariable UUID id,
            @PathVariable UUID message,
            @RequestBody Nothing n,
            DrawnFrom from,
            Acting by,
            Once once,
            Proved proved) {
        proved.recently();
        return messages.publish(id, message, from, by, once);
    }

    /** The reason is optional. Everybody who may read the message may read the reason. */
    @PostMapping("/{message}/withdrawal")
    Recorded withdraw(
            @PathVariable UUID id,
            @PathVariable UUID message,
            @RequestBody Why w,
            DrawnFrom from,
            Acting by,
            Once once) {
        return messages.withdraw(id, message, from, w.reason(), by, once);
    }

    @PostMapping("/{message}/discard")
    Recorded discard(
            @PathVariable UUID id,
            @PathVariable UUID message,
            @RequestBody Why w,
            DrawnFrom from,
            Acting by,
            Once once) {
        return messages.discard(id, message, from, w.reason(), by, once);
    }

    private static Listed listed(Message m) {
        var said = m.wording();
        var version = m.latest().orElseThrow();
        return new Listed(
                m.id(),
                m.drawn(),
                said.title(),
                said.text(),
                said.audience(),
                said.channels(),
                said.topic(),
                said.english(),
                m.stage(),
                version.number(),
                m.isOut(),
                Taken.of(version.written()),
                Taken.of(version.checked()),
                Taken.of(version.agreed()),
                m.out() == null ? null : Taken.of(m.out().published()),
                Taken.of(version.returned()),
                Taken.of(m.ended()));
    }
}
