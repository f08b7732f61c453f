package se.samlad.oidc;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;

/** How Samlad asks an organisation's sign-in: for a short time, for a small answer, and nowhere that it is sent on to. */
final class Wire {

    private static final int LARGEST = 256 * 1024;
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(10);

    /** Refuses an answer that is too large. */
    static final ClientHttpRequestInterceptor BOUNDED = (request, body, on) -> Small.of(on.execute(request, body));

    private Wire() {}

    static JdkClientHttpRequestFactory requests() {
        var client = HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        var requests = new JdkClientHttpRequestFactory(client);
        requests.setReadTimeout(ANSWER);
        return requests;
    }

    private record Small(ClientHttpResponse answer, byte[] body) implements ClientHttpResponse {

        static Small of(ClientHttpResponse answer) throws IOException {
            var body = answer.getBody().readNBytes(LARGEST + 1);
            if (body.length <= LARGEST) return new Small(answer, body);
            answer.close();
            throw new IOException("the answer is too large");
        }

        @Override
        public HttpStatusCode getStatusCode() throws IOException {
            return answer.getStatusCode();
        }

        @Override
        public String getStatusText() throws IOException {
            return answer.getStatusText();
        }

        @Override
        public HttpHeaders getHeaders() {
            return answer.getHeaders();
        }

        @Override
        public InputStream getBody() {
            return new ByteArrayInputStream(body);
        }

        @Override
        public void close() {
            answer.close();
        }
    }
}
