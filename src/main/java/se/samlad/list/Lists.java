package se.samlad.list;

import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.method.support.ModelAndViewContainer;
import se.samlad.web.Argument;
import se.samlad.web.Languages;
import se.samlad.web.Say;
import se.samlad.web.Templates;
import tools.jackson.databind.json.JsonMapper;

/** Answers a request for a list, with its page or with a file. */
@Component
public class Lists extends Argument<Lists.Request> {

    private final JsonMapper json;
    private final Languages languages;
    private final Templates templates;
    private final Paper paper;

    Lists(JsonMapper json, Languages languages, Templates templates, Paper paper) {
        super(Request.class);
        this.json = json;
        this.languages = languages;
        this.templates = templates;
        this.paper = paper;
    }

    @Override
    protected Request of(HttpServletRequest request, HttpServletResponse response, ModelAndViewContainer page) {
        page.setRequestHandled(true); // unless the handler names a template
        return new Request(request, response, languages.of(request));
    }

    /**
     * The template of the page, with its rows as {@code shown}; null if a file was sent.
     *
     * @param rows those that passed the gate, in the list's own order
     */
    public <T> @Nullable String answer(
            Listing<T> listing, Stream<T> rows, Request request, Model model, String template) throws IOException {
        var asked = Asked.of(listing, request.http());
        var shown = listing.shown(rows, asked, request.say());
        if (asked.format().isEmpty()) {
            model.addAttribute("shown", shown);
            return template;
        }
        file(shown, request.say(), request.response());
        return null;
    }

    /** The request, the response and the reader's language; handlers ask for it as an argument. */
    public record Request(HttpServletRequest http, HttpServletResponse response, Say say) {}

    private <T> void file(Listing.Shown<T> shown, Say say, HttpServletResponse response) throws IOException {
        var format = shown.asked().format();
        byte[] pdf = format.equals("pdf") ? onPaper(shown, say) : new byte[0];
        var day = LocalDate.ofInstant(say.now(), Say.STOCKHOLM);
        var name = say.text("list." + shown.listing().name()).toLowerCase(java.util.Locale.ROOT) + "-" + day;
        response.setHeader(
                "Content-Disposition",
                org.springframework.http.ContentDisposition.attachment()
                        .filename(name + "." + format, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        var to = response.getOutputStream();
        switch (format) {
            case "csv" -> {
                response.setContentType("text/csv;charset=UTF-8");
                Files.csv(shown, say, to);
            }
            case "xlsx" -> {
                response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
                Files.xlsx(shown, say, to);
            }
            case "pdf" -> {
                response.setContentType("application/pdf");
                to.write(pdf);
            }
            default -> {
                response.setContentType("application/json");
                to.write(json.writeValueAsBytes(Files.json(shown, say)));
            }
        }
    }

    private <T> byte[] onPaper(Listing.Shown<T> shown, Say say) {
        var html = new StringOutput();
        var title = say.text("list." + shown.listing().name());
        templates.render("list/paper", Map.of("say", say, "title", title, "table", Files.words(shown, say)), html);
        return paper.of(html.toString(), "", title + ", " + say.dated(say.now()));
    }
}
