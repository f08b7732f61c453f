package se.samlad.catalogue;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import se.samlad.catalogue.CatalogueFact.Line;
import se.samlad.journal.Refused;
import se.samlad.web.Say;

/**
 * Reads a catalogue's CSV: a row of headings, then a line in each row. It is sound as a whole or refused as a whole, with all
 * that is wrong by row. Pure.
 *
 * @param mistakes empty: it is sound
 */
record Lines(List<Line> lines, List<Mistake> mistakes) {

    /** The longest file, in characters. */
    static final int LONGEST = 200_000;

    private static final int MOST_MISTAKES = 40;
    private static final int SHOWN = 40;
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}");
    /** What a spreadsheet would run, if the list were taken out as a file again. */
    private static final Pattern FORMULA = Pattern.compile("[=+@\\t\\r-].*", Pattern.DOTALL);

    /** The columns, by what people call them. */
    private enum Column {
        KIND("slag", "kind", "sort", "typ"),
        WHAT("vad", "what", "resurs", "benämning"),
        NUMBER("antal", "number", "quantity"),
        READY("minuter", "klar", "beredskap", "ready", "readyinminutes"),
        CONTACT("kontakt", "funktion", "contact"),
        TERMS("villkor", "terms");

        private final Set<String> names;

        Column(String... names) {
            this.names = Set.of(names);
        }
    }

    /** @param line from 1; 0: the whole file @param what the key {@code catalogue.file.<what>} of its text */
    record Mistake(int line, String what, List<String> details) {
        String words(Say say) {
            var said = say.text("catalogue.file." + what, details.toArray());
            return line == 0 ? said : say.text("catalogue.file.line", line, said);
        }
    }

    static Lines read(String csv) {
        var reading = new Reading();
        if (csv.length() > LONGEST) reading.wrong(0, "long", String.valueOf(LONGEST));
        else reading.all(csv.startsWith("\uFEFF") ? csv.substring(1) : csv);
        return new Lines(List.copyOf(reading.lines), List.copyOf(reading.mistakes));
    }

    boolean isSound() {
        return mistakes.isEmpty();
    }

    private static final class Reading {
        private final List<Line> lines = new ArrayList<>();
        private final List<Mistake> mistakes = new ArrayList<>();
        private final Set<String> names = new HashSet<>();

        void wrong(int line, String what, String... details) {
            if (mistakes.size() < MOST_MISTAKES) mistakes.add(new Mistake(line, what, List.of(details)));
        }

        void all(String csv) {
            if (csv.indexOf('\uFFFD') >= 0) {
                wrong(0, "letters");
                return;
            }
            var heading = csv.lines().findFirst().orElse("");
            var format = CSVFormat.Builder.create()
                    .setDelimiter(heading.indexOf(';') >= 0 ? ';' : heading.indexOf('\t') >= 0 ? '\t' : ',')
                    .setIgnoreEmptyLines(true)
                    .setTrim(true)
                    .get();
            try (var parser = format.parse(new StringReader(csv))) {
                Map<Column, Integer> columns = null;
                for (var record : parser) {
                    if (record.getRecordNumber() > Cataloguing.LINES + 1) {
                        mistakes.clear(); // that it is too long is what to mend first
                        wrong(0, "rows", String.valueOf(Cataloguing.LINES));
                        return;
                    }
                    int at = (int) parser.getCurrentLineNumber();
                    if (columns != null) row(record, columns, at);
                    else if ((columns = columns(record)) == null) return;
                }
                if (lines.isEmpty() && mistakes.isEmpty()) wrong(0, "empty");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (UncheckedIOException | IllegalStateException e) { // a quote that does not end, and the like
                wrong(0, "form");
            }
        }

        private @Nullable Map<Column, Integer> columns(CSVRecord heading) {
            var found = new HashMap<Column, Integer>();
            for (int i = 0; i < heading.size(); i++)
                for (var column : Column.values())
                    if (column.names.contains(heading.get(i).toLowerCase(Locale.ROOT))) found.putIfAbsent(column, i);
            for (var needed : List.of(Column.KIND, Column.WHAT, Column.NUMBER))
                if (!found.containsKey(needed)) wrong(1, "no-" + needed.name().toLowerCase(Locale.ROOT));
            return mistakes.isEmpty() ? found : null;
        }

        private void row(CSVRecord record, Map<Column, Integer> columns, int at) {
            for (var cell : record)
                if (FORMULA.matcher(cell).matches() && !NUMBER.matcher(cell).matches()) {
                    wrong(at, "formula", shown(cell));
                    return;
                }
            int wrong = mistakes.size();
            var kind = kind(cell(record, columns, Column.KIND));
            if (kind.isEmpty()) wrong(at, "kind", shown(cell(record, columns, Column.KIND)));
            var number = whole(record, columns, Column.NUMBER, at);
            var ready = whole(record, columns, Column.READY, at);
            if (kind.isEmpty() || mistakes.size() > wrong) return;
            add(
                    record,
                    columns,
                    at,
                    new Cataloguing.Said(
                            kind.get(),
                            cell(record, columns, Column.WHAT),
                            number,
                            ready,
                            cell(record, columns, Column.CONTACT),
                            cell(record, columns, Column.TERMS)));
        }

        private void add(CSVRecord record, Map<Column, Integer> columns, int at, Cataloguing.Said said) {
            try {
                var line = Cataloguing.line(said);
                if (names.add(line.kind() + " " + Cataloguing.name(line))) lines.add(line);
                else wrong(at, "twice", shown(line.what()));
            } catch (Refused no) {
                switch (no.field().orElse("")) {
                    case "quantity" -> wrong(at, "number", shown(cell(record, columns, Column.NUMBER)));
                    case "readyInMinutes" -> wrong(at, "ready", shown(cell(record, columns, Column.READY)));
                    case "what" -> wrong(at, "what", String.valueOf(said.what()).length() > SHOWN ? "200" : "");
                    default -> wrong(at, "too-long");
                }
            }
        }

        /** Null: nothing is there, or no whole number, which is noted. */
        private @Nullable Integer whole(CSVRecord record, Map<Column, Integer> columns, Column column, int at) {
            var text = cell(record, columns, column);
            if (text.isEmpty() || NUMBER.matcher(text).matches()) return text.isEmpty() ? null : Integer.valueOf(text);
            wrong(at, column == Column.NUMBER ? "number" : "ready", shown(text));
            return null;
        }

        private static Optional<Kind> kind(String text) {
            return Arrays.stream(Kind.values())
                    .filter(kind -> kind.name().equalsIgnoreCase(text)
                            || WORDS.getOrDefault(kind, Set.of()).contains(text.toLowerCase(Locale.ROOT)))
                    .findFirst();
        }

        private static String cell(CSVRecord record, Map<Column, Integer> columns, Column column) {
            var at = columns.get(column);
            return at == null || at >= record.size() ? "" : record.get(at);
        }

        private static String shown(String text) {
            return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
        }
    }

    /** What the kinds are called in files, in either language. */
    private static final Map<Kind, Set<String>> WORDS = Map.of(
            Kind.TRACKED, Set.of("bandvagn", "bandvagnar", "tracked vehicles"),
            Kind.VEHICLE, Set.of("fordon", "vehicles"),
            Kind.CLEARING, Set.of("snöröjning", "snow clearing"),
            Kind.POWER, Set.of("reservkraft", "backup power"),
            Kind.WATER, Set.of("vatten", "vatten, pumpar och sandsäckar", "water, pumps and sandbags"),
            Kind.SHELTER, Set.of("lokaler", "lokaler och tält", "premises and tents"),
            Kind.MATERIAL, Set.of("materiel"),
            Kind.STAFF, Set.of("personal", "personal i stab"),
            Kind.COMPETENCE, Set.of("kompetens"),
            Kind.OTHER, Set.of("annat"));
}
