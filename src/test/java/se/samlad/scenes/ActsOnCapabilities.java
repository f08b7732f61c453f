package se.samlad.scenes;

import java.time.LocalDate;
import se.samlad.web.Say;

/** {@link Acts} on capabilities. Whoever reports for a whole actor assesses it, each its own. */
final class ActsOnCapabilities extends Acts {

    private static final String EACH =
            "lst/tib lst/chef lst/stab polisen/tib polisen/chef taby/chef taby/sakchef nacka/chef solna/tib";

    private static final String LIST =
            "{'parts':[{'capability':'DIRECT','sv':'Tar ställning','lowest':1}]," + "'decision':'Chefsgruppen 12 §'}";

    /** No list of a later year is made from it. */
    private static final int NEXT = LocalDate.now(Say.STOCKHOLM).getYear() + 1;

    ActsOnCapabilities(Running server) {
        super(server);
    }

    @Override
    void all() {
        may(
                "/capabilities/*/assessments",
                "taby/tib",
                EACH,
                () -> act("/capabilities/*/assessments", "{'year':2024,'level':2}", "activate-1"));
        may(
                "/capabilities/sharing",
                "taby/tib",
                EACH,
                () -> act("/capabilities/sharing", "{'year':2024,'with':'BOARD'}"));
        may("/capabilities/years/*", "ssr/kansli", "", () -> act("/capabilities/years/*", LIST, NEXT));
    }
}
