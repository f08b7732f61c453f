package se.samlad.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The journal as a Merkle tree (RFC 9162 §2.1): roots and proofs of any size, made of few stored hashes. It has no gate, so
 * only callers who may know how much is recorded may be given its answers.
 */
public final class Tree {

    /** @param position from 1 */
    public record Place(long position, byte[] leaf) {}

    private final DataSource database;
    private final Tiles tiles;
    private final UUID origin;

    Tree(DataSource database, Tiles tiles, UUID origin) {
        this.database = database;
        this.tiles = tiles;
        this.origin = origin;
    }

    /** The name of this installation, which its own entries bear. */
    public UUID origin() {
        return origin;
    }

    /** How many entries there are. */
    public long size() {
        return read(connection -> {
            try (var rows = connection.createStatement().executeQuery("select max(position) from entry")) {
                rows.next();
                return rows.getLong(1);
            }
        });
    }

    public Optional<Place> find(UUID entry) {
        return read(connection -> {
            try (var query = connection.prepareStatement("select position, leaf from entry where id = ?")) {
                query.setObject(1, entry);
                try (var row = query.executeQuery()) {
                    return row.next() ? Optional.of(new Place(row.getLong(1), row.getBytes(2))) : Optional.empty();
                }
            }
        });
    }

    /** The leaf at the position. @throws IllegalArgumentException where there is none */
    public byte[] leaf(long position) {
        return read(connection -> new Reading(connection).node(0, position - 1));
    }

    /** The root over the first so many. @throws IllegalArgumentException where there are not so many */
    public byte[] root(long size) {
        if (size == 0) return new Merkle().root();
        return read(connection -> new Reading(connection).hash(0, size));
    }

    /**
     * That the entry is among the first so many (RFC 9162 §2.1.3.1): the hashes beside its way to the root, the nearest
     * first.
     *
     * @param index from 0
     * @throws IllegalArgumentException where there is no such entry among them
     */
    public List<byte[]> inclusion(long index, long size) {
        if (index < 0 || index >= size) throw new IllegalArgumentException("no entry of the tree");
        return read(connection -> {
            var reading = new Reading(connection);
            var path = new ArrayList<byte[]>();
            long from = 0;
            long to = size;
            while (to - from > 1) {
                long middle = from + half(to - from);
                path.addFirst(index < middle ? reading.hash(middle, to) : reading.hash(from, middle));
                if (index < middle) to = middle;
                else from = middle;
            }
            return path;
        });
    }

    /**
     * Proves that a tree begins with the entries of an earlier one (RFC 9162 §2.1.4.1). Empty where both have the same size.
     *
     * @throws IllegalArgumentException unless {@code 0 < from <= to} and there are so many
     */
    public List<byte[]> consistency(long from, long to) {
        if (from <= 0 || from > to) throw new IllegalArgumentException("sizes out of order");
        return read(connection -> {
            var reading = new Reading(connection);
            var path = new ArrayList<byte[]>();
            long begin = 0;
            long end = to;
            while (end != from) {
                long middle = begin + half(end - begin);
                path.addFirst(from <= middle ? reading.hash(middle, end) : reading.hash(begin, middle));
                if (from <= middle) end = middle;
                else begin = middle;
            }
            if (begin > 0) path.addFirst(reading.hash(begin, end));
            return path;
        });
    }

    /** The largest power of two below. */
    private static long half(long many) {
        return Long.highestOneBit(many - 1);
    }

    private interface Question<T> {
        T of(Connection connection) throws SQLException;
    }

    private <T> T read(Question<T> question) {
        try (var connection = database.getConnection()) {
            return question.of(connection);
        } catch (SQLException e) {
            throw new Unavailable("the tree can't be read", e);
        }
    }

    /** Reads the hashes that one proof needs. */
    private final class Reading {

        private record Range(long tile, List<byte[]> hashes) {}

        private final Connection connection;
        private final @Nullable Range[] last = new @Nullable Range[Merkle.LEVELS + 1];

        Reading(Connection connection) {
            this.connection = connection;
        }

        /** The root over a range of leaves. @param from a multiple of the largest power of two in {@code to - from}, exclusive end */
        byte[] hash(long from, long to) throws SQLException {
            long many = to - from;
            if (Long.bitCount(many) == 1) {
                int height = Long.numberOfTrailingZeros(many);
                return node(height, from >> height);
            }
            long middle = from + half(many);
            return Merkle.join(hash(from, middle), hash(middle, to));
        }

        /** The root of a full subtree. @param index from 0 among the subtrees of this height */
        byte[] node(int height, long index) throws SQLException {
            int level = Math.min(height / Merkle.TILE, Merkle.LEVELS);
            int above = height - level * Merkle.TILE;
            if (above > Merkle.TILE) return Merkle.join(node(height - 1, 2 * index), node(height - 1, 2 * index + 1));
            long first = index << above;
            var range = range(level, first / Tiles.WIDTH);
            int at = (int) (first % Tiles.WIDTH);
            int end = at + (1 << above);
            if (end <= range.size()) return Tiles.root(range.subList(at, end));
            if (level == 0) throw new IllegalArgumentException("there are not so many entries");
            // A hash that is not stored is made of the level below.
            return Merkle.join(node(height - 1, 2 * index), node(height - 1, 2 * index + 1));
        }

        /** A proof needs a range of a level again only right after it was read, so one range of each level is kept. */
        private List<byte[]> range(int level, long tile) throws SQLException {
            var known = last[level];
            if (known != null && known.tile() == tile) return known.hashes();
            var read = Tiles.hashes(connection, level, tile * Tiles.WIDTH, Tiles.WIDTH);
            last[level] = new Range(tile, read);
            return read;
        }
    }

    /** Stores what {@link Tiles} do not have yet. */
    public void settle() {
        try {
            tiles.fill();
        } catch (SQLException e) {
            throw new Unavailable("the tree can't be stored", e);
        }
    }
}
