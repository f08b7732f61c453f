package se.samlad.message;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.ResourceBundleMessageSource;
import se.samlad.web.Languages;

/** The languages at a fixed time, without a server. */
final class Texts {

    private Texts() {}

    static Languages at(Instant now) {
        try (var context = new AnnotationConfigApplicationContext()) {
            context.registerBean("messageSource", MessageSource.class, Texts::source);
            context.registerBean(Clock.class, () -> Clock.fixed(now, ZoneOffset.UTC));
            context.register(Languages.class);
            context.refresh();
            return context.getBean(Languages.class);
        }
    }

    private static MessageSource source() {
        var source = new ResourceBundleMessageSource();
        source.setBasenames("messages/message", "messages/web");
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        return source;
    }
}
