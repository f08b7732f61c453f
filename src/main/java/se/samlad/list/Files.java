package se.samlad.list;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import se.samlad.web.Malformed;
import se.samlad.web.Say;
import se.samlad.web.Times;

/** Writes a list as a file. Times are Stockholm's in tables, with the offset where an hour occurs twice, and RFC 3339 in JSON. */
final class Files {

    /** The format that a Swedish spreadsheet opens without asking. */
    private static final CSVFormat SWEDISH = CSVFormat.Builder.create()
            .setDelimiter(';')
            .setRecordSeparator("\r\n")
            .get();

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final double WIDTH = 24;
    /** What a reader can leaf through, and what is made in a few seconds. */
    static final int ON_PAPER = 1_000;

    private Files() {}

    static <T> void csv(Listing.Shown<T> shown, Say say, OutputStream to) throws IOException {
        var writer = new OutputStreamWriter(to, StandardCharsets.UTF_8);
        writer.write(BYTE_ORDER_MARK);
        var printer = new CSVPrinter(writer, SWEDISH);
        printer.printRecord(headings(shown, say));
        for (var row : shown.rows()) {
            var cells = new ArrayList<String>();
            for (var value : shown.listing().values(row, say))
                cells.add(isWords(value) ? harmless(cell(value, say)) : cell(value, say));
            printer.printRecord(cells);
        }
        printer.flush();
    }

    private static <T> List<String> headings(Listing.Shown<T> shown, Say say) {
        return shown.listing().columns().stream()
                .map(column -> shown.listing().heading(column.name(), say))
                .toList();
    }

    private static String cell(@Nullable Object value, Say say) {
        return switch (value) {
            case null -> "";
            case Instant at -> MINUTE.format(local(at)) + Times.offsetIfDoubled(at);
            case Double number -> String.valueOf(number).replace('.', ',');
            case Number number -> String.valueOf(number);
            case Boolean truth -> yes(truth, say);
            default -> String.valueOf(value);
        };
    }

    private static boolean isWords(@Nullable Object value) {
        return !(value instanceof Number || value instanceof Instant || value instanceof Boolean);
    }

    /**
     * The headings, and then the cells of each row, in words, for paper.
     *
     * @throws Malformed list.paper-most, of more rows than somebody leafs through
     */
    static <T> List<List<String>> words(Listing.Shown<T> shown, Say say) {
        if (shown.rows().size() > ON_PAPER) throw new Malformed("list.paper-most", ON_PAPER);
        var table = new ArrayList<List<String>>();
        table.add(headings(shown, say));
        for (var row : shown.rows())
            table.add(shown.listing().values(row, say).stream()
                    .map(value -> cell(value, say))
                    .toList());
        return table;
    }

    private static LocalDateTime local(Instant at) {
        return LocalDateTime.ofInstant(at, Say.STOCKHOLM);
    }

    private static String yes(boolean truth, Say say) {
        return say.text(truth ? "list.yes" : "list.no");
    }

    /** Quotes a text that a spreadsheet would run as a formula, whoever wrote it. */
    private static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    static <T> void xlsx(Listing.Shown<T> shown, Say say, OutputStream to) throws IOException {
        try (var book = new Workbook(to, "Samlad", "1.0");
                var sheet = book.newWorksheet(say.text("list." + shown.listing().name()))) {
            var headings = headings(shown, say);
            for (int i = 0; i < headings.size(); i++) {
                sheet.value(0, i, headings.get(i));
                sheet.width(i, WIDTH);
                sheet.style(0, i).bold().set();
            }
            sheet.freezePane(0, 1);
            int number = 1;
            for (var row : shown.rows()) {
                var values = shown.listing().values(row, say);
                for (int i = 0; i < values.size(); i++) put(sheet, number, i, values.get(i), say);
                number++;
            }
        }
    }

    private static void put(Worksheet sheet, int row, int column, @Nullable Object value, Say say) {
        switch (value) {
            case null -> {}
            case Instant at
            when !Times.offsetIfDoubled(at).isEmpty() -> // a spreadsheet's own time has no offset
                sheet.value(row, column, cell(at, say));
            case Instant at -> {
                sheet.value(row, column, local(at));
                sheet.style(row, column).format("yyyy-mm-dd hh:mm").set();
            }
            case Number number -> sheet.value(row, column, number);
            case Boolean truth -> sheet.value(row, column, yes(truth, say));
            default -> sheet.value(row, column, fitting(String.valueOf(value)));
        }
    }

    /** The text without characters that XML can't carry, cut to what a cell can hold. */
    private static String fitting(String text) {
        var plain = text.replaceAll("[\\p{Cntrl}&&[^\n\t]]|\\p{Cs}|[\\uFFFE\\uFFFF]", "");
        return plain.length() > CELL ? plain.substring(0, CELL - 1) + "…" : plain;
    }

    private static final int CELL = 32_767;

    static <T> List<Map<String, @Nullable Object>> json(Listing.Shown<T> shown, Say say) {
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        for (var row : shown.rows()) {
            var cells = new LinkedHashMap<String, @Nullable Object>();
            for (var column : shown.listing().columns())
                cells.put(column.name(), column.value().apply(row, say));
            rows.add(cells);
        }
        return rows;
    }
}
