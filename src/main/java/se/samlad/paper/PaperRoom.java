package se.samlad.paper;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samlad.journal.Facts;
import se.samlad.journal.View;
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
