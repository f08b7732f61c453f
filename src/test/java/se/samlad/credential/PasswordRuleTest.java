package se.samlad.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Long, and not what others guess; of what characters is nobody's business. */
class PasswordRuleTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fyra hästar på en äng",
                "correct horse battery",
                "ååååååååååäö",
                "🐎🐎🐄🐄🐖🐖🐑🐑🐓🐓🦆🦆",
                "Tr0ub4dor&3xyz"
            })
    void longAndOfOnesOwnIsTaken(String password) {
        assertThat(PasswordRule.of(password, "Anna Åberg", "anna@taby.example")).isEqualTo(password);
    }

    @ParameterizedTest
    @CsvSource({
        "elva tecken, password.short",
        "'', password.short",
        "123456789012, password.common",
        "passwordpassword, password.common",
        "aaaaaaaaaaaa, password.common",
        "abcabcabcabcabc, password.common",
        "qwertyuiop123, password.common",
        "samlad2026!!, password.own",
        "Anna.Aberg.Taby, password.own"
    })
    void shortCommonOrGuessedIsRefused(String password, String why) {
        assertThatThrownBy(() -> PasswordRule.of(password, "Anna Aberg", "anna@taby.example"))
                .hasMessage(why);
    }

    @Test
    void aHundredKilobytesAreNotHashed() {
        assertThatThrownBy(() -> PasswordRule.of("x y".repeat(40_000))).hasMessage("password.long");
    }
}
