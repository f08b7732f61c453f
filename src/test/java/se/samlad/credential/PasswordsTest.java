package se.samlad.credential;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Argon2id hashes in their standard notation. */
class PasswordsTest {

    private final Passwords passwords = new Passwords();

    @Test
    void aPasswordIsKnownAgainAndAnotherIsNot() {
        var kept = passwords.encode("blåbär");
        assertThat(kept).startsWith("$argon2id$v=19$m=16384,t=2,p=1$");
        assertThat(passwords.matches("blåbär", kept)).isTrue();
        assertThat(passwords.matches("blabar", kept)).isFalse();
        assertThat(passwords.encode("blåbär")).isNotEqualTo(kept);
    }

    @Test
    void whatAnotherProgramKeptIsKnownToo() {
        var kept = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8().encode("blåbär");
        assertThat(passwords.matches("blåbär", kept)).isTrue();
        assertThat(passwords.matches("x", kept)).isFalse();
    }
}
