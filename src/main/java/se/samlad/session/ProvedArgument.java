package se.samlad.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.method.support.ModelAndViewContainer;
import se.samlad.web.Argument;
import se.samlad.web.Proved;

/** Lets handlers of grave acts ask for {@link Proved}. */
@Component
class ProvedArgument extends Argument<Proved> {

    private final ObjectProvider<Entering> entering;

    ProvedArgument(ObjectProvider<Entering> entering) {
        super(Proved.class);
        this.entering = entering;
    }

    @Override
    protected Proved of(HttpServletRequest request, HttpServletResponse response, ModelAndViewContainer page) {
        return entering.getObject().proof(request);
    }
}
