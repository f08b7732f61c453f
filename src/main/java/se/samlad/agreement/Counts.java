package se.samlad.agreement;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import se.samlad.web.Say;

/**
 * Reads a year's figures from the statistics office's CSV: a row of headings, then a row for each municipality. It is sound as
 * a whole or refused as a whole, with all that is wrong by line. Pure.
 *
 * @param figures inhabitants by the municipality's code; null: the file says that the figure is not known
 * @param mistakes empty: it is sound
 */
record Counts(Map<String, @Nullable Integer> figures, List<Mistake> mistakes) {

    /** The longest file, in characters; a region's is a thousand. */
    static final int LONGEST = 100_000;

    private static final int ROWS = 2_000;
    private static final int MOST_MISTAKES = 40;
    private static final int SHOWN = 40;

    private static final Set<String> CODE = Set.of("code", "kod", "kommunkod", "regionkod", "region", "kommun");
    private static final Set<String> DAY = Set.of("date", "datum", "dag", "day");
    private static final Set<String> PEOPLE =
            Set.of("population", "folkmängd", "folkmangd", "invånare", "invanare", "inhabitants", "antal");

    /** SCB writes the name behind the code. */
    private static final Pattern MUNICIPALITY = Pattern.compile("(\\d{4})(?: .{0,100})?");

    private static final Pattern NUMBER = Pattern.compile("\\d{1,8}");
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}([ .,\\u00A0\\u202F']\\d{3})+");

    /** @param line from 1; 0: the whole file @param what the key {@code agreement.count.<what>} of its text */
    record Mistake(int line, String what, List<String> details) {
        String words(Say say) {
            var said = say.text("agreement.count." + what, details.toArray());
            return line == 0 ? said : say.text("agreement.count.line", line, said);
        }
    }

    /** Where the columns are. @param day below 0: there is none */
    private record Columns(int code, int day, int people) {}

    /** @param on the day that the figures must be of @param codes the municipalities that must be there */
    static Counts read(String csv, LocalDate on, Set<String> codes) {
        var reading = new Reading(on, codes);
        if (csv.length() > LONGEST) reading.wrong(0, "long", String.valueOf(LONGEST));
        else reading.all(csv.startsWith("\uFEFF") ? csv.substring(1) : csv);
        return new Counts(reading.figures, List.copyOf(reading.mistakes));
    }

    boolean isSound() {
        return mistakes.isEmpty();
    }

    /** How many figures the file says are not known. */
    long unknown() {
        return figures.values().stream().filter(java.util.Objects::isNull).count();
    }

    private static final class Reading {
        private final LocalDate on;
        private final Set<String> codes;
        private final Map<String, @Nullable Integer> figures = new LinkedHashMap<>();
        private final List<Mistake> mistakes = new ArrayList<>();

        Reading(LocalDate on, Set<String> codes) {
            this.on = on;
            this.codes = codes;
        }

        void wrong(int line, String what, String... details) {
            if (mistakes.size() < MOST_MISTAKES) mistakes.add(new Mistake(line, what, List.of(details)));
        }

        void all(String csv) {
            var heading = csv.lines().findFirst().orElse("");
            if (csv.indexOf('\uFFFD') >= 0) {
                wrong(0, "letters");
                return;
            }
            var format = CSVFormat.Builder.create()
                    .setDelimiter(delimiter(heading))
                    .setIgnoreEmptyLines(true)
                    .setTrim(true)
                    .get();
            try (var parser = format.parse(new StringReader(csv))) {
                Columns columns = null;
                for (var record : parser) {
                    if (columns != null) row(record, columns, (int) parser.getCurrentLineNumber());
                    else if ((columns = columns(record)) == null) return;
                    if (record.getRecordNumber() > ROWS) {
                        wrong(0, "rows", String.valueOf(ROWS));
                        return;
                    }
                }
                if (columns == null) wrong(0, "empty");
                else whole();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (UncheckedIOException | IllegalStateException e) { // a quote that does not end, and the like
                wrong(0, "form");
            }
        }

        private static char delimiter(String heading) {
            if (heading.indexOf(';') >= 0) return ';';
            return heading.indexOf('\t') >= 0 ? '\t' : ',';
        }

        private @Nullable Columns columns(CSVRecord heading) {
            int code = at(heading, CODE);
            int people = at(heading, PEOPLE);
            if (code < 0) wrong(1, "no-code");
            if (people < 0) wrong(1, "no-people");
            return code < 0 || people < 0 ? null : new Columns(code, at(heading, DAY), people);
        }

        private static int at(CSVRecord heading, Set<String> names) {
            for (int i = 0; i < heading.size(); i++)
                if (names.contains(heading.get(i).toLowerCase(Locale.ROOT))) return i;
            return -1;
        }

        private void row(CSVRecord record, Columns columns, int line) {
            var code = code(record, columns, line);
            if (code.isEmpty()) return;
            if (columns.day() >= 0) {
                var day = cell(record, columns.day());
                if (!day.equals(on.toString())) {
                    wrong(line, "day", shown(day), on.toString());
                    return;
                }
            }
            var text = cell(record, columns.people());
            if (text.isEmpty()) put(code.get(), null, line);
            else if (GROUPED.matcher(text).matches()) wrong(line, "grouped", shown(text));
            else if (!NUMBER.matcher(text).matches()) wrong(line, "number", shown(text));
            else put(code.get(), Integer.valueOf(text), line);
        }

        private Optional<String> code(CSVRecord record, Columns columns, int line) {
            var cell = cell(record, columns.code());
            var found = MUNICIPALITY.matcher(cell);
            if (!found.matches()) wrong(line, "code", shown(cell));
            else if (!codes.contains(found.group(1))) wrong(line, "unknown", found.group(1));
            else return Optional.of(found.group(1));
            return Optional.empty();
        }

        private void put(String code, @Nullable Integer people, int line) {
            if (figures.containsKey(code)) wrong(line, "twice", code);
            else figures.put(code, people);
        }

        private void whole() {
            var missing = codes.stream()
                    .filter(code -> !figures.containsKey(code))
                    .sorted()
                    .toList();
            if (mistakes.isEmpty() && !missing.isEmpty()) wrong(0, "missing", String.join(", ", missing));
        }

        private static String cell(CSVRecord record, int at) {
            return at < record.size() ? record.get(at) : "";
        }

        private static String shown(String text) {
            return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
        }
    }
}
