package se.samlad.scenes;

import java.util.UUID;

/** {@link Acts} on papers; that they are attached is tried in {@link PaperTest}. */
final class ActsOnPapers extends Acts {

    ActsOnPapers(Running server) {
        super(server);
    }

    /** Only the actor that attached it takes it back. */
    @Override
    void all() throws Exception {
        with(new ActsOnLessons(server));
        may(
                "/papers/*/withdrawal",
                "taby/tib",
                "taby/chef taby/sakchef",
                () -> act("/papers/*/withdrawal", "{'reason':'Fel version'}", attached()));
    }

    private UUID attached() {
        var thing = post("taby/tib", "/cases", "{'title':'Handlingar','text':'Ingen hittar dem'}");
        return Sent.attach(server.by("taby.tib"), thing, "a.pdf", Sent.pdf(), UUID.randomUUID())
                .expect(201)
                .id();
    }
}
