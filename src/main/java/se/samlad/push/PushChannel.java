package se.samlad.push;

import com.zerodeplibs.webpush.PushSubscription;
import com.zerodeplibs.webpush.VAPIDKeyPair;
import com.zerodeplibs.webpush.httpclient.StandardHttpClientRequestPreparer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import se.samlad.push.PushDevices.Device;
import se.samlad.reach.Channel;
import se.samlad.reach.Smtp;
import se.samlad.reach.Way;
import tools.jackson.databind.json.JsonMapper;

/** Notices to browsers, encrypted for each so that the service in between reads nothing (RFC 8291). */
@Component
class PushChannel implements Channel {

    private static final Logger LOG = LoggerFactory.getLogger(PushChannel.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MINUTES = 30;
    private static final int HOURS = 2;
    private static final int GONE = 410;
    private static final int NOT_THERE = 404;
    private static final int NOT_SO = 400;
    private static final int TOO_LARGE = 413;

    private final PushDevices devices;
    private final Smtp smtp;
    private final JsonMapper json;
    private final Path file;
    private @Nullable VAPIDKeyPair keys;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    PushChannel(PushDevices devices, Smtp smtp, JsonMapper json, @Value("${samlad.data:data}") String data) {
        this.devices = devices;
        this.smtp = smtp;
        this.json = json;
        this.file = Path.of(data.isEmpty() ? "data" : data).resolve("push.key");
    }

    /** Made when it is first asked for. */
    private synchronized VAPIDKeyPair keys() {
        var known = keys == null ? PushKey.at(file) : keys;
        keys = known;
        return known;
    }

    /** What browsers subscribe with, in base64url. */
    String publicKey() {
        return keys().extractPublicKeyInUncompressedFormAsString();
    }

    @Override
    public Way way() {
        return Way.PUSH;
    }

    /** The services want to know whose notices these are. */
    @Override
    public boolean isSetUp() {
        return smtp.url().isPresent();
    }

    @Override
    public Map<String, List<String>> devices(Collection<String> accounts) {
        return devices.ids(accounts);
    }

    @Override
    public Handed send(Notice notice, String address) {
        var device = devices.find(address).orElse(null);
        if (device == null) return Handed.NO_PATH;
        if (!devices.isAllowed(device.endpoint())) return Handed.FAILED;
        try {
            var answer = http.send(request(notice, device), HttpResponse.BodyHandlers.ofInputStream());
            answer.body().close(); // it is not needed, and may be anything
            return handed(answer.statusCode(), device);
        } catch (IOException e) {
            LOG.warn("a notice can't be handed over: {}", e.getClass().getSimpleName());
            return Handed.DOWN;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Handed.DOWN;
        }
    }

    private Handed handed(int status, Device device) {
        if (status / 100 == 2) return Handed.HANDED_OVER;
        LOG.warn("a notice was not taken: {}", status);
        if (status == GONE || status == NOT_THERE) devices.remove(device.id());
        boolean ofTheDevice = status == GONE || status == NOT_THERE || status == NOT_SO || status == TOO_LARGE;
        return ofTheDevice ? Handed.FAILED : Handed.DOWN;
    }

    private HttpRequest request(Notice notice, Device device) {
        var said = new HashMap<String, String>();
        said.put("key", notice.key().toString());
        said.put("title", notice.title());
        said.put("text", notice.text());
        if (notice.link() != null) said.put("link", notice.link());
        var to = new PushSubscription();
        var secrets = new PushSubscription.Keys();
        secrets.setP256dh(device.p256dh());
        secrets.setAuth(device.auth());
        to.setEndpoint(device.endpoint());
        to.setKeys(secrets);
        return StandardHttpClientRequestPreparer.getBuilder()
                .pushSubscription(to)
                .vapidJWTExpiresAfter(HOURS, TimeUnit.HOURS)
                .vapidJWTSubject(smtp.url().orElse(""))
                .pushMessage(json.writeValueAsString(said).getBytes(StandardCharsets.UTF_8))
                .ttl(MINUTES, TimeUnit.MINUTES)
                .urgencyHigh()
                .build(keys())
                .toRequestBuilder()
                .timeout(PATIENCE)
                .build();
    }
}
