package se.samlad.message;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samlad.message.Told.KOMM;
import static se.samlad.message.Told.LST;
import static se.samlad.message.Told.POLISEN;
import static se.samlad.message.Told.TABY;
import static se.samlad.message.Told.to;
import static se.samlad.message.Told.words;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import se.samlad.access.Viewer.Acting;
import se.samlad.journal.DrawnFrom;
import se.samlad.journal.Entry;
import se.samlad.journal.Labels;
import se.samlad.journal.Outdated;
import se.samlad.journal.Refused;

class SaidTest {

    /** What somebody tries: which step, with which message, as whom. */
    record Try(int step, int message, int who) {}

    private static final List<Acting> CAST = List.of(KOMM, LST, POLISEN, TABY);

    @Provide
    Arbitrary<List<Try>> tries() {
        return anything();
    }

    static Arbitrary<List<Try>> anything() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 8),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 3))
                .as(Try::new)
                .list()
                .ofMaxSize(60);
    }

    /** Whatever happens meanwhile: what was drawn from other words is refused, and nothing else is. */
    @Property(tries = 300, seed = "20261130")
    void nobodyCertifiesOrChangesWordsThatHeHasNotSeen_K2(@ForAll("tries") List<Try> tries) {
        var entries = play(tries).entries();
        for (int seen = 1; seen <= entries.size(); seen++) {
            for (var message : Said.VIEW.fold(entries.subList(0, seen)).list()) {
                var drawn = new DrawnFrom(message.drawn());
                boolean touched = false;
                for (int now = seen + 1; now <= entries.size(); now++) {
                    var last = entries.get(now - 1);
                    if (!last.subject().equals(message.id())) continue;
                    touched |=
                            last.fact() instanceof MessageFact.Worded || last.fact() instanceof MessageFact.Discarded;
                    var later = Said.VIEW
                            .fold(entries.subList(0, now))
                            .find(message.id())
                            .orElseThrow();
                    boolean refused = isRefused(drawn, later);
                    if (!refused) assertThat(later.wording()).isEqualTo(message.wording());
                    if (!touched) assertThat(refused).isFalse();
                }
            }
        }
    }

    private static boolean isRefused(DrawnFrom drawn, Message now) {
        try {
            drawn.mustBe(now.drawn());
            return false;
        } catch (Outdated changed) {
            return true;
        }
    }

    @Property(tries = 300, seed = "20261121")
    void nothingIsPublishedThatAnotherThanItsWriterHasNotChecked_K2(@ForAll("tries") List<Try> tries) {
        var told = play(tries);
        for (int i = 0; i < told.entries().size(); i++) {
            var entry = told.entries().get(i);
            if (!(entry.fact() instanceof MessageFact.Published p)) continue;
            var before = told.entries().subList(0, i).stream()
                    .filter(e -> e.subject().equals(entry.subject()))
                    .toList();
            int n = before.size();
            assertThat(before.get(n - 1).fact()).isInstanceOf(MessageFact.Agreed.class);
            assertThat(before.get(n - 2).fact()).isInstanceOf(MessageFact.Checked.class);
            var writing = before.get(n - 3);
            assertThat(writing.fact()).isInstanceOfSatisfying(MessageFact.Worded.class, w -> assertThat(w.said())
                    .isEqualTo(p.said()));
            assertThat(before.get(n - 2).by().account())
                    .isNotEqualTo(writing.by().account());
        }
    }

    @Property(tries = 200, seed = "20261121")
    void foldingInPiecesEqualsFoldingAtOnce(@ForAll("tries") List<Try> tries, @ForAll int cut) {
        var entries = play(tries).entries();
        int at = Math.floorMod(cut, entries.size() + 1);
        var first = Said.VIEW.fold(entries.subList(0, at));
        var both = first;
        for (Entry e : entries.subList(at, entries.size()))
            both = Said.VIEW.step().apply(both, e);
        assertThat(both).isEqualTo(Said.VIEW.fold(entries));
    }

    @Property(tries = 200, seed = "20261121")
    void everySubsetFoldsAndListsWhatItShows(@ForAll("tries") List<Try> tries, @ForAll long seen) {
        var some = new ArrayList<Entry>();
        var all = play(tries).entries();
        var chance = new java.util.Random(seen);
        for (Entry entry : all) {
            if (chance.nextBoolean()) some.add(entry);
        }
        for (Message message : Said.VIEW.fold(some).list()) {
            assertThat(message.wording().title()).isNotEmpty();
            assertThat(message.stage()).isNotNull();
        }
    }

    @Property(tries = 200, seed = "20261121")
    void whoSeesOnlyThePublicEntriesReadsWhatIsOut_S1(@ForAll("tries") List<Try> tries) {
        var all = play(tries);
        var open = all.entries().stream()
                .filter(e -> e.labels().all().contains(Labels.PUBLIC))
                .toList();
        var read = Said.VIEW.fold(open);
        for (var out : all.open().out()) {
            assertThat(read.find(out.id()).orElseThrow().wording()).isEqualTo(out.wording());
            assertThat(read.find(out.id()).orElseThrow().isOut()).isTrue();
        }
    }

    static Told play(List<Try> tries) {
        var told = new Told();
        var ids = new ArrayList<UUID>();
        for (int i = 0; i < 3; i++)
            ids.add(told.draft(CAST.get(i + 1), i == 0 ? to("Egen personal") : words("Budskap " + i)));
        int n = 0;
        for (Try t : tries) {
            try {
                attempt(told, ids.get(t.message()), t.step(), CAST.get(t.who()), n++);
            } catch (Refused no) {
                assertThat(no.key()).startsWith("message.");
            }
        }
        return told;
    }

    private static void attempt(Told told, UUID id, int step, Acting by, int n) {
        switch (step) {
            case 0 -> told.reword(id, n % 2 == 0 ? words("Ändrat " + n) : to("Medier"), by);
            case 1, 2 -> told.check(id, by);
            case 3, 4 -> told.agree(id, by);
            case 5, 6 -> told.publish(id, by);
            case 7 -> told.withdraw(id, by, null);
            default -> told.sendBack(id, by);
        }
    }
}
