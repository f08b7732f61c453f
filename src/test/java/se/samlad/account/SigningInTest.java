package se.samlad.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Guessing is slowed down by address, and nobody is locked out of an account by others' attempts. */
class SigningInTest {

    private final Standing clock = new Standing();
    private final SigningIn signingIn = new SigningIn(new Guesses(clock));

    private static MockHttpServletRequest request(String address, String account) {
        var request = new MockHttpServletRequest("POST", "/sign-in");
        request.setRemoteAddr(address);
        request.addParameter("account", account);
        return request;
    }

    /** Whether the password would be checked. */
    private boolean mayTry(MockHttpServletRequest request) throws Exception {
        var further = new MockFilterChain();
        var response = new MockHttpServletResponse();
        signingIn.doFilter(request, response, further);
        boolean let = further.getRequest() != null;
        assertThat(response.getForwardedUrl()).isEqualTo(let ? null : SigningIn.WAIT);
        assertThat(response.getHeader("Retry-After") == null).isEqualTo(let);
        return let;
    }

    private boolean mayTry(String address, String account) throws Exception {
        return mayTry(request(address, account));
    }

    private void failTenTimes(String address, String account) throws Exception {
        for (int i = 0; i < 10; i++) assertThat(mayTry(address, account)).isTrue();
        assertThat(mayTry(address, account)).isFalse();
    }

    @Test
    void theEleventhMistakeInARowWaits() throws Exception {
        failTenTimes("192.0.2.1", "lst.tib");
        clock.nanos += Duration.ofSeconds(6).toNanos();
        assertThat(mayTry("192.0.2.1", "lst.tib")).isTrue();
        assertThat(mayTry("192.0.2.1", "lst.tib")).isFalse();
    }

    @Test
    void itsOwnerIsNotLockedOutElsewhere() throws Exception {
        failTenTimes("192.0.2.1", "lst.tib");
        assertThat(mayTry("192.0.2.2", "lst.tib")).isTrue();
    }

    @Test
    void anotherAccountMayStillBeSignedInToFromThere() throws Exception {
        failTenTimes("192.0.2.1", "lst.tib");
        assertThat(mayTry("192.0.2.1", "rsib")).isTrue();
    }

    @Test
    void manyAccountsFromOneAddressAreGuessingToo() throws Exception {
        for (int i = 0; i < 60; i++)
            assertThat(mayTry("192.0.2.1", "account" + i)).isTrue();
        assertThat(mayTry("192.0.2.1", "another")).isFalse();
        assertThat(mayTry("192.0.2.2", "another")).isTrue();
    }

    @Test
    void theNameIsTheSameHoweverItIsWritten() throws Exception {
        failTenTimes("192.0.2.1", "lst.tib");
        assertThat(mayTry("192.0.2.1", " LST.tib ")).isFalse();
    }

    @Test
    void whatWorksIsNoMistake() throws Exception {
        for (int i = 0; i < 100; i++) {
            var request = request("192.0.2.1", "lst.tib");
            assertThat(mayTry(request)).isTrue();
            signingIn.succeeded(request);
        }
    }

    @Test
    void nothingElseIsCounted() throws Exception {
        for (int i = 0; i < 100; i++) {
            var further = new MockFilterChain();
            signingIn.doFilter(new MockHttpServletRequest("GET", "/sign-in"), new MockHttpServletResponse(), further);
            assertThat(further.getRequest()).isNotNull();
        }
    }

    private static final class Standing implements TimeMeter {
        private long nanos;

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
