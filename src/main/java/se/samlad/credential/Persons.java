package se.samlad.credential;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import se.samlad.journal.Refused;
import se.samlad.web.Letters;

/** The people behind accounts: names and addresses, which can be erased. */
@Service
public class Persons {

    /** The start of the names of programs' accounts. */
    public static final String PROGRAM = "program-";
    /** The start of the names of accounts that people act by who were let in by a colleague. */
    public static final String LET_IN = "v-";

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ADDRESS = 254;
    /** One sign @, no spaces and nothing that a mail header could take for more than an address. */
    private static final Pattern ADDRESS = Pattern.compile(
            "[^\\s\\p{Cntrl}\\p{Cf}@<>(),;:\"\\[\\]\\\\]{1,64}@[\\p{L}\\p{N}.-]+\\.[\\p{L}\\p{N}-]{2,}");

    /** Bidirectional controls, which would show a name as another one. */
    private static final Pattern TURNS =
            Pattern.compile("[\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\p{Cntrl}]");

    /** @param address null: none */
    public record Person(
            String account, String name, @Nullable String address, Instant since) {}

    private final JdbcClient database;

    Persons(JdbcClient database) {
        this.database = database;
    }

    /** A fresh account's name, which tells nothing of the person. */
    public static String newAccount() {
        byte[] random = new byte[8];
        ThreadLocalRandom.current().nextBytes(random);
        return "p-" + HexFormat.of().formatHex(random);
    }

    /** Whether a person signs in by the account: no program does, and nobody whom a colleague has let in. */
    public static boolean isOwn(String account) {
        return !account.startsWith(PROGRAM) && !account.startsWith(LET_IN);
    }

    /**
     * A name as it is typed, in one line.
     *
     * @throws Refused person.name, person.name-long, person.name-turns, naming the field {@code name}
     */
    public static String name(@Nullable String typed) {
        if (typed == null || Letters.isEmpty(typed)) throw new Refused("person.name").at("name");
        if (TURNS.matcher(typed).find()) throw new Refused("person.name-turns").at("name");
        var name = Letters.composed(typed).replaceAll("\\s+", " ").strip();
        if (name.length() > LONGEST_NAME) throw new Refused("person.name-long", LONGEST_NAME).at("name");
        return name;
    }

    /**
     * An e-mail address as it is typed; null where none is.
     *
     * @throws Refused person.address, naming the field {@code address}
     */
    public static @Nullable String address(@Nullable String typed) {
        if (typed == null || Letters.isEmpty(typed)) return null;
        var address = typed.strip();
        if (address.length() > LONGEST_ADDRESS || !ADDRESS.matcher(address).matches())
            throw new Refused("person.address").at("address");
        return address;
    }

    /** @throws Refused person.address-taken, where another account has the address */
    public void save(String account, String name, @Nullable String address) {
        try {
            database.sql("insert into person (account, name, address) values (:account, :name, :address)"
                            + " on conflict (account) do update set name = :name, address = :address")
                    .param("account", account)
                    .param("name", name)
                    .param("address", address)
                    .update();
        } catch (DuplicateKeyException e) {
            throw new Refused("person.address-taken").at("address");
        }
    }

    /**
     * Erases the person's name and address, and what its organisation calls it. What the account recorded stays, under the
     * account's name only.
     */
    public void forget(String account) {
        database.sql("delete from own_sign_in where account = ?").param(account).update();
        database.sql("delete from push_device where account = ?").param(account).update();
        database.sql("delete from calendar_source where account = ?")
                .param(account)
                .update();
        database.sql("delete from personal_path where account = ?")
                .param(account)
                .update();
        database.sql("delete from person where account = ?").param(account).update();
    }

    public Optional<Person> find(String account) {
        return Optional.ofNullable(of(List.of(account)).get(account));
    }

    /** The person's name; the account's where it has none. */
    public String nameOf(String account) {
        return find(account).map(Person::name).orElse(account);
    }

    /** By account; those that have no person are left out. */
    public Map<String, Person> of(Collection<String> accounts) {
        var all = new HashMap<String, Person>();
        if (accounts.isEmpty()) return all;
        database.sql(
                        "select account, name, address, created_at from person where account = any(string_to_array(?, chr(10)))")
                .param(String.join("\n", accounts))
                .query((row, n) -> new Person(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, OffsetDateTime.class).toInstant()))
                .list()
                .forEach(person -> all.put(person.account(), person));
        return all;
    }

    /** The account that has the address; empty: none. */
    public Optional<String> ofAddress(String address) {
        return database.sql("select account from person where lower(address) = ?")
                .param(address.strip().toLowerCase(Locale.ROOT))
                .query((row, n) -> row.getString(1))
                .optional();
    }
}
