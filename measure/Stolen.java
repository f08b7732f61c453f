package measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** How much processor time the host gave to other machines (Linux, {@code /proc/stat}). It shows in every high percentile. */
final class Stolen {

    private static final Path STAT = Path.of("/proc/stat");
    private static final int STEAL = 7;
    private static final int GUEST = 8;
    private final long[] before = now();

    /** In percent of all processor time since this object was made; NaN where the system does not tell. */
    double percent() {
        var now = now();
        if (now.length <= STEAL || before.length != now.length) return Double.NaN;
        long all = 0;
        for (int i = 0; i < GUEST; i++) all += now[i] - before[i]; // what guests had is counted in what users had
        return all == 0 ? Double.NaN : 100.0 * (now[STEAL] - before[STEAL]) / all;
    }

    private static long[] now() {
        try (var lines = Files.lines(STAT)) {
            return Arrays.stream(lines.findFirst().orElse("").split("\\s+")).skip(1).mapToLong(Long::parseLong).toArray();
        } catch (IOException e) {
            return new long[0];
        }
    }
}
