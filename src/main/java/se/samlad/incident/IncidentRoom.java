package se.samlad.incident;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samlad.access.Grant;
import se.samlad.journal.Across;
import se.samlad.journal.Facts;
import se.samlad.journal.Journal;
import se.samlad.journal.View;
import se.samlad.web.OwnClock;

/** What this room contributes: its facts and views, and who gets an incident's label. */
@Configuration(proxyBeanMethods = false)
class IncidentRoom {

    private static final Pattern PAGE =
            Pattern.compile("/incidents/(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})");

    @Bean
    Facts incidentFacts() {
        return new Facts(IncidentFact.class);
    }

    @Bean
    View<Incident> incidentView() {
        return Incident.VIEW;
    }

    @Bean
    Across<IncidentList> incidentList() {
        return IncidentList.ACROSS;
    }

    /** An exercise's clock decides which hour a form means, before the form reaches what the gate guards. */
    @Bean
    OwnClock exercises(Journal journal) {
        return (page, now) -> Optional.of(PAGE.matcher(page))
                .filter(Matcher::lookingAt)
                .flatMap(id -> journal.across(IncidentList.ACROSS).find(UUID.fromString(id.group(1))))
                .map(incident -> incident.clock(now));
    }

    @Bean
    Grant.Source openedTo() {
        return new Grant.Source(IncidentFact.class, (now, entry) -> switch ((IncidentFact) entry.fact()) {
            case IncidentFact.Signalled s ->
                s.openedTo().stream()
                        .map(label -> new Grant("incident:" + entry.stream(), label, true))
                        .toList();
            case IncidentFact.Joined j -> List.of(Incident.together(entry.stream(), j.other()));
            default -> List.of();
        });
    }
}
