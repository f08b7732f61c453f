package se.samlad.region;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import se.samlad.access.AccessFact;
import se.samlad.actor.Actors;
import se.samlad.journal.By;
import se.samlad.journal.Draft;
import se.samlad.journal.Journal;
import se.samlad.journal.Labels;

/**
 * Fills an empty installation with the demo region and its accounts, where asked, before the web server starts. Leaves
 * existing data alone.
 */
@Component
class Demo implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);
    private final Journal journal;
    private final Regions regions;
    private final List<Peopling> people;
    private final boolean asked;
    private final String code;
    private boolean running;

    Demo(
            Journal journal,
            Regions regions,
            List<Peopling> people,
            @Value("${samlad.demo:false}") boolean asked,
            @Value("${samlad.demo.region:}") String code) {
        this.journal = journal;
        this.regions = regions;
        this.people = List.copyOf(people);
        this.asked = asked;
        this.code = code;
    }

    @Override
    public void start() {
        running = true;
        if (!asked || journal.position() > 0) return;
        var region = code.isEmpty() ? Regions.shipped() : Regions.read(code);
        var joint = region.secretariat().split("/", 2);
        // the secretariat registers; it decides for no actor (A9)
        regions.begin(region, new By(Actors.SYSTEM, joint[0], joint[1]), given(region));
        people.forEach(each -> each.people(region.accounts()));
        LOG.info("the demo region is in place");
    }

    private static List<Draft> given(Region region) {
        return region.accounts().stream()
                .flatMap(account -> account.functions().stream().map(id -> given(account.name(), id.split("/", 2))))
                .toList();
    }

    private static Draft given(String account, String[] at) {
        var stream = Actors.stream(at[0]);
        return Draft.on(
                stream, stream, new AccessFact.FunctionGiven(account, at[0], at[1]), Labels.of("admin:" + at[0]));
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Runs before the web server, which starts in a later phase. */
    @Override
    public int getPhase() {
        return 0;
    }
}
