package se.samlad.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.mock.http.MockHttpInputMessage;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import se.samlad.scenes.Running;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/** A form says the same as the JSON that a program sends. */
class FormBodyTest {

    enum Colour {
        RED
    }

    record Row(@Nullable String who, @Nullable Integer many) {}

    record Part(@Nullable String title, @Nullable List<String> lines) {}

    record Sent(
            @Nullable String text,
            @Nullable Boolean sure,
            @Nullable Colour colour,
            @Nullable OffsetDateTime at,
            @Nullable List<String> names,
            @Nullable List<Row> rows,
            @Nullable Part part) {}

    private final FormBody forms =
            new FormBody(Running.server().part(JsonMapper.class), request -> Instant.parse("2026-10-25T01:20:00Z"));

    /** @param fields each as {@code name=value} */
    private Object read(String... fields) {
        var request = new MockHttpServletRequest("POST", "/things");
        for (var field : fields) request.addParameter(field.split("=", 2)[0], field.split("=", 2)[1]);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        return forms.readInternal(Sent.class, new MockHttpInputMessage(new byte[0]));
    }

    @AfterEach
    void forget() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void everyKindOfFieldIsRead() {
        assertThat(read(
                        "form=f",
                        "once=1",
                        "text=true",
                        "sure=true",
                        "colour=RED",
                        "at=2026-01-14T10:32",
                        "names=a\nb",
                        "names=",
                        "names=c",
                        "rows[1].who=andra",
                        "rows[0].many=3",
                        "part.title=Delen",
                        "part.lines=x"))
                .isEqualTo(new Sent(
                        "true",
                        true,
                        Colour.RED,
                        OffsetDateTime.parse("2026-01-14T09:32:00Z"),
                        List.of("a", "b", "c"),
                        List.of(new Row(null, 3), new Row("andra", null)),
                        new Part("Delen", List.of("x"))));
    }

    @Test
    void whatIsLeftEmptyIsNotSent() {
        assertThat(read("text= ", "colour=", "at=", "names=", "rows[0].who=", "part.title="))
                .isEqualTo(new Sent(null, null, null, null, List.of(), List.of(), null));
    }

    @Test
    void whatCannotBeReadIsRefusedAsAProgramsIs() {
        refused("colour", "BLUE");
        refused("at", "igår");
        refused("sure", "kanske");
        refused("rows[0].many", "många");
        assertThatThrownBy(() -> read("text=en", "text=två")).isInstanceOf(HttpMessageNotReadableException.class);
        for (var unknown : List.of("tezt", "rows[0].hwo", "rows[1000].who", "part.titel", "part.title.text"))
            assertThatThrownBy(() -> read(unknown + "=x"))
                    .as(unknown)
                    .isInstanceOf(HttpMessageNotReadableException.class);
        assertThatThrownBy(() -> read("tezt=x")).hasCauseInstanceOf(UnrecognizedPropertyException.class);
    }

    private void refused(String field, String value) {
        assertThatThrownBy(() -> read(field + "=" + value))
                .as(field)
                .isInstanceOf(HttpMessageNotReadableException.class);
    }

    @Test
    void theApiTakesNoForms() {
        RequestContextHolder.setRequestAttributes(
                new ServletRequestAttributes(new MockHttpServletRequest("POST", "/api/things")));
        assertThat(forms.canRead(Sent.class, MediaType.APPLICATION_FORM_URLENCODED))
                .isFalse();
    }
}
