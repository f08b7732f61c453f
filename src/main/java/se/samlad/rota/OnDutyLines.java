package se.samlad.rota;

import java.util.Optional;
import org.springframework.stereotype.Component;
import se.samlad.access.Function;
import se.samlad.actor.DutyLines;
import se.samlad.web.Say;

/** Who is on duty, as one line beside a function or an actor. */
@Component
class OnDutyLines implements DutyLines {

    private final Duties duties;

    OnDutyLines(Duties duties) {
        this.duties = duties;
    }

    @Override
    public Optional<String> of(Function function, Say say) {
        var on = duties.at(function, duties.now());
        if (on.isEmpty())
            return duties.isNeeded(function) ? Optional.of(say.text("rota.line-nobody")) : Optional.empty();
        var last = on.getLast();
        return Optional.of(
                last.isOpen()
                        ? say.text("rota.line-since", say.time(last.from()))
                        : say.text("rota.line-on", say.time(last.until())));
    }

    @Override
    public Optional<String> of(String actor, Say say) {
        return duties.functions().ofActor(actor).stream()
                .filter(duties::isNeeded)
                .findFirst()
                .flatMap(function -> of(function, say));
    }
}
