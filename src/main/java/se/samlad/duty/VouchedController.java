package se.samlad.duty;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samlad.access.Viewers;
import se.samlad.account.Arriving;
import se.samlad.account.Guesses;
import se.samlad.credential.SignIns.How;
import se.samlad.journal.Refused;
import se.samlad.web.Say;

/** Where somebody comes in by the code that a colleague reads aloud. */
@Controller
class VouchedController {

    static final String PATH = "/sign-in/vouched";

    private final Shifts shifts;
    private final Arriving arriving;
    private final Guesses guesses;
    private final Viewers viewers;

    VouchedController(Shifts shifts, Arriving arriving, Guesses guesses, Viewers viewers) {
        this.shifts = shifts;
        this.arriving = arriving;
        this.guesses = guesses;
        this.viewers = viewers;
    }

    @GetMapping(PATH)
    String page(Say say, Model model) {
        model.addAttribute("say", say);
        return "duty/vouched";
    }

    @PostMapping(PATH)
    String comeIn(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Say say,
            Model model) {
        long seconds = guesses.take(request.getRemoteAddr(), PATH);
        if (seconds > 0) return refused(say.text("sign-in.wait", seconds), response, say, model);
        var vouching = shifts.ofCode(code);
        if (vouching.isEmpty()) return refused(say.text("duty.code-wrong"), response, say, model);
        var said = vouching.get().said();
        try {
            shifts.comeIn(vouching.get(), viewers.anybody());
        } catch (Refused late) {
            return refused(say.text("duty.code-wrong"), response, say, model);
        }
        guesses.wasRight(request.getRemoteAddr(), PATH);
        arriving.accounts().create(said.account(), null);
        arriving.persons().save(said.account(), arriving.persons().nameOf(said.person()), null);
        arriving.entering().enter(request, response, said.account(), How.VOUCHED);
        return "redirect:/";
    }

    private String refused(String why, HttpServletResponse response, Say say, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("why", why);
        return page(say, model);
    }
}
