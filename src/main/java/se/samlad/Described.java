package se.samlad;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.DateTimeSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.media.UUIDSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Arrays;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import se.samlad.access.Viewer;
import se.samlad.journal.DrawnFrom;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.live.Shell;
import se.samlad.web.Done;
import se.samlad.web.Say;
import se.samlad.web.Typed;

/** The OpenAPI document that the system serves: what handlers are given by us is no parameter of theirs. */
@Lazy
@Configuration(proxyBeanMethods = false)
class Described {

    private static final String TOKEN = "token";

    /** See {@link se.samlad.web.Created}. */
    private static final ApiResponse CREATED = new ApiResponse()
            .description("Recorded")
            .content(new Content()
                    .addMediaType(
                            "application/json",
                            new MediaType()
                                    .schema(new ObjectSchema()
                                            .addProperty("id", new UUIDSchema())
                                            .addProperty("cursor", new StringSchema())
                                            .addProperty("recordedAt", new DateTimeSchema()))));

    private static final HeaderParameter DRAWN_FROM = (HeaderParameter) new HeaderParameter()
            .name("Drawn-From")
            .required(false)
            .description("The id of the entry that last changed the text, as read. Changed meanwhile is 409, with both"
                    + " versions in drawnFrom and now. Left out: what holds now is acted on.")
            .schema(new UUIDSchema());

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(
                        Viewer.class,
                        Viewer.Acting.class,
                        DrawnFrom.class,
                        Once.class,
                        Say.class,
                        Shell.class,
                        Typed.class);
    }

    @Bean
    OpenAPI samlad() {
        return new OpenAPI()
                .info(new Info()
                        .title("Samlad")
                        .version("1")
                        .description("Times are RFC 3339. Errors are application/problem+json (RFC 9457)."))
                .components(new Components()
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN));
    }

    /** Every POST takes a key that makes two sends one record. */
    @Bean
    GlobalOpenApiCustomizer keys() {
        return api -> api.getPaths().values().stream()
                .map(PathItem::getPost)
                .filter(java.util.Objects::nonNull)
                .forEach(Described::withKey);
    }

    /** A verb answers 201 with what it created. */
    @Bean
    OperationCustomizer answersOf201() {
        return (operation, handler) -> {
            var returned = handler.getMethod().getReturnType();
            if (returned == Recorded.class || returned == Done.class) {
                operation.getResponses().remove("200");
                operation.getResponses().addApiResponse("201", CREATED);
            }
            return operation;
        };
    }

    /** An edit, and an act that vouches for a text, may state the version that it was drawn from. */
    @Bean
    OperationCustomizer versions() {
        return (operation, handler) -> {
            boolean drawn = Arrays.stream(handler.getMethodParameters())
                    .anyMatch(parameter -> parameter.getParameterType() == DrawnFrom.class);
            return drawn ? operation.addParametersItem(DRAWN_FROM) : operation;
        };
    }

    private static void withKey(Operation post) {
        post.addParametersItem(new HeaderParameter()
                .name("Idempotency-Key")
                .required(false)
                .description(
                        "The same key again gives the same answer and records nothing; with another body it is 422.")
                .schema(new StringSchema().format("uuid")));
    }
}
