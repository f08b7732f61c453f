package se.samlad.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sigstore.merkle.InclusionProofVerificationException;
import dev.sigstore.merkle.InclusionProofVerifier;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Proofs of the stored tree, checked by the published vectors and by another's verifier (RFC 9162 §2.1). */
class TreeTest {

    /** More than one stored hash of the second level, so that every kind of range is read. */
    private static final int MANY = 70_001;

    @SuppressWarnings("NullAway.Init")
    private static TestJournal test;

    @SuppressWarnings("NullAway.Init")
    private static Tree tree;

    private static final List<byte[]> ROOTS = new ArrayList<>();

    @BeforeContainer
    static void open() {
        test = TestJournal.fresh();
        test.tamper(leaves("sha256(('leaf ' || n)::bytea)", "generate_series(1, " + MANY + ") n"));
        tree = tree(test.database());
        tree.settle();
        var growing = new Merkle();
        ROOTS.add(growing.root());
        for (int n = 1; n <= MANY; n++) {
            growing.append(Leaf.sha256(("leaf " + n).getBytes(StandardCharsets.UTF_8)));
            ROOTS.add(growing.root());
        }
    }

    private static Tree tree(DataSource database) {
        return new Tree(database, new Tiles(database), UUID.randomUUID());
    }

    /** Entries of which nothing counts here but position and leaf. */
    private static String leaves(String leaf, String from) {
        return "insert into entry select n, gen_random_uuid(), '" + new UUID(0, 1) + "', n, gen_random_uuid(),"
                + " gen_random_uuid(), 'note.written.1', 'a', 'b', 'c', now(), now(), '{members}', null, null, null,"
                + " '\\x00', '{}', " + leaf + " from " + from;
    }

    @AfterContainer
    static void close() {
        test.close();
    }

    @Property(tries = 200, seed = "20261121")
    void everyRootIsTheOneThatGrew(@ForAll @LongRange(min = 0, max = MANY) long size) {
        assertThat(tree.root(size)).isEqualTo(ROOTS.get((int) size));
    }

    @Property(tries = 300, seed = "20261121")
    void anotherVerifierAcceptsThatAnEntryIsAmongThem(
            @ForAll @LongRange(min = 1, max = MANY) long size, @ForAll @LongRange(min = 0, max = MANY) long at) {
        long index = at % size;
        var path = tree.inclusion(index, size);
        byte[] leaf = tree.leaf(index + 1);
        byte[] root = ROOTS.get((int) size);
        assertThatCode(() -> InclusionProofVerifier.verify(leaf, index, size, path, root))
                .doesNotThrowAnyException();
        byte[] other = leaf.clone();
        other[0] ^= 1;
        assertThatThrownBy(() -> InclusionProofVerifier.verify(other, index, size, path, root))
                .isInstanceOf(InclusionProofVerificationException.class);
    }

    @Property(tries = 300, seed = "20261121")
    void thatNothingWasChangedSinceIsProved(
            @ForAll @LongRange(min = 1, max = MANY) long one, @ForAll @LongRange(min = 1, max = MANY) long other) {
        long from = Math.min(one, other);
        long to = Math.max(one, other);
        var path = tree.consistency(from, to);
        assertThat(follows(from, to, path, ROOTS.get((int) from), ROOTS.get((int) to)))
                .isTrue();
        byte[] wrong = ROOTS.get((int) from).clone();
        wrong[31] ^= 1;
        assertThat(follows(from, to, path, wrong, ROOTS.get((int) to))).isFalse();
    }

    /** RFC 9162 §2.1.4.2, step by step. */
    private static boolean follows(long first, long second, List<byte[]> proof, byte[] firstRoot, byte[] secondRoot) {
        if (first == second) return proof.isEmpty() && Arrays.equals(firstRoot, secondRoot);
        var path = new ArrayList<>(proof);
        if (Long.bitCount(first) == 1) path.addFirst(firstRoot);
        long fn = first - 1;
        long sn = second - 1;
        while ((fn & 1) == 1) {
            fn >>= 1;
            sn >>= 1;
        }
        byte[] fr = path.getFirst();
        byte[] sr = fr;
        for (byte[] c : path.subList(1, path.size())) {
            if (sn == 0) return false;
            if ((fn & 1) == 1 || fn == sn) {
                fr = InclusionProofVerifier.hashChildren(c, fr);
                sr = InclusionProofVerifier.hashChildren(c, sr);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                sr = InclusionProofVerifier.hashChildren(sr, c);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && Arrays.equals(fr, firstRoot) && Arrays.equals(sr, secondRoot);
    }

    @Example
    void aProofReadsAFewRangesAndNoHistory() {
        var asked = new AtomicInteger();
        var counting = tree(counted(test.database(), asked));
        for (long index : new long[] {0, 255, 256, 65_535, 65_536, 65_800, MANY - 1}) {
            asked.set(0);
            counting.inclusion(index, MANY);
            assertThat(asked.get()).isBetween(1, 2 * (Merkle.LEVELS + 1));
            asked.set(0);
            counting.consistency(index + 1, MANY);
            assertThat(asked.get()).isLessThanOrEqualTo(2 * (Merkle.LEVELS + 1));
        }
    }

    private static DataSource counted(DataSource database, AtomicInteger asked) {
        return proxy(
                DataSource.class,
                database,
                "getConnection",
                connection -> proxy(Connection.class, connection, "prepareStatement", statement -> {
                    asked.incrementAndGet();
                    return statement;
                }));
    }

    private static <T> T proxy(Class<T> type, Object of, String method, java.util.function.UnaryOperator<Object> then) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, called, args) -> {
            var answer = called.invoke(of, args);
            return called.getName().equals(method) ? then.apply(answer) : answer;
        }));
    }

    @Example
    void whatIsNotStoredYetIsMadeOfWhatIsBelow() {
        try (var other = TestJournal.fresh()) {
            other.tamper(leaves("sha256(('leaf ' || n)::bytea)", "generate_series(1, 1000) n"));
            var unsettled = tree(other.database());
            assertThat(unsettled.root(1000)).isEqualTo(ROOTS.get(1000));
            unsettled.settle();
            assertThat(unsettled.root(1000)).isEqualTo(ROOTS.get(1000));
            assertThat(other.ask("select count(*) from tree_tile", Long.class)).isEqualTo(3);
            other.tamper("delete from tree_tile where index = 1");
            assertThat(unsettled.root(1000)).isEqualTo(ROOTS.get(1000));
        }
    }

    @Example
    void theApplicationCanNeitherChangeNorTakeAwayWhatIsStored() throws SQLException {
        for (var sql : List.of("update tree_tile set hash = '\\x00'", "delete from tree_tile", "truncate tree_tile")) {
            try (var connection = test.database().getConnection();
                    var statement = connection.createStatement()) {
                assertThatThrownBy(() -> statement.execute(sql)).hasMessageContaining("permission denied");
            }
        }
    }

    @Example
    void whatThereIsNotIsNotProved() {
        assertThatThrownBy(() -> tree.inclusion(5, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.inclusion(-1, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.inclusion(0, MANY + 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.consistency(0, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.consistency(6, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.consistency(5, MANY + 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.root(MANY + 1)).isInstanceOf(IllegalArgumentException.class);
    }

    /** The eight leaves of Certificate Transparency's own tests. */
    private static final List<String> INPUTS =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    @Example
    void thePublishedVectorsAreMet() throws IOException {
        try (var other = TestJournal.fresh()) {
            for (int i = 0; i < INPUTS.size(); i++) {
                byte[] input = HexFormat.of().parseHex(INPUTS.get(i));
                var leaf = HexFormat.of().formatHex(Leaf.sha256(new byte[] {0}, input));
                other.tamper(leaves("'\\x" + leaf + "'", "generate_series(" + (i + 1) + ", " + (i + 1) + ") n"));
            }
            var small = tree(other.database());
            for (int n = 0; n < 5; n++) {
                meets(small, vector("inclusion-" + n), vector("consistency-" + n));
            }
        }
    }

    private static void meets(Tree small, JsonNode in, JsonNode since) {
        if (in.get("treeSize").asLong() > 0) {
            long index = in.get("leafIdx").asLong();
            long size = in.get("treeSize").asLong();
            assertThat(small.leaf(index + 1)).isEqualTo(bytes(in.get("leafHash")));
            assertThat(small.root(size)).isEqualTo(bytes(in.get("root")));
            assertThat(small.inclusion(index, size)).containsExactlyElementsOf(proof(in));
        }
        if (since.get("size1").asLong() == 0) return;
        long from = since.get("size1").asLong();
        long to = since.get("size2").asLong();
        assertThat(small.root(from)).isEqualTo(bytes(since.get("root1")));
        assertThat(small.root(to)).isEqualTo(bytes(since.get("root2")));
        assertThat(small.consistency(from, to)).containsExactlyElementsOf(proof(since));
    }

    private static JsonNode vector(String name) throws IOException {
        try (var file = TreeTest.class.getResourceAsStream("/merkle/" + name + ".json")) {
            return new JsonMapper().readTree(file);
        }
    }

    private static byte[] bytes(JsonNode base64) {
        return Base64.getDecoder().decode(base64.asString());
    }

    private static List<byte[]> proof(JsonNode vector) {
        var hashes = new ArrayList<byte[]>();
        var proof = vector.get("proof");
        if (proof != null && !proof.isNull()) proof.forEach(hash -> hashes.add(bytes(hash)));
        return hashes;
    }
}
