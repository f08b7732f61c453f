package se.samlad.web;

import com.fasterxml.jackson.annotation.Nulls;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import se.samlad.access.Viewer;
import se.samlad.journal.DrawnFrom;
import se.samlad.journal.Once;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.cfg.EnumFeature;

/**
 * The arguments that handlers may ask for: viewer, acting function, language, typed values, the idempotency key, and the version that an edit
 * is drawn from.
 */
@Configuration(proxyBeanMethods = false)
class Arguments implements WebMvcConfigurer {

    private static final Pattern OTHERS = Pattern.compile("yaml|xml|cbor|smile|protobuf|atom|rss");

    private final Asking asking;
    private final Languages languages;
    private final ReadYourWrites readYourWrites;
    private final FormBody forms;

    Arguments(Asking asking, Languages languages, ReadYourWrites readYourWrites, FormBody forms) {
        this.asking = asking;
        this.languages = languages;
        this.readYourWrites = readYourWrites;
        this.forms = forms;
    }

    /** Only JSON is read strictly; other formats would let unknown or repeated fields pass. */
    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
        builder.addCustomConverter(forms);
        builder.configureMessageConvertersList(all -> all.removeIf(each -> each.getSupportedMediaTypes().stream()
                .anyMatch(type -> OTHERS.matcher(type.getSubtype()).find())));
    }

    /** One parser for every time in an address. */
    @Override
    public void addFormatters(FormatterRegistry formats) {
        formats.addConverter(new AskedTime());
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(readYourWrites);
        registry.addInterceptor(new Again());
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(from(Viewer.class, asking::viewer));
        resolvers.add(from(Viewer.Acting.class, request -> asking.viewer(request)
                .acting()
                .orElseThrow(() -> new AuthenticationCredentialsNotFoundException("not signed in"))));
        resolvers.add(from(Say.class, languages::of));
        resolvers.add(from(Once.class, Arguments::once));
        resolvers.add(from(DrawnFrom.class, Arguments::drawnFrom));
        resolvers.add(from(Typed.class, Typed::of));
    }

    /** The idempotency key from the header or the form's hidden field; a new one if there is none. */
    private static Once once(HttpServletRequest request) {
        var given = request.getHeader("Idempotency-Key");
        if (given == null && !request.getRequestURI().startsWith("/api/")) given = request.getParameter("once");
        if (given == null) return new Once(UUID.randomUUID(), Bodies.digest(request));
        try {
            return new Once(UUID.fromString(given), Bodies.digest(request));
        } catch (IllegalArgumentException e) {
            throw new Malformed("once.not-a-uuid", given);
        }
    }

    /** The version from the header {@code Drawn-From} or the form's hidden field. */
    private static DrawnFrom drawnFrom(HttpServletRequest request) {
        var given = request.getHeader("Drawn-From");
        if (given == null && !request.getRequestURI().startsWith("/api/")) given = request.getParameter(FormKey.DRAWN);
        if (given == null || given.isEmpty()) return DrawnFrom.UNSTATED;
        try {
            return new DrawnFrom(UUID.fromString(given));
        } catch (IllegalArgumentException e) {
            throw new Malformed("drawn.not-a-uuid", given);
        }
    }

    /** Refuses input that would be lost or guessed: a field sent twice, a choice given by number, a null in a list. */
    @Configuration(proxyBeanMethods = false)
    static class Strict {
        @Bean
        JsonMapperBuilderCustomizer strict() {
            return json -> json.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                    .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL));
        }
    }

    private static final class AskedTime implements Converter<String, @Nullable Instant> {
        @Override
        public @Nullable Instant convert(String given) {
            return Times.inAddress(given);
        }
    }

    private static <T> Argument<T> from(Class<T> type, Function<HttpServletRequest, T> from) {
        return new Argument<>(type) {
            @Override
            protected T of(HttpServletRequest request, HttpServletResponse response, ModelAndViewContainer page) {
                return from.apply(request);
            }
        };
    }
}
