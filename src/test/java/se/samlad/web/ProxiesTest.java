package se.samlad.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Whose word about the client counts. */
class ProxiesTest {

    private static final List<Proxies.Range> TRUSTED = Proxies.ranges("10.0.0.0/8, ::1,192.0.2.7");

    @Test
    void aClientIsWhoTheLastTrustedProxySaysItIs() {
        assertThat(from("10.1.2.3", "203.0.113.9")).isEqualTo("203.0.113.9");
        assertThat(from("10.1.2.3", "203.0.113.9, 10.9.9.9")).isEqualTo("203.0.113.9");
        assertThat(from("::1", "2001:db8::5")).isEqualTo(from("0:0:0:0:0:0:0:1", "[2001:db8::5]:443"));
        assertThat(from("192.0.2.7", "203.0.113.9:51000")).isEqualTo("203.0.113.9");
    }

    @Test
    void aClientCanNotWriteAnotherBeforeItself() {
        assertThat(from("10.1.2.3", "127.0.0.1, 203.0.113.9")).isEqualTo("203.0.113.9");
        assertThat(Proxies.address(TRUSTED, "10.1.2.3", List.of("127.0.0.1", "203.0.113.9")))
                .isEqualTo("203.0.113.9");
    }

    @Test
    void nobodyIsTrustedWhoIsNotNamed() {
        assertThat(from("203.0.113.9", "127.0.0.1")).isEqualTo("203.0.113.9");
        assertThat(Proxies.address(Proxies.ranges(""), "127.0.0.1", List.of("203.0.113.9")))
                .isEqualTo("127.0.0.1");
        assertThat(from("192.0.2.8", "127.0.0.1")).isEqualTo("192.0.2.8");
    }

    @Test
    void whatIsNoAddressEndsTheWay() {
        assertThat(from("10.1.2.3", "203.0.113.9, unknown")).isEqualTo("10.1.2.3");
        assertThat(from("10.1.2.3", "")).isEqualTo("10.1.2.3");
    }

    @Test
    void aMistakenSettingIsNamed() {
        for (var wrong : List.of("10.0.0.0/33", "proxy.example", "10.0.0.0/x"))
            assertThatThrownBy(() -> Proxies.ranges(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(wrong);
    }

    @Property(tries = 300)
    void whatAStrangerWritesChangesNothing(@ForAll List<String> headers) {
        assertThat(Proxies.address(TRUSTED, "203.0.113.9", headers)).isEqualTo("203.0.113.9");
    }

    @Property(tries = 300)
    void whatStandsBeforeTheClientChangesNothing(@ForAll List<String> headers) {
        var all = new java.util.ArrayList<>(headers);
        all.add("203.0.113.9");
        assertThat(Proxies.address(TRUSTED, "10.1.2.3", all)).isEqualTo("203.0.113.9");
    }

    private static String from(String remote, String forwarded) {
        return Proxies.address(TRUSTED, remote, List.of(forwarded));
    }
}
