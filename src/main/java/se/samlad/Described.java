package se.samlad;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import se.samlad.access.Viewer;
import se.samlad.journal.Once;
import se.samlad.live.Shell;
import se.samlad.web.Say;
import se.samlad.web.Typed;

/** The OpenAPI document that the system serves: what handlers are given by us is no parameter of theirs. */
@Lazy
@Configuration(proxyBeanMethods = false)
class Described {

    private static final String TOKEN = "token";

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(
                        Viewer.class, Viewer.Acting.class, Once.class, Say.class, Shell.class, Typed.class);
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

    private static void withKey(Operation post) {
        post.addParametersItem(new HeaderParameter()
                .name("Idempotency-Key")
                .required(false)
                .description(
                        "The same key again gives the same answer and records nothing; with another body it is 422.")
                .schema(new StringSchema().format("uuid")));
    }
}
