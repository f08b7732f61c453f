package se.samlad.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** An argument that handlers may ask for, by its type. A component of this class gives it to all handlers. */
public abstract class Argument<T> implements WebMvcConfigurer, HandlerMethodArgumentResolver {

    private final Class<T> type;

    protected Argument(Class<T> type) {
        this.type = type;
    }

    /** The argument for a request. @param page takes what the handler's template needs */
    protected abstract T of(HttpServletRequest request, HttpServletResponse response, ModelAndViewContainer page);

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == type;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer page,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        var request = web.getNativeRequest(HttpServletRequest.class);
        var response = web.getNativeResponse(HttpServletResponse.class);
        if (request == null || response == null || page == null)
            throw new IllegalStateException("no page is asked for");
        return (Object) of(request, response, page);
    }
}
