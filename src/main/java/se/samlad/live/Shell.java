package se.samlad.live;

import gg.jte.Content;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.Utf8ByteOutput;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Function;
import se.samlad.access.Viewer;
import se.samlad.web.FormKey;
import se.samlad.web.Frame;
import se.samlad.web.Offer;
import se.samlad.web.Offers;
import se.samlad.web.Say;
import se.samlad.web.Typed;

/** The frame around a page: its viewer, language, active incidents, and panels. */
public final class Shell implements Frame {

    /**
     * An active incident in the top bar.
     *
     * @param levels in the reader's words
     * @param age in words, by the incident's own clock
     * @param rank how near it is to the viewer, 0 the nearest: activated, its actor takes part, not an exercise
     */
    public record Chip(
            UUID id, String title, String levels, java.time.Instant since, String age, boolean exercise, int rank) {}

    /**
     * One line that says what was just recorded.
     *
     * @param text what, when and for whom, in the reader's words
     * @param row the page of the entry
     * @param mend the page on which its author corrects it; null: it can't be corrected
     */
    public record Receipt(String text, String row, @Nullable String mend) {}

    /** What the rooms above tell the frame. */
    public interface Around {
        String actorName(String code, String language);

        List<Chip> active(Viewer viewer, Say say);

        Offers offers();

        /** The receipt for what the viewer has just recorded; empty for all else. */
        Optional<Receipt> receipt(UUID entry, Viewer viewer, Say say);
    }

    private final Viewer viewer;
    private final Say say;
    private final Typed typed;
    private final Panels.Page panels;
    private final @Nullable Receipt receipt;
    private final String path;
    private final Around around;
    private final List<Function> functions;

    /** Fetched once for a page. */
    private @Nullable List<Chip> active;

    Shell(
            Viewer viewer,
            Say say,
            Typed typed,
            Panels.Page panels,
            @Nullable Receipt receipt,
            String path,
            Around around,
            List<Function> functions) {
        this.viewer = viewer;
        this.say = say;
        this.typed = typed;
        this.panels = panels;
        this.receipt = receipt;
        this.path = path;
        this.around = around;
        this.functions = functions;
    }

    public Viewer viewer() {
        return viewer;
    }

    public Say say() {
        return say;
    }

    public Typed typed() {
        return typed;
    }

    /** What was just sent; null: nothing. */
    public @Nullable Receipt receipt() {
        return receipt;
    }

    /** The page's own path and query, for coming back to it. */
    public String path() {
        return path;
    }

    /** A panel about a stream; the page's live stream carries its changes. */
    public Content show(String panel, UUID subject) {
        return panels.show(panel, subject);
    }

    /** The pages that the menu leads to. */
    public List<Offer.Door> doors(Offer.Menu menu) {
        return around.offers().doors(menu).stream()
                .filter(door -> door.shown().test(viewer))
                .toList();
    }

    /** The panels that rooms offer for a place, each about all that the viewer may see. */
    public List<Content> show(Offer.Slot slot) {
        return around.offers().panels(slot).stream().map(this::show).toList();
    }

    /** The panels that rooms offer for a place, each about the stream. */
    public List<Content> show(Offer.Slot slot, UUID subject) {
        return around.offers().panels(slot).stream()
                .map(panel -> show(panel, subject))
                .toList();
    }

    /** Whether a room has such a panel. */
    public boolean has(String panel) {
        return panels.has(panel);
    }

    /** A panel about all that the viewer may see. */
    public Content show(String panel) {
        return panels.show(panel);
    }

    /** A fresh idempotency key for a form outside all panels. */
    public FormKey once() {
        return new FormKey(
                UUID.randomUUID().toString(),
                viewer.function().map(Function::id).orElse(""));
    }

    /** Renders the page's content before the frame, so that the panels that it shows are known. */
    public Content render(Content content) {
        var output = new Utf8ByteOutput();
        content.writeTo(new OwaspHtmlTemplateOutput(output));
        byte[] utf8 = output.toByteArray();
        return page -> page.writeBinaryContent(utf8);
    }

    /** The address of the page's stream; complete after {@link #render}. */
    public String live() {
        return panels.address();
    }

    /** Whether nothing can be saved because the disk is full. */
    public boolean isFull() {
        return panels.isFull();
    }

    /** Since when the database is away, in words: the page shows the state of then. Empty where it answers. */
    public String away() {
        return panels.awaySince()
                .map(at -> say.text("strip.away", say.time(at)))
                .orElse("");
    }

    /** The active incidents, the nearest to the viewer first. */
    public List<Chip> active() {
        if (active == null) active = around.active(viewer, say);
        return active;
    }

    /** The active incidents that are nearest to the viewer. More than one: the viewer has to choose. */
    public List<Chip> nearest() {
        return active().stream()
                .filter(chip -> chip.rank() == active().getFirst().rank())
                .toList();
    }

    /** The function that the viewer acts as. */
    public @Nullable Function function() {
        return viewer.function().orElse(null);
    }

    /** The functions that the account may act as. */
    public List<Function> functions() {
        return functions;
    }

    public String actorName(String code) {
        return around.actorName(code, say.language());
    }
}
