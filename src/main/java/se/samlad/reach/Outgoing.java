package se.samlad.reach;

import java.util.List;
import org.springframework.stereotype.Component;
import se.samlad.reach.Channel.Handed;
import se.samlad.reach.Channel.Notice;

/**
 * The edge that everything passes on its way out of the building, whatever the channel. What is kept in stops here, and in
 * the demo everything is.
 */
@Component
public class Outgoing {

    private final Channels channels;

    Outgoing(Channels channels) {
        this.channels = channels;
    }

    /** Sends to all addresses of one function. It counts as handed over where it was to one of them. */
    public Handed send(Way way, Notice notice, List<String> addresses) {
        if (addresses.isEmpty()) return Handed.NO_PATH;
        if (notice.keptIn() || channels.keepsAllIn()) return Handed.KEPT_IN;
        var channel = channels.of(way);
        if (channel == null) return Handed.NO_PATH;
        if (channels.rests(way)) return Handed.DOWN;
        var best = Handed.DOWN;
        for (var address : addresses) {
            var handed = channel.send(notice, address);
            channels.tell(way, handed != Handed.DOWN);
            if (handed.ordinal() < best.ordinal()) best = handed;
            if (handed == Handed.DOWN) break;
        }
        return best;
    }
}
