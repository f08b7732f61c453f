package se.samlad.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.samlad.given.Given;
import se.samlad.given.Given.Envelope;
import se.samlad.journal.By;
import se.samlad.journal.Labels;
import se.samlad.web.Due;

/** What was undertaken on the points that take up a thing, and all versions of a line. */
class UnderTest {

    private static final UUID ID = new UUID(1, 1);
    private static final UUID CASE = new UUID(4, 4);
    private static final By KANSLI = new By("kansli", "ssr", "kansli");
    private static final By TABY = new By("taby.tib", "taby", "tib");

    private final Given given = new Given(ID);

    private UUID then(By by, MeetingFact fact) {
        var id = given.count() == 0 ? ID : given.nextId();
        given.add(id, id, by, fact, Envelope.at(Given.minute(given.count()), Labels.of("members")));
        return id;
    }

    private Meeting now() {
        return given.fold(Meeting.VIEW).find(ID).orElseThrow();
    }

    private void opened() {
        then(
                KANSLI,
                new MeetingFact.Called(
                        "is",
                        Due.Forum.COORDINATION,
                        "Is",
                        "Ice",
                        null,
                        null,
                        List.of("taby"),
                        null,
                        Given.NOON,
                        60,
                        null,
                        null));
        then(
                KANSLI,
                new MeetingFact.Opened(
                        List.of(new MeetingFact.Taken(CASE, "Elverk", "case.state.RAISED", "/cases/" + CASE))));
    }

    @Test
    void onlyWhatHoldsAndIsUnderThePointCounts_I5() {
        opened();
        var holds = then(TABY, new MeetingFact.Undertaken(CASE, "taby", "Räknar elverken", null));
        then(TABY, new MeetingFact.Undertaken(null, "taby", "Något annat", null));
        var gone = then(TABY, new MeetingFact.Undertaken(CASE, "taby", "Fel", null));
        then(TABY, new MeetingFact.Corrected(gone, null, "Fel"));
        var declined = then(KANSLI, new MeetingFact.Undertaken(CASE, "taby", "Vill inte", null));
        then(TABY, new MeetingFact.OwnWord(declined, false, null));
        assertThat(now().under(List.of("/incidents/1", "/cases/" + CASE)))
                .extracting(Line::id)
                .containsExactly(holds);
        assertThat(now().under(List.of("/cases/" + UUID.randomUUID()))).isEmpty();
    }

    @Test
    void everyVersionOfALineIsKeptWithWhoWroteIt_C5() {
        opened();
        var note = then(KANSLI, new MeetingFact.Noted(null, "Ett"));
        then(TABY, new MeetingFact.Corrected(note, "Två", "Räknat om"));
        then(KANSLI, new MeetingFact.Corrected(note, "Tre", "Räknat om igen"));
        then(KANSLI, new MeetingFact.Corrected(note, null, "Fel"));
        var versions = now().line(note).orElseThrow().versions();
        assertThat(versions)
                .extracting(v -> v.by().actor() + " " + v.text())
                .containsExactly("ssr Ett", "taby Två", "ssr Tre", "ssr ");
        assertThat(versions.getLast().entry())
                .isEqualTo(now().line(note).orElseThrow().drawn());
    }
}
