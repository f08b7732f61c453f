package se.samlad.reach;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The numbers and addresses of persons, which they give themselves and can take back. They are in no journal and no log.
 * Channels use them to reach who holds a function; people see them only where they call out.
 */
@Component
public class Personal {

    /** Whom a call to a function reaches now. */
    public interface Holders {
        /** Accounts of people. @param function as {@code actor/name} */
        List<String> of(String function);
    }

    private final JdbcClient database;

    Personal(JdbcClient database) {
        this.database = database;
    }

    /** @param address as it is kept; null: none any more */
    void save(String account, Way way, @Nullable String address) {
        if (address == null)
            database.sql("delete from personal_path where account = ? and way = ?")
                    .params(account, way.name())
                    .update();
        else
            database.sql("insert into personal_path (account, way, address) values (?, ?, ?)"
                            + " on conflict (account, way) do update set address = excluded.address")
                    .params(account, way.name(), address)
                    .update();
    }

    public Map<Way, String> of(String account) {
        record Row(Way way, String address) {}
        return database
                .sql("select way, address from personal_path where account = ?")
                .param(account)
                .query((row, n) -> new Row(Way.valueOf(row.getString(1)), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Row::way, Row::address));
    }

    /** The addresses of a way that the accounts have. */
    public List<String> of(Collection<String> accounts, Way way) {
        if (accounts.isEmpty()) return List.of();
        return database.sql("select address from personal_path where way = ?"
                        + " and account = any(string_to_array(?, chr(10))) order by account")
                .params(way.name(), String.join("\n", accounts))
                .query((row, n) -> row.getString(1))
                .list();
    }

    /** The ways that each of the accounts has an address for. */
    Map<String, Set<Way>> ways(Collection<String> accounts) {
        record Row(String account, Way way) {}
        if (accounts.isEmpty()) return Map.of();
        return database
                .sql("select account, way from personal_path where account = any(string_to_array(?, chr(10)))")
                .param(String.join("\n", accounts))
                .query((row, n) -> new Row(row.getString(1), Way.valueOf(row.getString(2))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Row::account, Collectors.mapping(Row::way, Collectors.toSet())));
    }
}
