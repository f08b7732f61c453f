package se.samlad.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Selects entries for {@link Journal#list}.
 *
 * @param stream null: all streams
 * @param kinds stored names of facts; empty: all
 * @param after exclusive; 0: from the first
 * @param before exclusive; 0: until the last
 */
public record Pick(@Nullable UUID stream, List<String> kinds, long after, long before, boolean newestFirst, int limit) {

    public static Pick newest(UUID stream, long before, int limit) {
        return new Pick(stream, List.of(), 0, before, true, limit);
    }

    public static Pick after(@Nullable UUID stream, long position, int limit) {
        return new Pick(stream, List.of(), position, 0, false, limit);
    }

    public Pick only(List<String> kinds) {
        return new Pick(stream, kinds, after, before, newestFirst, limit);
    }

    /** @param last the last position to read; @param held the labels of which an entry must have one */
    Rows.Where where(long last, List<String> held) {
        var sql = new StringBuilder("labels && ?");
        var values = new ArrayList<Object>(List.of(held));
        var between = new Rows.Between(stream, after, before > 0 ? Math.min(before - 1, last) : last);
        sql.append(" and ").append(between.sql());
        values.addAll(between.values());
        if (!kinds.isEmpty()) {
            sql.append(" and kind = any(?)");
            values.add(kinds);
        }
        sql.append(newestFirst ? between.newestFirst() : between.inOrder());
        sql.append(" limit ").append(limit);
        return kinds.isEmpty()
                ? Rows.Where.inOrder(sql.toString(), values.toArray())
                : Rows.Where.of(
                        sql.toString(),
                        values.toArray()); // in the order of the index a rare kind would be searched for in everything
    }
}
