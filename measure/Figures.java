package measure;

import java.util.Arrays;

/** Percentiles of samples in nanoseconds. */
final class Figures {

    private final long[] sorted;

    Figures(long[] samples) {
        sorted = samples.clone();
        Arrays.sort(sorted);
    }

    double ms(double quantile) {
        if (sorted.length == 0) return Double.NaN;
        int at = (int) Math.min(sorted.length - 1, Math.floor(quantile * sorted.length));
        return sorted[at] / 1e6;
    }

    double p50() {
        return ms(0.50);
    }

    double p95() {
        return ms(0.95);
    }

    double p99() {
        return ms(0.99);
    }
}
