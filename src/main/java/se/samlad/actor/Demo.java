package se.samlad.actor;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import se.samlad.access.AccessFact;
import se.samlad.journal.By;
import se.samlad.journal.Draft;
import se.samlad.journal.Journal;
import se.samlad.journal.Labels;

/**
 * Fills an empty installation with the demo region, where asked, before the web server starts. Leaves existing data
 * alone.
 */
@Component
class Demo implements SmartLifecycle {

    /** The secretariat registers; it decides for no actor (A9). */
    static final By SECRETARIAT = new By("samlad", Actors.JOINT, "kansli");

    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);
    private final Journal journal;
    private final List<Furnishing> rooms;
    private final boolean asked;
    private boolean running;

    Demo(Journal journal, List<Furnishing> rooms, @Value("${samlad.demo:false}") boolean asked) {
        this.journal = journal;
        this.rooms = List.copyOf(rooms);
        this.asked = asked;
    }

    @Override
    public void start() {
        running = true;
        if (!asked || journal.position() > 0) return;
        var region = Region.read();
        var recorded = journal.record(SECRETARIAT, null, facing -> drafts(region));
        journal.await(recorded.position());
        rooms.forEach(room -> room.furnish(region));
        LOG.info("the demo region is in place");
    }

    private static List<Draft> drafts(Region region) {
        var drafts = new ArrayList<Draft>();
        var members = Labels.of("members");
        for (var actor : region.actors()) {
            var stream = Actors.stream(actor.code());
            drafts.add(Draft.on(
                    stream, stream, new ActorFact.Registered(actor), members.plus(List.of("actor:" + actor.code()))));
        }
        for (var group : region.groups()) {
            var stream = Actors.stream(Actors.JOINT);
            drafts.add(Draft.on(stream, stream, group, members));
        }
        for (var function : region.functions()) {
            var stream = Actors.stream(function.actor());
            drafts.add(Draft.on(stream, stream, new AccessFact.FunctionNamed(function), members));
        }
        for (var account : region.accounts()) {
            for (var id : account.functions()) {
                var at = id.split("/", 2);
                var stream = Actors.stream(at[0]);
                drafts.add(Draft.on(
                        stream,
                        stream,
                        new AccessFact.FunctionGiven(account.name(), at[0], at[1]),
                        Labels.of("admin:" + at[0])));
            }
        }
        return drafts;
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
