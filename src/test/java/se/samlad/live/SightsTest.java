package se.samlad.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.samlad.access.Viewers;
import se.samlad.journal.Journal;
import se.samlad.journal.Labels;
import se.samlad.scenes.Running;

/**
 * Rights that change between the opening of a stream and its adding to the hub, or while the hub is behind: only
 * entries from before the change make the client read again (DESIGN §2).
 */
class SightsTest {

    private final Journal journal = Running.server().part(Journal.class);
    private final UUID incident = signal("Det som var");

    private Sights made() {
        var viewers = Running.server().part(Viewers.class);
        return new Sights(journal, viewers, viewers.find("solna.tib", null).orElseThrow());
    }

    @Test
    void whatBeganSinceIsNoReasonInAll() {
        var sights = made();
        signal("Det som kom");
        assertThat(sights.stillSinceRead(null)).isTrue();
    }

    @Test
    void whatBeganSinceIsNoReasonInOne() {
        var sights = made();
        said(forum("solna"));
        assertThat(sights.stillSinceRead(Set.of(incident))).isTrue();
        assertThat(sights.stillSinceRead(null)).isTrue();
    }

    @Test
    void whatBeganAfterWhatTheHubTellsIsNoReason() {
        var sights = made();
        var told = forum("solna");
        long first = journal.position();
        said(told);
        said(forum("COORDINATING", "solna"));
        var change = new Hub.Change(first, Map.of(told.toString(), first));
        assertThat(sights.still(Set.of(incident), change)).isTrue();
    }

    /** The hub is behind: what it still sends would be followed by a reset and come again. */
    @Test
    void whatIsGainedIsNotToldBeforeItIsAsked_F3() {
        var forum = forum("polisen");
        var sights = made();
        compose(forum, "callIn");
        assertThat(sights.sees(Labels.of("forum:" + forum))).isFalse();
        sights.still(null, new Hub.Change(journal.position(), Map.of()));
        assertThat(sights.sees(Labels.of("forum:" + forum))).isTrue();
    }

    @Test
    void whatIsLostIsNotToldEither_F3() {
        var forum = forum("solna");
        var sights = made();
        assertThat(sights.sees(Labels.of("forum:" + forum))).isTrue();
        compose(forum, "release");
        assertThat(sights.sees(Labels.of("forum:" + forum))).isFalse();
    }

    @Test
    void whatWasThereIsReadAgainWhenItIsGained_F3() {
        var forum = forum("polisen");
        said(forum);
        var one = made();
        var all = made();
        compose(forum, "callIn");
        assertThat(one.stillSinceRead(Set.of(incident))).isFalse();
        assertThat(all.stillSinceRead(null)).isFalse();
    }

    /** The hub is behind: it delivers entries that were read already, and the current rights are ahead of both. */
    @Test
    void whatTheHubStillTellsWasThereToo_F3() {
        var forum = forum("polisen");
        long before = journal.position();
        said(forum);
        var one = made();
        var all = made();
        compose(forum, "callIn");
        var change = new Hub.Change(before + 1, Map.of());
        assertThat(one.still(Set.of(incident), change)).isFalse();
        assertThat(all.still(null, change)).isFalse();
    }

    /** The hub is so far behind that one batch has both the incident's beginning and the call-in. */
    @Test
    void whatBeganBeforeItWasReadWasThereToo_F3() {
        long before = journal.position();
        var forum = forum("polisen");
        said(forum);
        var one = made();
        var all = made();
        compose(forum, "callIn");
        var change = new Hub.Change(before + 1, Map.of(forum.toString(), before + 1));
        assertThat(one.still(Set.of(incident), change)).isFalse();
        assertThat(all.still(null, change)).isFalse();
    }

    /** The entry was skipped as hidden when the stream caught up. */
    @Test
    void whatWasReadMeanwhileWasThereToo_F3() {
        var forum = forum("polisen");
        var sights = made();
        said(forum);
        sights.read(journal.position());
        compose(forum, "callIn");
        assertThat(sights.stillSinceRead(null)).isFalse();
    }

    @Test
    void whatWasThereIsReadAgainWhenItIsLost_F3() {
        var forum = forum("solna");
        said(forum);
        var one = made();
        var all = made();
        compose(forum, "release");
        assertThat(one.stillSinceRead(Set.of(incident))).isFalse();
        assertThat(all.stillSinceRead(null)).isFalse();
    }

    @Test
    void whatIsLostElsewhereIsNoReasonHere_F3() {
        var forum = forum("solna");
        said(forum);
        var elsewhere = signal("En annan");
        var sights = made();
        compose(forum, "release");
        assertThat(sights.stillSinceRead(Set.of(elsewhere))).isTrue();
    }

    private static UUID signal(String title) {
        return post("/api/incidents", "{\"title\":\"" + title + "\"}");
    }

    private UUID forum(String actor) {
        return forum("DIRECTING", actor);
    }

    private UUID forum(String level, String actor) {
        return post(
                "/api/incidents/" + incident + "/forums",
                "{\"level\":\"" + level + "\",\"actors\":[\"" + actor + "\"]}");
    }

    private void said(UUID forum) {
        post(
                "/api/incidents/" + incident + "/notes",
                "{\"kind\":\"NOTE\",\"text\":\"I forumet\",\"marking\":{\"audience\":[\"forum:" + forum + "\"]}}");
    }

    private static void compose(UUID forum, String how) {
        post("/api/forums/" + forum + "/composition", "{\"" + how + "\":[\"solna\"],\"reason\":\"Berörs\"}");
    }

    private static UUID post(String path, String body) {
        return Running.as("lst.chef").post(path, body).expect(201).id();
    }
}
