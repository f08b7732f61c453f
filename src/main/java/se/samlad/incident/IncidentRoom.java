package se.samlad.incident;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samlad.access.Grant;
import se.samlad.journal.Across;
import se.samlad.journal.Facts;
import se.samlad.journal.View;

/** What this room contributes: its facts and views, and who gets an incident's label. */
@Configuration(proxyBeanMethods = false)
class IncidentRoom {

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

    @Bean
    Grant.Source openedTo() {
        return new Grant.Source(
                IncidentFact.class,
                entry -> entry.fact() instanceof IncidentFact.Signalled s
                        ? s.openedTo().stream()
                                .map(label -> new Grant("incident:" + entry.stream(), label, true))
                                .toList()
                        : List.of());
    }
}
