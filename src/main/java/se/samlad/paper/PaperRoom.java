package se.samlad.paper;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samlad.access.Viewer;
import se.samlad.journal.Entry;
import se.samlad.journal.Facts;
import se.samlad.journal.View;
import se.samlad.web.Raised;
import se.samlad.web.Worded;

/** What this room contributes: its facts and their view, and the way to a virus scanner. */
@Configuration(proxyBeanMethods = false)
class PaperRoom {

    @Bean
    Facts paperFacts() {
        return new Facts(PaperFact.class);
    }

    @Bean
    View<Paper.Held> paperView() {
        return Paper.Held.VIEW;
    }

    @Bean
    Scanner scanner(@Value("${samlad.clamav:}") String clamav) {
        return new Scanner(clamav);
    }

    /** A paper is found by its name, and leads to the thing that has it. */
    @Bean
    Raised foundPapers() {
        return new Raised() {
            @Override
            public Class<PaperFact> facts() {
                return PaperFact.class;
            }

            @Override
            public Stream<Thing> seenBy(Viewer viewer) {
                return Stream.empty();
            }

            @Override
            public boolean isOnce() {
                return false;
            }

            @Override
            public Optional<Thing> of(Entry entry, @Nullable Thing in) {
                return entry.fact() instanceof PaperFact.Attached attached
                        ? Optional.of(found(entry, attached, in))
                        : Optional.ofNullable(in);
            }
        };
    }

    private static Raised.Thing found(Entry entry, PaperFact.Attached attached, Raised.@Nullable Thing in) {
        return new Raised.Thing(
                entry.id(),
                attached.name(),
                in == null ? "/papers/" + entry.id() : in.page(),
                entry.recordedAt(),
                say -> in == null
                        ? say.text("paper.as-found", say.dated(entry.recordedAt()))
                        : say.text("paper.as-found-at", in.title(), say.dated(entry.recordedAt())));
    }

    @Bean
    Worded paperWorded() {
        return (entry, say) -> switch (entry.fact()) {
            case PaperFact.Attached attached ->
                List.of(Worded.Field.of("file", say.text("field.file"), attached.name()));
            case PaperFact.Withdrawn withdrawn ->
                List.of(Worded.Field.of("reason", say.text("field.reason"), withdrawn.reason()));
            default -> List.of();
        };
    }
}
