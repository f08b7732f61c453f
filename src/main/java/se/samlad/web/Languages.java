package se.samlad.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Chooses Swedish or English: the reader's own choice, kept in a cookie, else the browser's preference. Swedish is the
 * default.
 */
@Component
public class Languages {

    public static final Locale SWEDISH = Locale.of("sv");
    public static final Locale ENGLISH = Locale.ENGLISH;
    public static final String COOKIE = "language";

    private final MessageSource texts;
    private final Clock clock;

    Languages(MessageSource texts, Clock clock) {
        this.texts = texts;
        this.clock = clock;
    }

    public Say of(HttpServletRequest request) {
        Cookie chosen = WebUtils.getCookie(request, COOKIE);
        return in(chosen(chosen == null ? null : chosen.getValue(), request.getHeader("Accept-Language")));
    }

    /** @param cookie the reader's choice @param asked the browser's preference */
    public static String chosen(@Nullable String cookie, @Nullable String asked) {
        if (cookie != null) return cookie;
        return asked != null && asked.regionMatches(true, 0, "en", 0, 2) ? "en" : "sv";
    }

    /** @param language {@code en} for English; anything else is Swedish */
    public Say in(String language) {
        return new Say(texts, language.equals("en") ? ENGLISH : SWEDISH, clock.instant());
    }

    /** The texts for a command, which has no server. @param language as for {@link #in} */
    public static Say alone(String language) {
        try {
            return new Languages(new Texts().messageSource(), Clock.systemUTC()).in(language);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The texts of each room are in {@code messages/<room>_sv.properties} and {@code _en}. */
    @Configuration(proxyBeanMethods = false)
    static class Texts {

        private static final Pattern ROOM = Pattern.compile("(.+)_sv\\.properties");

        @Bean
        MessageSource messageSource() throws IOException {
            var names = new ArrayList<String>();
            for (var file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*_sv.properties")) {
                var room = ROOM.matcher(String.valueOf(file.getFilename()));
                if (room.matches()) names.add("messages/" + room.group(1));
            }
            var source = new ResourceBundleMessageSource();
            source.setBasenames(names.toArray(String[]::new));
            source.setDefaultEncoding("UTF-8");
            source.setFallbackToSystemLocale(false);
            return source;
        }
    }
}
