package se.samlad.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/**
 * Connects compiled templates to Spring: a view's name is its template's path; the prefix {@code seen:} makes a
 * redirect (303).
 */
@Component
public class Templates implements ViewResolver, Ordered {

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "se.samlad.templates");

    /** @param template path below {@code src/main/jte}, without its extension */
    public void render(String template, Map<String, Object> params, TemplateOutput to) {
        engine.render(template + ".jte", params, to);
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        if (name.startsWith("seen:")) return new SeeOther(name.substring("seen:".length()));
        return engine.hasTemplate(name + ".jte") ? new Page(name) : null;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    private final class Page implements View {
        private final String name;

        Page(String name) {
            this.name = name;
        }

        @Override
        @SuppressWarnings("unchecked")
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws Exception {
            var output = new Utf8ByteOutput();
            Templates.this.render(name, model == null ? Map.of() : (Map<String, Object>) model, output);
            var typed = Typed.of(request);
            if (!typed.standsOn(output) && Again.isSaidOtherwise(request)) return;
            byte[] html = typed == Typed.NOTHING
                    ? output.toByteArray()
                    : typed.withKey(new String(output.toByteArray(), StandardCharsets.UTF_8))
                            .getBytes(StandardCharsets.UTF_8);
            response.setContentType("text/html;charset=UTF-8");
            response.setContentLength(html.length);
            response.getOutputStream().write(html);
        }
    }

    private record SeeOther(String path) implements View {
        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", LocalPage.of(path));
        }
    }
}
