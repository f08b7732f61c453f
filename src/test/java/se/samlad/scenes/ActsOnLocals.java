package se.samlad.scenes;

import java.util.UUID;

/** {@link Acts} on local incidents: Täby answers for one in its own area (F5). */
final class ActsOnLocals extends Acts {

    private static final String OF_TABY = "taby/chef taby/tib";
    private static final String NEED =
            "{'what':'plogbilar','quantity':2,'where':'Täby','ifNot':'Hemtjänsten står still'}";

    ActsOnLocals(Running server) {
        super(server);
    }

    @Override
    void all() {
        incident("local", "taby/sakchef", OF_TABY, this::plain, "{}");
        may(
                "/incidents/*/parent",
                "taby/sakchef",
                OF_TABY,
                () -> act("/incidents/*/parent", "{'parent':'" + signal() + "'}", local()));
        may("/incidents/*/parent/removal", "taby/sakchef", OF_TABY, () -> {
            var parent = signal();
            var words = "{'parent':'" + parent + "','reason':'Fel händelse'}";
            return act("/incidents/*/parent/removal", words, under(parent));
        });
        may(
                "/resource-needs/*/sending",
                "taby/sakchef",
                OF_TABY,
                () -> act("/resource-needs/*/sending", "{}", need(under(signal()))));
    }

    private UUID plain() {
        return post("taby/sakchef", "/incidents", "{'title':'Snö i Täby'}");
    }

    private UUID local() {
        return post("taby/sakchef", "/incidents", "{'title':'Snö i Täby','local':true}");
    }

    private UUID under(UUID parent) {
        return post("taby/sakchef", "/incidents", "{'title':'Snö i Täby','parent':'" + parent + "'}");
    }

    private UUID need(UUID incident) {
        return post("taby/sakchef", "/incidents/" + incident + "/resource-needs", NEED);
    }

    /** A local incident that belongs to the other, with a need that was sent up. @return the local need */
    static UUID sentUp(UUID parent) {
        var acts = new ActsOnLocals(Running.server());
        var need = acts.need(acts.under(parent));
        acts.post("taby/sakchef", "/resource-needs/" + need + "/sending", "{}");
        return need;
    }

    /** A local incident that belongs to the other. */
    static UUID linked(UUID parent) {
        return new ActsOnLocals(Running.server()).under(parent);
    }
}
