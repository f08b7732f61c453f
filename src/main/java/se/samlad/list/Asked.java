package se.samlad.list;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import se.samlad.web.Malformed;

/**
 * The search, choices, sorting and page of a list, as the page's address states them.
 *
 * @param q text to find in a row, ignoring case; empty: any
 * @param chosen the chosen code by the column's name
 * @param sort the column's name; empty: the list's own order
 * @param page from 1
 * @param whole all rows at once, for print and for files
 * @param format csv, xlsx, pdf or json; empty: a page
 */
public record Asked(
        String q, Map<String, String> chosen, String sort, boolean down, int page, boolean whole, String format) {

    private static final int LAST_PAGE = Listing.MOST / Listing.PAGE;

    /** @throws Malformed error.value for an unknown column, page or format */
    static Asked of(Listing<?> listing, HttpServletRequest request) {
        var chosen = new TreeMap<String, String>();
        for (var column : listing.columns()) {
            var code = text(request, column.name());
            if (code.isEmpty() || column.choices().isEmpty()) continue;
            if (column.choices().stream().noneMatch(c -> c.code().equals(code)))
                throw new Malformed("error.value", column.name());
            chosen.put(column.name(), code);
        }
        var sort = text(request, "sort");
        if (!sort.isEmpty() && listing.column(sort).isEmpty()) throw new Malformed("error.value", "sort");
        var format = text(request, "format");
        if (!format.matches("|csv|xlsx|pdf|json")) throw new Malformed("error.value", "format");
        boolean whole =
                listing.undivided() || !format.isEmpty() || text(request, "all").equals("true");
        return new Asked(
                text(request, "q"),
                chosen,
                sort,
                text(request, "down").equals("true"),
                page(text(request, "page")),
                whole,
                format);
    }

    private static String text(HttpServletRequest request, String name) {
        var given = request.getParameter(name);
        return given == null ? "" : given.strip();
    }

    private static int page(String given) {
        if (given.isEmpty()) return 1;
        if (!given.matches("[1-9]\\d{0,3}") || Integer.parseInt(given) > LAST_PAGE)
            throw new Malformed("error.value", "page");
        return Integer.parseInt(given);
    }

    public boolean isFiltered() {
        return !q.isEmpty() || !chosen.isEmpty();
    }

    public Asked sortedBy(String column) {
        return new Asked(q, chosen, column, column.equals(sort) && !down, 1, whole, format);
    }

    public Asked onPage(int number) {
        return new Asked(q, chosen, sort, down, number, whole, format);
    }

    public Asked all() {
        return new Asked(q, chosen, sort, down, 1, true, "");
    }

    public Asked as(String file) {
        return new Asked(q, chosen, sort, down, 1, true, file);
    }

    /** The address with the same search, choices, sorting and page. */
    public String address(String path) {
        var fields = new LinkedHashMap<String, String>();
        if (!q.isEmpty()) fields.put("q", q);
        fields.putAll(chosen);
        if (!sort.isEmpty()) fields.put("sort", sort);
        if (down) fields.put("down", "true");
        if (page > 1) fields.put("page", String.valueOf(page));
        if (!format.isEmpty()) fields.put("format", format);
        else if (whole) fields.put("all", "true");
        var query = new StringBuilder();
        fields.forEach((name, value) -> query.append(query.isEmpty() ? '?' : '&')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return path + query;
    }
}
