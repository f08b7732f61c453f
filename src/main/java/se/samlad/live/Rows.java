package se.samlad.live;

import gg.jte.TemplateOutput;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the rows of a panel begin and end, as its template says: {@code !{rows.start("id");}<li id="id">…</li>!{rows.end();}}.
 * A row is any element with an id of its own that may be replaced alone. Rows do not nest.
 */
public final class Rows implements TemplateOutput {

    record Row(String id, int from, int to) {}

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(4_096);
    private final List<Row> rows = new ArrayList<>();
    private String open = "";
    private int from;

    public void start(String id) {
        open = id;
        from = bytes.size();
    }

    public void end() {
        rows.add(new Row(open, from, bytes.size()));
    }

    @Override
    public void writeContent(String value) {
        bytes.writeBytes(value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void writeContent(String value, int beginIndex, int endIndex) {
        writeContent(value.substring(beginIndex, endIndex));
    }

    @Override
    public void writeBinaryContent(byte[] value) {
        bytes.writeBytes(value);
    }

    Rendered rendered() {
        return new Rendered(bytes.toString(StandardCharsets.UTF_8), rows);
    }
}
