package se.samlad.scenes;

import java.util.UUID;

/** Conferences by API, for tests of what follows. */
final class Conferring {

    private Conferring() {}

    /** Called in a forum that the county board leads. */
    static UUID called(UUID forum) {
        return Running.post("lst.tib", "/api/forums/" + forum + "/conferences", "{\"kind\":\"ACTIVATED\"}");
    }

    /** @param step the last part of its address, such as {@code opening} */
    static void step(String account, UUID conference, String step, String json) {
        Running.post(account, "/api/conferences/" + conference + "/" + step, json);
    }
}
