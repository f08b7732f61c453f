package se.samlad.scenes;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** {@link Acts} on the rota: each on a day of its own. */
final class ActsOnRota extends Acts {

    private final AtomicInteger day = new AtomicInteger(30);

    ActsOnRota(Running server) {
        super(server);
    }

    @Override
    void all() {
        may("/duty/shifts", "taby/admin", "taby/sakchef", () -> act("/duty/shifts", shift("taby.sakchef")));
        may(
                "/duty/shifts/*/removal",
                "taby/admin",
                "",
                () -> act("/duty/shifts/*/removal", "{'reason':'Prov'}", planned("taby.sakchef")));
        may("/duty/needs", "taby/admin", "", () -> act("/duty/needs", "{'function':'taby/sakchef','kind':'ON_SITE'}"));
        may("/duty/swaps", "taby/tib", "", () -> {
            planned("taby.tib");
            return act("/duty/swaps", swap());
        });
        may("/duty/swaps/*/acceptance", "taby/sakchef", "", () -> act("/duty/swaps/*/acceptance", "{}", asked()));
        may(
                "/duty/swaps/*/refusal",
                "taby/sakchef",
                "",
                () -> act("/duty/swaps/*/refusal", "{'reason':'Bortrest'}", asked()));
        may("/duty/calendars", "taby/tib", ANY, () -> act("/duty/calendars", "{'whole':true}"));
        may(
                "/duty/calendars/*/revocation",
                "taby/tib",
                "taby/admin",
                () -> act("/duty/calendars/*/revocation", "{}", post("taby/tib", "/duty/calendars", "{}")));
        may("/duty/imports", "taby/admin", "taby/tib taby/sakchef", () -> act("/duty/imports", calendar()));
        may("/duty/swaps/*/withdrawal", "taby/tib", "", () -> act("/duty/swaps/*/withdrawal", "{}", asked()));
    }

    private Instant noon() {
        return Instant.now()
                .truncatedTo(ChronoUnit.DAYS)
                .plus(day.get(), ChronoUnit.DAYS)
                .plus(12, ChronoUnit.HOURS);
    }

    private String times() {
        return "'function':'taby/tib','from':'" + noon() + "','until':'" + noon().plus(1, ChronoUnit.HOURS) + "'";
    }

    private String shift(String account) {
        day.incrementAndGet();
        return "{" + times() + ",'account':'" + account + "'}";
    }

    private UUID planned(String account) {
        return post("taby/admin", "/duty/shifts", shift(account));
    }

    /** Whom it names is the reader's where the reader plans only itself. */
    private String calendar() {
        day.incrementAndGet();
        var utc = java.time.format.DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'")
                .withZone(java.time.ZoneOffset.UTC);
        return "{'function':'taby/tib','account':'taby.sakchef','over':'BESIDE','text':'BEGIN:VCALENDAR\\r\\nVERSION:2.0\\r\\nBEGIN:VEVENT\\r\\nDTSTART:"
                + utc.format(noon()) + "\\r\\nDTEND:" + utc.format(noon().plusSeconds(3600))
                + "\\r\\nEND:VEVENT\\r\\nEND:VCALENDAR\\r\\n'}";
    }

    /** Of the shift that was planned last. */
    private String swap() {
        return "{" + times() + ",'to':'taby.sakchef'}";
    }

    private UUID asked() {
        planned("taby.tib");
        return post("taby/tib", "/duty/swaps", swap());
    }
}
