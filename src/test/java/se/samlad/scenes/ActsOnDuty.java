package se.samlad.scenes;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import se.samlad.actor.Actors;
import se.samlad.duty.DutyFact;
import se.samlad.journal.Journal;
import se.samlad.journal.Pick;
import se.samlad.journal.Reader;

/** {@link Acts} on shifts that are handed over, and on colleagues who vouch. */
final class ActsOnDuty extends Acts {

    ActsOnDuty(Running server) {
        super(server);
    }

    @Override
    void all() {
        may("/duty/hand-overs", "taby/tib", ANY, () -> {
            CAST.keySet().forEach(this::back);
            return act("/duty/hand-overs", "{'note':'Lugnt'}");
        });
        may(
                "/duty/hand-overs/*/taking",
                "polisen/tib",
                "",
                () -> act("/duty/hand-overs/*/taking", "{}", handedOver("polisen/chef")));
        may(
                "/duty/hand-overs/*/keeping",
                "polisen/chef",
                "",
                () -> act("/duty/hand-overs/*/keeping", "{}", handedOver("polisen/chef")));
        may("/duty/vouchings", "taby/chef", "taby/tib taby/admin", () -> act("/duty/vouchings", vouching()));
        may(
                "/duty/vouchings/*/ending",
                "taby/chef",
                "taby/tib taby/admin",
                () -> act("/duty/vouchings/*/ending", "{}", vouched()));
        may("/duty/vouchings/*/review", "taby/admin", "", () -> {
            var vouched = vouched();
            post("taby/chef", "/duty/vouchings/" + vouched + "/ending", "{}");
            return act("/duty/vouchings/*/review", "{'remark':'Rätt'}", vouched);
        });
    }

    private static String vouching() {
        return "{'person':'taby.sakchef','function':'tib','hours':2,'how':'TELEPHONE','reason':'Telefonen'}";
    }

    private UUID vouched() {
        return post("taby/chef", "/duty/vouchings", vouching());
    }

    private UUID handedOver(String function) {
        back(function);
        return post(function, "/duty/hand-overs", "{'note':'Lugnt'}");
    }

    /**
     * The account has its shift back. What it handed over is looked up in the journal: the page of the shift says all that
     * waits in every incident of this test, some hundreds.
     */
    private void back(String function) {
        var offered = new LinkedHashSet<UUID>();
        var turns = List.of("duty.handed-over.1", "duty.taken-over.1", "duty.kept.1");
        var pick = new Pick(Actors.stream(function.split("/")[0]), turns, 0, 0, false, 10_000);
        for (var entry : server.part(Journal.class).list(pick, Reader.ALL)) {
            if (!(entry.fact() instanceof DutyFact.HandedOver)) offered.remove(entry.subject());
            else if (entry.by().account().equals(CAST.get(function))) offered.add(entry.subject());
        }
        offered.forEach(each -> post(function, "/duty/hand-overs/" + each + "/keeping", "{}"));
    }
}
