package se.samlad.push;

import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samlad.access.NotThere;
import se.samlad.journal.Journal;
import se.samlad.live.Shell;
import se.samlad.web.Asking;
import se.samlad.web.LocalPage;
import se.samlad.web.Offer;

/** One's own devices that take notices. */
@Controller
public class PushController {

    private static final String PATH = "/me/push";

    /** @param service whose service carries the notices */
    public record Shown(UUID id, String service, java.time.Instant at) {}

    private final PushDevices devices;
    private final PushChannel channel;
    private final Journal journal;
    private final Asking asking;

    PushController(PushDevices devices, PushChannel channel, Journal journal, Asking asking) {
        this.devices = devices;
        this.channel = channel;
        this.journal = journal;
        this.asking = asking;
    }

    @Bean
    static Offer pushOffer() {
        return Offer.of(new Offer.Door(
                Offer.Menu.OWN, 17, "push", PATH, viewer -> viewer.function().isPresent()));
    }

    @GetMapping(PATH)
    String page(Shell shell, Model model) {
        model.addAttribute("isSetUp", channel.isSetUp());
        model.addAttribute("key", channel.publicKey());
        model.addAttribute(
                "devices",
                devices.of(List.of(account())).stream()
                        .map(device -> new Shown(device.id(), device.service(), device.at()))
                        .toList());
        return "push/devices";
    }

    /** What this browser gave. */
    @PostMapping(PATH)
    String save(
            @RequestParam(defaultValue = "") String endpoint,
            @RequestParam(defaultValue = "") String p256dh,
            @RequestParam(defaultValue = "") String auth) {
        devices.save(account(), endpoint, p256dh, auth, journal.now());
        return LocalPage.redirect(PATH);
    }

    @PostMapping(PATH + "/removal")
    String remove(@RequestParam UUID device) {
        devices.remove(device, account());
        return LocalPage.redirect(PATH);
    }

    private String account() {
        return asking.account().orElseThrow(NotThere::new);
    }
}
