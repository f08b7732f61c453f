package se.samlad;

import java.io.PrintStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import se.samlad.account.FirstAdministrator;
import se.samlad.database.ClusterFailed;
import se.samlad.journal.Journal;
import se.samlad.lapse.Lapses;
import se.samlad.reach.Channel;
import se.samlad.reach.Smtp;
import se.samlad.web.Proxies;

/** The command {@code samlad [--demo] [--port N] [--data DIR] [--db URL] [--address A] …}. */
final class Serve {

    private static final String HELP = """
            samlad [OPTIONS]            starts the server, with its own database under ./data
            samlad play FILE [--url U]  plays a scene through the public API of a running server
            samlad verify [OPTIONS]     recomputes the journal's proof
            samlad region check FILE    says what is wrong with a region's file
            samlad region export        prints the region as such a file
            samlad backup FOLDER        copies the data folder while it is written to
            samlad package [--out DIR]  makes one archive to install where there is no JDK (from the sources)

              --demo         fill an empty database with the region, demo accounts and prepared directions
              --port N       port to listen on (8080; SAMLAD_PORT)
              --address A    address to listen on (127.0.0.1; SAMLAD_ADDRESS); --demo takes loopback only
              --data DIR     where the database lies (./data; SAMLAD_DATA)
              --db URL       another PostgreSQL, as jdbc:postgresql://host/name?user=…&password=… (SAMLAD_DB)
              --duty-phone N number of the county's duty officer, shown to who signals from outside (SAMLAD_DUTY_PHONE); none: 112
              --tls-cert F   certificate with its chain, PEM (SAMLAD_TLS_CERT), and its key:
              --tls-key F    serve HTTPS and HTTP/2, with the pair read again when renewed (SAMLAD_TLS_KEY); none: plain HTTP
              --metrics-port what is measured, for this machine only, at /metrics, /alive, /ready (SAMLAD_METRICS_PORT); none: off
              --watch-smhi U address to poll SMHI's warnings from (SAMLAD_WATCH_SMHI); none: what is handed in
              --trusted-proxy A,… addresses or networks of proxies whose X-Forwarded-… counts (SAMLAD_TRUSTED_PROXY); none: nobody's
              --url U        the address that people reach Samlad by, for links in letters (SAMLAD_URL); none: as they ask
              --smtp U       what letters are sent by, as smtp://user:password@host:587 (SAMLAD_SMTP); none: links are handed over
              --smtp-from A  the address that letters come from (SAMLAD_SMTP_FROM)
              --sms U        a provider's HTTP interface for SMS, as https://user:password@api.example/sms (SAMLAD_SMS)
              --sms-from N   who an SMS comes from (SAMLAD_SMS_FROM); none: Samlad
              --voice U      likewise for calls that are read out (SAMLAD_VOICE), and --voice-from (SAMLAD_VOICE_FROM)
              --call-nobody  look at the journal only, such as at a copy: no call to a forum goes on by itself
              --host NAME,…  names that Samlad is asked for by (SAMLAD_HOST); none: any
            """;

    private static final int NO_PORT = -1;

    private Serve() {}

    /** What was asked for. */
    record Options(
            boolean demo,
            int port,
            int metrics,
            String address,
            Path data,
            @Nullable String db,
            @Nullable String smhi,
            String proxies,
            String hosts,
            String dutyPhone,
            Tls tls,
            Letters letters,
            Calls calls) {

        /** How people are called out. */
        record Calls(boolean nobody, String sms, String smsFrom, String voice, String voiceFrom) {
            Calls {
                for (var url : new String[] {sms, voice}) if (!url.isEmpty()) Channel.provider(url);
            }
        }

        /** How people are written to. */
        record Letters(String url, String smtp, String from) {
            Letters {
                if (!smtp.isEmpty()) Smtp.server(smtp, url);
            }
        }

        /** @param cert a PEM file, @param key another; both null: no TLS */
        record Tls(@Nullable Path cert, @Nullable Path key) {
            static Tls of(String cert, String key) {
                if (cert.isEmpty() != key.isEmpty())
                    throw new IllegalArgumentException("--tls-cert and --tls-key belong together; see --help");
                return cert.isEmpty()
                        ? new Tls(null, null)
                        : new Tls(Path.of(cert).toAbsolutePath(), Path.of(key).toAbsolutePath());
            }

            private static String text(@Nullable Path file) {
                return file == null ? "" : file.toString();
            }

            private void mustBeUsable() {
                if (cert != null && key != null) Certificate.read(cert, key, Instant.now());
            }
        }

        private String address(@Nullable String port) {
            var name = hosts.split(",")[0].strip();
            return (tls.cert() == null ? "http://" : "https://")
                    + (tls.cert() == null || name.isEmpty() ? "localhost" : name) + ":" + port;
        }
    }

    static void run(String[] args, PrintStream out) {
        Options options;
        try {
            options = options(args);
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage());
            System.exit(2);
            return;
        }
        if (CommandLine.help(args)) {
            out.print(HELP);
            return;
        }
        try {
            start(options, out);
        } catch (RuntimeException e) {
            out.println("Samlad could not start: " + why(e, options));
            System.exit(1);
        }
    }

    private static HashMap<String, Object> settings(Options options) {
        var settings = new HashMap<String, Object>();
        settings.put("server.port", options.port());
        settings.put("server.address", options.address());
        settings.put("samlad.metrics.port", options.metrics());
        settings.put("samlad.demo", options.demo());
        settings.put("samlad.data", options.data().toString());
        settings.put("samlad.watch.smhi", options.smhi() == null ? "" : options.smhi());
        settings.put("samlad.trusted-proxy", options.proxies());
        settings.put("samlad.host", options.hosts());
        settings.put("samlad.url", options.letters().url());
        settings.put("samlad.smtp", options.letters().smtp());
        settings.put("samlad.smtp-from", options.letters().from());
        settings.put("samlad.call-nobody", options.calls().nobody());
        settings.put("samlad.sms", options.calls().sms());
        settings.put("samlad.sms-from", options.calls().smsFrom());
        settings.put("samlad.voice", options.calls().voice());
        settings.put("samlad.voice-from", options.calls().voiceFrom());
        settings.put("samlad.duty-phone", options.dutyPhone());
        settings.put("samlad.tls.cert", Options.Tls.text(options.tls().cert()));
        settings.put("samlad.tls.key", Options.Tls.text(options.tls().key()));
        return settings;
    }

    private static void start(Options options, PrintStream out) {
        options.tls().mustBeUsable();
        // else Jetty asks JMX for it, which costs a tenth of a second
        System.setProperty("org.eclipse.jetty.util.referencesPerCacheLine", "16");
        var database = AwaitedDatabase.opening(options, out);
        try {
            var app = new SpringApplication(App.class);
            app.setMainApplicationClass(App.class);
            app.setDefaultProperties(settings(options));
            app.addInitializers(
                    context -> context.getEnvironment().getPropertySources().addLast(database));
            SpringApplication.getShutdownHandlers().add(database::close);
            var context = app.run();
            context.getBean(Journal.class).awaitOpen();
            context.getBean(Lapses.class).awaitCaughtUp();
            var here = options.address(context.getEnvironment().getProperty("local.server.port"));
            out.println("Samlad is ready: " + here);
            context.getBean(FirstAdministrator.class)
                    .link(
                            options.letters().url().isEmpty()
                                    ? here
                                    : options.letters().url())
                    .ifPresent(link -> out.println("First administrator: " + link));
            if (options.demo()) out.println("  A snowstorm to look at: ./samlad play scenes/snowstorm.yaml");
            if (System.getenv("SAMLAD_TRAINING") != null) Training.run(context);
        } catch (RuntimeException e) {
            database.close();
            database.failure().ifPresent(why -> {
                throw new IllegalStateException(why);
            });
            throw e;
        }
    }

    static Options options(String[] args) {
        var given = CommandLine.parse(args);
        boolean demo = given.containsKey("demo");
        var address = given.getOrDefault("address", env("SAMLAD_ADDRESS", "127.0.0.1"));
        if (demo && !isLoopback(address))
            throw new IllegalArgumentException(
                    "--demo has accounts that everybody knows, so it takes loopback only, not " + address);
        var db = given.getOrDefault("db", env("SAMLAD_DB", ""));
        var smhi = given.getOrDefault("watch-smhi", env("SAMLAD_WATCH_SMHI", ""));
        var metrics = given.getOrDefault("metrics-port", env("SAMLAD_METRICS_PORT", ""));
        return new Options(
                demo,
                port("port", given.getOrDefault("port", env("SAMLAD_PORT", "8080"))),
                metrics.isEmpty() ? NO_PORT : port("metrics-port", metrics),
                address,
                Path.of(given.getOrDefault("data", env("SAMLAD_DATA", "data"))).toAbsolutePath(),
                db.isEmpty() ? null : db,
                smhi.isEmpty() ? null : smhi,
                proxies(given.getOrDefault("trusted-proxy", env("SAMLAD_TRUSTED_PROXY", ""))),
                given.getOrDefault("host", env("SAMLAD_HOST", "")),
                given.getOrDefault("duty-phone", env("SAMLAD_DUTY_PHONE", "")),
                Options.Tls.of(
                        given.getOrDefault("tls-cert", env("SAMLAD_TLS_CERT", "")),
                        given.getOrDefault("tls-key", env("SAMLAD_TLS_KEY", ""))),
                new Options.Letters(
                        given.getOrDefault("url", env("SAMLAD_URL", "")),
                        given.getOrDefault("smtp", env("SAMLAD_SMTP", "")),
                        given.getOrDefault("smtp-from", env("SAMLAD_SMTP_FROM", ""))),
                new Options.Calls(
                        given.containsKey("call-nobody"),
                        given.getOrDefault("sms", env("SAMLAD_SMS", "")),
                        given.getOrDefault("sms-from", env("SAMLAD_SMS_FROM", "Samlad")),
                        given.getOrDefault("voice", env("SAMLAD_VOICE", "")),
                        given.getOrDefault("voice-from", env("SAMLAD_VOICE_FROM", ""))));
    }

    private static String proxies(String trusted) {
        Proxies.ranges(trusted);
        return trusted;
    }

    private static int port(String option, String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= 65_535) return port;
        } catch (NumberFormatException e) {
            // said below, as for a number out of range
        }
        throw new IllegalArgumentException("--" + option + " takes a number from 0 to 65535, not " + text);
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static String env(String name, String otherwise) {
        var value = System.getenv(name);
        return value == null || value.isBlank() ? otherwise : value;
    }

    private static String why(Throwable e, Options options) {
        var cause = e;
        while (cause.getCause() != null && !(cause instanceof ClusterFailed)) cause = cause.getCause();
        return cause instanceof BindException
                ? "port " + options.port() + " of " + options.address() + " is taken; choose another by --port"
                : String.valueOf(cause.getMessage());
    }
}
