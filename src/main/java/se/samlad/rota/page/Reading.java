package se.samlad.rota.page;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Function;
import se.samlad.access.Viewer;
import se.samlad.credential.Persons.Person;
import se.samlad.rota.Slice;
import se.samlad.web.Say;

/** The reader, and what is read for it once. */
record Reading(Viewer viewer, String actor, Say say, Instant now, LocalDate today, Map<String, Person> named) {

    boolean isOwn(Function function) {
        return function.actor().equals(actor);
    }

    String name(String account) {
        return RotaPages.name(named, account);
    }

    @Nullable
    String nameIn(Function function, String account) {
        return isOwn(function) ? name(account) : null;
    }

    /** Whoever has the piece, as the reader is told of it. */
    RotaPage.Who who(Function f, Slice s) {
        return new RotaPage.Who(
                isOwn(f) ? s.account() : null, nameIn(f, s.account()), s.from(), s.isOpen() ? null : s.until());
    }
}
