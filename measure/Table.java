package measure;

import java.util.Locale;

/** Prints the figures: one a row, with its baseline and their ratio, or with its bound. */
final class Table {

    Table() {
        System.out.printf("%-58s %12s %12s %8s%n", "what", "ours", "baseline", "ratio");
    }

    void row(String what, double ours, double baseline, String unit) {
        print(what, ours, baseline, unit, "");
    }

    /** A cost, with an upper bound on its ratio to the baseline. */
    void ratio(String what, double ours, double baseline, String unit, double atMost) {
        print(what, ours, baseline, unit, "≤ " + atMost + verdict(ours / baseline <= atMost));
    }

    /** A rate, with a lower bound on its ratio to the baseline. */
    void rate(String what, double ours, double baseline, String unit, double atLeast) {
        print(what, ours, baseline, unit, "≥ " + atLeast + verdict(ours / baseline >= atLeast));
    }

    private static void print(String what, double ours, double baseline, String unit, String bound) {
        System.out.printf(Locale.ROOT, "%-58s %9.2f %2s %9.2f %2s %8.2f %s%n", what, ours, unit, baseline, unit,
                ours / baseline, bound);
    }

    /** A figure with an upper bound instead of a baseline. */
    void bound(String what, double ours, double atMost, String unit) {
        System.out.printf(Locale.ROOT, "%-58s %9.2f %2s %12s %8s%n", what, ours, unit, "≤ " + atMost,
                verdict(ours <= atMost));
    }

    /** A figure by itself. */
    void figure(String what, double ours, String unit) {
        System.out.printf(Locale.ROOT, "%-58s %9.2f %2s%n", what, ours, unit);
    }

    private static String verdict(boolean holds) {
        return holds ? " holds" : " MISSED";
    }

    void note(String text) {
        System.out.println("  " + text);
    }
}
