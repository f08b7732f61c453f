package se.samlad.disposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.samlad.casework.CaseFact;
import se.samlad.direction.DirectionFact;
import se.samlad.forum.ForumFact;
import se.samlad.incident.IncidentFact;
import se.samlad.journal.By;
import se.samlad.journal.Entry;
import se.samlad.journal.Fact;
import se.samlad.journal.Labels;
import se.samlad.journal.Stored;
import se.samlad.lesson.LessonFact;
import se.samlad.meeting.MeetingFact;
import se.samlad.message.MessageFact;
import se.samlad.paper.PaperFact;
import se.samlad.report.ReportFact;
import se.samlad.review.ReviewFact;
import tools.jackson.databind.json.JsonMapper;

/** What is left of a fact is the same fact without any text that a person wrote. */
class RemainsTest {

    private static final JsonMapper JSON = new JsonMapper();
    /** The text in all samples. */
    private static final String TEXT = "Snöoväder";

    static Stream<Class<?>> facts() {
        var all = new ArrayList<Class<?>>();
        var rooms = List.of(
                ReportFact.class,
                MessageFact.class,
                DirectionFact.class,
                ForumFact.class,
                IncidentFact.class,
                CaseFact.class,
                LessonFact.class,
                ReviewFact.class,
                MeetingFact.class,
                PaperFact.class);
        rooms.forEach(room -> collect(room, all));
        return all.stream();
    }

    private static void collect(Class<?> type, List<Class<?>> all) {
        if (!type.isSealed()) all.add(type);
        else for (var each : type.getPermittedSubclasses()) collect(each, all);
    }

    @ParameterizedTest
    @MethodSource("facts")
    void whatIsLeftIsReadAndSaysNothing(Class<? extends Fact> type) throws IOException {
        var name = type.getAnnotation(Stored.class).value();
        var sample = Files.readString(Path.of("src/test/resources/facts", name + ".json"));
        var fact = JSON.readValue(sample, type);
        var left = Remains.of(entry(name, fact, sample));
        var read = JSON.readValue(left, type);
        assertThat(read).hasSameClassAs(fact);
        var codes = left.replace(Remains.GONE, "");
        for (var field : codes.split(",")) {
            if (field.contains(TEXT))
                assertThat(field).matches("[^a-zA-Z]*(" + String.join("|", CODES) + ")?[^a-zA-Z]*" + TEXT + ".*");
        }
        assertThat(JSON.readTree(left).propertyNames())
                .isEqualTo(JSON.readTree(sample).propertyNames());
    }

    /** Fields that rules read. */
    private static final List<String> CODES = List.of(
            "unit",
            "actor",
            "actors",
            "groups",
            "concerned",
            "directly",
            "indirectly",
            "callIn",
            "release",
            "chair",
            "function",
            "inSteadOf",
            "kind",
            "warning",
            "openedTo",
            "prepared",
            "measure",
            "handedOver[^a-zA-Z]*measure",
            "what[^a-zA-Z]*field",
            "to",
            "forum",
            "sv",
            "en",
            "standIn",
            "expected",
            "due[^a-zA-Z]*why",
            "why",
            "page",
            "adjusters",
            "owner",
            "partners",
            "left",
            "channels");

    @org.junit.jupiter.api.Test
    void textsAreReplacedAndWhatSteersStays() {
        var body = "{\"unit\":\"trafik\",\"status\":\"RED\",\"happened\":\"Anna Ek är skadad\",\"needs\":null}";
        var fact = JSON.readValue(body, ReportFact.Reported.class);
        assertThat(Remains.of(entry("report.reported.1", fact, body)))
                .isEqualTo("{\"unit\":\"trafik\",\"status\":\"RED\",\"happened\":\"" + Remains.GONE
                        + "\",\"needs\":null}");
    }

    private static Entry entry(String kind, Fact fact, String body) {
        var id = UUID.randomUUID();
        return new Entry(
                1,
                id,
                id,
                id,
                new By("a", "b", "c"),
                Instant.EPOCH,
                Instant.EPOCH,
                Labels.of("members"),
                null,
                kind,
                fact,
                body);
    }
}
