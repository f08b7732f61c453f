package se.samlad.message;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import se.samlad.access.Marking;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.journal.Once;
import se.samlad.web.Created;

/** Messages on their way, for programs. Each step answers 201 with the entry that it made. */
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
            @Nullable Marking marking) {}

    /** Other words; who may see it was settled by its first entry. */
    record Words(
            @Nullable String title,
            @Nullable String text,
            @Nullable String audience,
            @Nullable List<@Nullable String> channels,
            @Nullable String topic,
            Wording.@Nullable English english) {}

    record Nothing() {}

    record Why(@Nullable String reason) {}

    record Done(
            String actor,
            String function,
            Instant at,
            @Nullable String reason) {
        static @Nullable Done of(Message.@Nullable Step step) {
            return step == null ? null : new Done(step.by().actor(), step.by().function(), step.at(), step.why());
        }
    }

    /** @param version of the words shown: what is on its way, else what is out */
    record Listed(
            UUID id,
            String title,
            String text,
            String audience,
            List<String> channels,
            @Nullable String topic,
            Wording.@Nullable English english,
            Message.Stage stage,
            int version,
            boolean published,
            @Nullable Done written,
            @Nullable Done checked,
            @Nullable Done agreed,
            @Nullable Done publishedLast,
            @Nullable Done returned,
            @Nullable Done ended) {}

    record Answer(List<Listed> messages) {}

    private final Messages messages;

    MessageApi(Messages messages) {
        this.messages = messages;
    }

    @GetMapping
    Answer list(@PathVariable UUID id, Viewer viewer) {
        return new Answer(
                messages.in(id, viewer).list().stream().map(MessageApi::listed).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Created draft(@PathVariable UUID id, @RequestBody Form f, Acting by, Once once) {
        var said = Wording.of(f.title(), f.text(), f.audience(), f.channels(), f.topic(), f.english());
        return Created.of(messages.draft(id, said, f.marking(), by, once));
    }

    /** Before publication the draft itself is changed; after it a new version begins. Both are checked and agreed anew. */
    @PostMapping("/{message}/update")
    @ResponseStatus(HttpStatus.CREATED)
    Created update(@PathVariable UUID id, @PathVariable UUID message, @RequestBody Words w, Acting by, Once once) {
        var said = Wording.of(w.title(), w.text(), w.audience(), w.channels(), w.topic(), w.english());
        return Created.of(messages.reword(id, message, said, by, once));
    }

    @PostMapping("/{message}/check")
    @ResponseStatus(HttpStatus.CREATED)
    Created check(@PathVariable UUID id, @PathVariable UUID message, @RequestBody Nothing n, Acting by, Once once) {
        return Created.of(messages.check(id, message, by, once));
    }

    /** Sent back to its writer, with a reason. */
    @PostMapping("/{message}/return")
    @ResponseStatus(HttpStatus.CREATED)
    Created sendBack(@PathVariable UUID id, @PathVariable UUID message, @RequestBody Why w, Acting by, Once once) {
        return Created.of(messages.sendBack(id, message, w.reason(), by, once));
    }

    @PostMapping("/{message}/agreement")
    @ResponseStatus(HttpStatus.CREATED)
    Created agree(@PathVariable UUID id, @PathVariable UUID message, @RequestBody Nothing n, Acting by, Once once) {
        return Created.of(messages.agree(id, message, by, once));
    }

    @PostMapping("/{message}/publication")
    @ResponseStatus(HttpStatus.CREATED)
    Created publish(@PathVariable UUID id, @PathVariable UUID message, @RequestBody Nothing n, Acting by, Once once) {
        return Created.of(messages.publish(id, message, by, once));
    }

    /** The reason is optional, and as open as the message is. */
    @PostMapping("/{message}/withdrawal")
    @ResponseStatus(HttpStatus.CREATED)
    Created withdraw(@PathVariable UUID id, @PathVariable UUID message, @RequestBody Why w, Acting by, Once once) {
        return Created.of(messages.withdraw(id, message, w.reason(), by, once));
    }

    @PostMapping("/{message}/discard")
    @ResponseStatus(HttpStatus.CREATED)
    Created discard(@PathVariable UUID id, @PathVariable UUID message, @RequestBody Why w, Acting by, Once once) {
        return Created.of(messages.discard(id, message, w.reason(), by, once));
    }

    private static Listed listed(Message m) {
        var said = m.wording();
        var version = m.latest().orElseThrow();
        return new Listed(
                m.id(),
                said.title(),
                said.text(),
                said.audience(),
                said.channels(),
                said.topic(),
                said.english(),
                m.stage(),
                version.number(),
                m.isOut(),
                Done.of(version.written()),
                Done.of(version.checked()),
                Done.of(version.agreed()),
                m.out() == null ? null : Done.of(m.out().published()),
                Done.of(version.returned()),
                Done.of(m.ended()));
    }
}
