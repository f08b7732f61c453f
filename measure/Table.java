package measure;

import java.util.Locale;

/** What the suite prints: a row a figure, with its baseline and their ratio. */
final class Table {

    Table() {
        System.out.printf("%-46s %12s %12s %8s%n", "what", "ours", "baseline", "ratio");
    }

    void row(String what, double ours, double baseline, String unit) {
        System.out.printf(
                Locale.ROOT, "%-46s %9.2f %2s %9.2f %2s %8.2f%n", what, ours, unit, baseline, unit, ours / baseline);
    }

    /** A figure with a bound instead of a baseline. */
    void bound(String what, double ours, double atMost, String unit) {
        System.out.printf(
                Locale.ROOT, "%-46s %9.2f %2s %12s %8s%n", what, ours, unit, "≤ " + atMost, ours <= atMost ? "holds" : "MISSED");
    }

    void note(String text) {
        System.out.println("  " + text);
    }
}
