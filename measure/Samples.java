package measure;

import java.util.Arrays;

/** A growing list of samples in nanoseconds. */
final class Samples {

    private long[] all = new long[1_024];
    private int size;

    void add(long... more) {
        if (size + more.length > all.length) all = Arrays.copyOf(all, 2 * (size + more.length));
        System.arraycopy(more, 0, all, size, more.length);
        size += more.length;
    }

    int size() {
        return size;
    }

    Figures figures() {
        return new Figures(Arrays.copyOf(all, size));
    }
}
