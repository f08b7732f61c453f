package se.samlad.proof;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samlad.access.Viewer.Acting;
import se.samlad.journal.Once;
import se.samlad.live.Shell;
import se.samlad.proof.Cosignatures.Vouched;
import se.samlad.proof.Cosigners.Cosigner;
import se.samlad.web.Seen;

/** The page of the journal's proof: the last checkpoint, and who has vouched for what. */
@Controller
public class ProofController {

    /** @param last what it has signed that covers most; null: nothing yet */
    public record Row(Cosigner cosigner, @Nullable Vouching last) {}

    /** @param behind how many entries came after those that it covers */
    public record Vouching(long size, long behind, java.time.Instant at) {}

    /** What who may ask is shown. */
    public record Checkpoint(String note, String key, long size, java.time.Instant at) {}

    private final Proofs proofs;
    private final Cosigning cosigning;
    private final Seen seen;

    ProofController(Proofs proofs, Cosigning cosigning, Seen seen) {
        this.proofs = proofs;
        this.cosigning = cosigning;
        this.seen = seen;
    }

    @GetMapping("/proof")
    String page(Shell shell, Acting by, Model model) {
        boolean may = proofs.mayAsk(by);
        var newest = may ? proofs.newest(by) : null;
        model.addAttribute(
                "checkpoint",
                newest == null
                        ? null
                        : new Checkpoint(
                                proofs.checkpoint(by),
                                proofs.verifier().text(),
                                newest.head().size(),
                                newest.at()));
        model.addAttribute(
                "rows", newest == null ? List.of() : rows(newest.head().size(), proofs.vouched(by)));
        model.addAttribute("mayName", cosigning.mayName(by));
        model.addAttribute(
                "own",
                cosigning.all().all().stream()
                        .filter(c -> c.actor().equals(by.actor()))
                        .toList());
        return "proof/proof";
    }

    private List<Row> rows(long size, List<Vouched> vouched) {
        return cosigning.all().all().stream()
                .map(c -> new Row(
                        c,
                        vouched.stream()
                                .filter(v -> v.actor().equals(c.actor())
                                        && v.key().name().equals(c.name()))
                                .findFirst()
                                .map(v -> new Vouching(v.size(), Math.max(0, size - v.size()), v.signedAt()))
                                .orElse(null)))
                .toList();
    }

    @PostMapping("/proof/cosigners")
    String name(
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String function,
            Acting by,
            Once once,
            HttpServletResponse response) {
        return seen.at("/proof", cosigning.name(key, function, by, once), response);
    }

    @PostMapping("/proof/cosigners/{id}/ending")
    String end(@PathVariable UUID id, Acting by, Once once, HttpServletResponse response) {
        return seen.at("/proof", cosigning.end(id, by, once), response);
    }
}
