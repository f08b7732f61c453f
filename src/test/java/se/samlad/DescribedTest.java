package se.samlad;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import se.samlad.scenes.Running;
import tools.jackson.databind.JsonNode;

/** The OpenAPI document says what verbs take and answer, and nothing of the forms beside them. */
class DescribedTest {

    private final JsonNode document =
            Running.as("lst.tib").get("/api/openapi.json").expect(200).json();

    @Test
    void aVerbAnswers201WithIdAndCursor() {
        for (var path : new String[] {
            "/api/forums/{id}/gathering",
            "/api/incidents",
            "/api/incidents/{id}/reports",
            "/api/directions/{id}/stances"
        }) {
            var responses = document.get("paths").get(path).get("post").get("responses");
            assertThat(responses.propertyNames()).as(path).contains("201").doesNotContain("200");
            var schema =
                    responses.get("201").get("content").get("application/json").get("schema");
            assertThat(schema.get("properties").propertyNames())
                    .as(path)
                    .containsExactlyInAnyOrder("id", "cursor", "recordedAt");
        }
    }

    @Test
    void itTakesJsonWithTheFieldsOfTheForm() {
        var body = document.get("paths")
                .get("/api/forums/{id}/next")
                .get("post")
                .get("requestBody")
                .get("content");
        assertThat(body.propertyNames()).containsExactly("application/json");
        assertThat(document.get("paths").propertyNames())
                .isNotEmpty()
                .allMatch(path -> path.startsWith("/api/") || path.startsWith("/public") || path.equals("/health"));
    }
}
