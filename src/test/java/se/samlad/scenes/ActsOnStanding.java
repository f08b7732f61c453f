package se.samlad.scenes;

import java.util.UUID;

/** {@link Acts} on the register of forums of ordinary mode. */
final class ActsOnStanding extends Acts {

    private static final String FORUM =
            "{'kind':'GROUP','name':'Arbetsgruppen för * is','task':'Isen','members':['taby','nacka']}";

    ActsOnStanding(Running server) {
        super(server);
    }

    private static String named() {
        return FORUM.replace("*", UUID.randomUUID().toString().substring(0, 8));
    }

    /** The secretariat edits the register; an actor in the forum says of itself by which function (A4, A6). */
    @Override
    void all() {
        may("/standing-forums", "ssr/kansli", "", () -> act("/standing-forums", named()));
        may("/standing-forums/*", "ssr/kansli", "", () -> act("/standing-forums/*", named(), group()));
        may(
                "/standing-forums/*/withdrawal",
                "ssr/kansli",
                "",
                () -> act("/standing-forums/*/withdrawal", "{'reason':'Klart'}", group()));
        may("/standing-forums/*/resumption", "ssr/kansli", "", () -> {
            var code = group();
            sent("ssr/kansli", "/standing-forums/" + code + "/withdrawal", "{'reason':'Klart'}");
            return act("/standing-forums/*/resumption", "{}", code);
        });
        may(
                "/standing-forums/*/seats",
                "taby/tib",
                ActsOnMeetings.IN_IT,
                () -> act("/standing-forums/*/seats", "{'function':'tib'}", "veckokonferensen"));
    }

    /** The code of a new one. */
    private String group() {
        var forum = named();
        post("ssr/kansli", "/standing-forums", forum);
        return forum.replaceFirst(".*för (\\w+) is.*", "arbetsgruppen-for-$1-is");
    }
}
