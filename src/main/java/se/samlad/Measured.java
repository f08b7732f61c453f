package se.samlad;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * What is measured, on a port of its own that only this machine reaches: {@code /metrics} in Prometheus' text form,
 * {@code /alive} and {@code /ready}. Nothing is gathered where no port is given.
 */
@Component
public final class Measured implements SmartLifecycle {

    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";
    private static final int BACKLOG = 16;
    private final int port;
    private final List<MeterBinder> meters;
    private final Health health;
    private @Nullable Serving serving;

    /** What runs while the port is open. */
    private record Serving(HttpServer server, PrometheusMeterRegistry registry, JvmGcMetrics collections) {}

    /** @param port 0: any that is free; below: none */
    Measured(@Value("${samlad.metrics.port:-1}") int port, List<MeterBinder> meters, Health health) {
        this.port = port;
        this.meters = List.copyOf(meters);
        this.health = health;
    }

    @Override
    public void start() {
        if (port < 0) return;
        var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        var collections = new JvmGcMetrics();
        for (var binder : List.of(new JvmMemoryMetrics(), new JvmThreadMetrics(), new ProcessorMetrics(), collections))
            binder.bindTo(registry);
        meters.forEach(binder -> binder.bindTo(registry));
        Metrics.addRegistry(registry);
        serving = new Serving(listen(registry), registry, collections);
    }

    private HttpServer listen(PrometheusMeterRegistry registry) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            answer(server, "/metrics", () -> true, PROMETHEUS, registry::scrape);
            answer(server, "/alive", () -> true, "text/plain", () -> "alive\n");
            answer(server, "/ready", health::isReady, "text/plain", () -> health.isReady() ? "ready\n" : "not ready\n");
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("--metrics-port " + port + " can't be opened: " + e.getMessage(), e);
        }
    }

    private static void answer(
            HttpServer server, String path, BooleanSupplier well, String type, Supplier<String> text) {
        server.createContext(path, asked -> {
            try (asked) {
                if (asked.getRequestURI().getPath().equals(path))
                    send(asked, well.getAsBoolean() ? 200 : 503, type, text.get());
                else asked.sendResponseHeaders(404, -1);
            }
        });
    }

    private static void send(HttpExchange asked, int status, String type, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        asked.getResponseHeaders().set("Content-Type", type);
        asked.sendResponseHeaders(status, bytes.length);
        asked.getResponseBody().write(bytes);
    }

    /** The port that was opened. @throws IllegalStateException where none is */
    public int port() {
        if (serving == null) throw new IllegalStateException("nothing is measured");
        return serving.server().getAddress().getPort();
    }

    @Override
    public void stop() {
        if (serving == null) return;
        serving.server().stop(0);
        Metrics.removeRegistry(serving.registry());
        serving.collections().close();
        serving.registry().close();
        serving = null;
    }

    @Override
    public boolean isRunning() {
        return serving != null;
    }
}
