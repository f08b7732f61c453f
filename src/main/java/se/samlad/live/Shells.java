package se.samlad.live;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import se.samlad.access.Viewers;
import se.samlad.web.Asking;
import se.samlad.web.Languages;
import se.samlad.web.Typed;

/** Gives handlers a {@link Shell} as parameter, and their templates {@code shell}, {@code say} and {@code typed}. */
@Component
class Shells implements WebMvcConfigurer, HandlerMethodArgumentResolver {

    private final Asking asking;
    private final Languages languages;
    private final Viewers viewers;
    private final Panels panels;
    private final Shell.Around around;

    Shells(Asking asking, Languages languages, Viewers viewers, Panels panels, Shell.Around around) {
        this.asking = asking;
        this.languages = languages;
        this.viewers = viewers;
        this.panels = panels;
        this.around = around;
    }

    @Override
    public void addArgumentResolvers(java.util.List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Shell.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        var request = web.getNativeRequest(HttpServletRequest.class);
        if (request == null || container == null) throw new IllegalStateException("no page is asked for");
        var shell = shell(request);
        container.addAttribute("shell", shell);
        container.addAttribute("say", shell.say());
        container.addAttribute("typed", shell.typed());
        return shell;
    }

    private Shell shell(HttpServletRequest request) {
        var viewer = asking.viewer(request);
        var say = languages.of(request);
        var typed = Typed.of(request);
        var query = request.getQueryString();
        var path = request.getRequestURI() + (query == null ? "" : "?" + query);
        return new Shell(
                viewer,
                say,
                typed,
                panels.page(viewer, say, typed),
                path,
                around,
                viewers.functionsOf(viewer.account()));
    }
}
