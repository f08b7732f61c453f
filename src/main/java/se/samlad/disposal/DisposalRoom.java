package se.samlad.disposal;

import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samlad.access.Viewer;
import se.samlad.incident.Telling;
import se.samlad.journal.Disposed;
import se.samlad.journal.Entry;
import se.samlad.journal.Fact;
import se.samlad.web.Say;

/** What this room contributes: the decision as a row of the log. The fact itself is the journal's. */
@Configuration(proxyBeanMethods = false)
class DisposalRoom {

    @Bean
    Telling disposalTelling() {
        return new DecisionRow();
    }

    private static final class DecisionRow implements Telling {

        @Override
        public Class<? extends Fact> facts() {
            return Disposed.class;
        }

        @Override
        public Optional<Row> tell(Entry entry, Viewer viewer, Say say) {
            var decision = (Disposed) entry.fact();
            return Optional.of(Row.of(
                    Kind.DECISION,
                    say.text("disposal.told"),
                    say.text("disposal.told-by", decision.decision()),
                    say.text("disposal.told-ground", decision.ground())));
        }
    }
}
