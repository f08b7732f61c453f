package se.samlad.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.boot.autoconfigure.web.WebProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.TransformedResource;

/**
 * Sends a style sheet with those that it imports in their places. Each room writes its own sheet, and a phone with a poor
 * network asks once instead of twenty times, one after another.
 */
@Configuration(proxyBeanMethods = false)
class WholeSheets implements WebMvcConfigurer {

    private static final String SHEETS = "classpath:/static/css/";
    private static final Pattern IMPORT = Pattern.compile("@import url\\(\"([a-z-]+\\.css)\"\\);");

    private final WebProperties web;

    WholeSheets(WebProperties web) {
        this.web = web;
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/css/**")
                .addResourceLocations(SHEETS)
                .setCacheControl(Objects.requireNonNull(
                        web.getResources().getCache().getCachecontrol().toHttpCacheControl()))
                .resourceChain(true)
                .addTransformer((request, sheet, chain) ->
                        new TransformedResource(sheet, whole(sheet).getBytes(StandardCharsets.UTF_8)));
    }

    private static String whole(Resource sheet) throws IOException {
        var text = sheet.getContentAsString(StandardCharsets.UTF_8);
        var whole = new StringBuilder();
        int from = 0;
        for (MatchResult found : IMPORT.matcher(text).results().toList()) {
            whole.append(text, from, found.start()).append(whole(sheet.createRelative(found.group(1))));
            from = found.end();
        }
        return whole.append(text, from, text.length()).toString();
    }
}
