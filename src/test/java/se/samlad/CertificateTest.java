package se.samlad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.samlad.scenes.Pair;

/** A pair that no browser would take is refused at the start, by a line that says which file to mend. */
class CertificateTest {

    @TempDir
    static Path folder;

    private static Pair one;
    private static Pair another;

    @BeforeAll
    static void make() throws Exception {
        one = Pair.made(folder, "-validity", "5");
        another = Pair.made(folder, "-validity", "5");
        one.certificateIn(folder.resolve("cert"));
        one.keyIn(folder.resolve("key"));
        another.keyIn(folder.resolve("anothers"));
        Files.writeString(folder.resolve("words"), "nothing of the kind");
    }

    private static void refused(String cert, String key, Instant now, String why) {
        assertThatThrownBy(() -> Certificate.read(folder.resolve(cert), folder.resolve(key), now))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(why.replace("@", folder + "/"));
    }

    @Test
    void aPairThatBelongsTogetherIsRead() {
        assertThat(Certificate.read(folder.resolve("cert"), folder.resolve("key"), Instant.now())
                        .chain())
                .containsExactly(one.certificate());
    }

    @Test
    void aMistakeSaysWhichFileToMend() {
        var now = Instant.now();
        refused("none", "key", now, "there is no certificate @none");
        refused("cert", "none", now, "there is no key @none");
        refused("words", "key", now, "there is no certificate in @words (PEM: BEGIN CERTIFICATE)");
        refused("key", "key", now, "there is no certificate in @key (PEM: BEGIN CERTIFICATE)");
        refused(
                "cert",
                "cert",
                now,
                "there is no key in @cert that can be read (PEM: BEGIN PRIVATE KEY, without a password)");
        refused("cert", "anothers", now, "the key in @anothers does not belong to the first certificate in @cert");
    }

    @Test
    void aCertificateOutsideItsDaysIsRefused() {
        var ends = one.certificate().getNotAfter().toInstant();
        var begins = one.certificate().getNotBefore().toInstant();
        refused("cert", "key", ends.plus(Duration.ofHours(1)), "the certificate in @cert ended " + ends);
        refused(
                "cert",
                "key",
                begins.minus(Duration.ofHours(1)),
                "the certificate in @cert is not valid until " + begins);
    }

    @Test
    void aKeyThatAllCanReadIsNoticed() throws Exception {
        var key = folder.resolve("key");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(Certificate.isReadByAll(key)).isTrue();
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));
        assertThat(Certificate.isReadByAll(key)).isFalse();
    }
}
