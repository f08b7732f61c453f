package se.samlad.proof;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import se.samlad.access.Viewer.Acting;
import se.samlad.live.Shell;
import se.samlad.proof.Cosignatures.Cosignature;
import se.samlad.proof.Cosigners.Cosigner;

/** The page of the journal's proofs: the last checkpoint, and the co-signatures. */
@Controller
public class ProofController {

    /** @param last its co-signature that covers most entries; null: none yet */
    public record Row(Cosigner cosigner, @Nullable Vouching last) {}

    /** @param behind how many entries have been recorded after those that it covers */
    public record Vouching(long size, long behind, java.time.Instant at) {}

    /** The checkpoint, shown to those who may ask for proofs. */
    public record Checkpoint(String note, String key, long size, java.time.Instant at) {}

    private final Proofs proofs;
    private final Cosigning cosigning;

    ProofController(Proofs proofs, Cosigning cosigning) {
        this.proofs = proofs;
        this.cosigning = cosigning;
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
                "rows", newest == null ? List.of() : rows(newest.head().size(), proofs.newestCosignatures(by)));
        model.addAttribute("mayName", cosigning.mayName(by));
        model.addAttribute(
                "own",
                cosigning.all().all().stream()
                        .filter(c -> c.actor().equals(by.actor()))
                        .toList());
        return "proof/proof";
    }

    private List<Row> rows(long size, List<Cosignature> cosignatures) {
        return cosigning.all().all().stream()
                .map(c -> new Row(
                        c,
                        cosignatures.stream()
                                .filter(v -> v.actor().equals(c.actor())
                                        && v.key().name().equals(c.name()))
                                .findFirst()
                                .map(v -> new Vouching(v.size(), Math.max(0, size - v.size()), v.signedAt()))
                                .orElse(null)))
                .toList();
    }
}
