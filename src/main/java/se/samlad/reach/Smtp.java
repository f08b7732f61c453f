package se.samlad.reach;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/** The server that all e-mail is sent by, and the address under which this installation is reached. */
public final class Smtp {

    private static final String FORM = "--smtp takes an address such as smtp://user:password@host:587 or smtps://host";
    private static final String PATIENCE_MS = "10000";

    private final String url;
    private final String from;
    private final @Nullable JavaMailSenderImpl server;

    /**
     * @param url the address under which this installation is reached; empty: not stated
     * @param smtp as {@code smtp://user:password@host:587}, smtps for TLS from the start; empty: nothing is sent
     * @param from the address that letters come from; empty: the server's own
     */
    Smtp(String url, String smtp, String from) {
        this.url = url;
        this.from = from;
        this.server = smtp.isEmpty() ? null : server(server(smtp, url));
    }

    /**
     * What letters are sent by, as it was set.
     *
     * @throws IllegalArgumentException where it is no such address, or there is none for the links in the letters
     */
    public static URI server(String smtp, String url) {
        URI address;
        try {
            address = new URI(smtp);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(FORM); // not the address itself, which may hold a password
        }
        if (!("smtp".equals(address.getScheme()) || "smtps".equals(address.getScheme())) || address.getHost() == null)
            throw new IllegalArgumentException(FORM);
        if (url.isEmpty())
            throw new IllegalArgumentException("--smtp needs --url, which the links in letters begin with");
        return address;
    }

    private static JavaMailSenderImpl server(URI address) {
        var server = new JavaMailSenderImpl();
        server.setProtocol(address.getScheme());
        server.setHost(address.getHost());
        server.setPort(address.getPort());
        server.setDefaultEncoding(StandardCharsets.UTF_8.name());
        var user = address.getUserInfo();
        var settings = new Properties();
        if (user != null) {
            var parts = user.split(":", 2);
            server.setUsername(parts[0]);
            server.setPassword(parts.length > 1 ? parts[1] : "");
            settings.put("mail." + address.getScheme() + ".auth", "true");
            settings.put(
                    "mail." + address.getScheme() + ".starttls.required",
                    address.getScheme().equals("smtp"));
        }
        settings.put("mail." + address.getScheme() + ".starttls.enable", "true");
        for (var limit : new String[] {"connectiontimeout", "timeout", "writetimeout"})
            settings.put("mail." + address.getScheme() + "." + limit, PATIENCE_MS);
        server.setJavaMailProperties(settings);
        return server;
    }

    public boolean isSetUp() {
        return server != null && url().isPresent();
    }

    /** The address under which this installation is reached, without a slash at the end; empty: not stated. */
    public Optional<String> url() {
        return url.isEmpty() ? Optional.empty() : Optional.of(url.replaceAll("/+$", ""));
    }

    /**
     * Sends a letter.
     *
     * @param key the same for the same letter sent again, so that who gets it twice can tell
     * @throws MessagingException where the address is none; org.springframework.mail.MailException where it can't be sent
     */
    public void send(UUID key, String to, String subject, String text) throws MessagingException {
        if (server == null) throw new MessagingException("no server for letters is set up");
        var letter = new Letter(server, key);
        var parts = new MimeMessageHelper(letter, StandardCharsets.UTF_8.name());
        parts.setTo(new InternetAddress(to, true));
        if (!from.isEmpty()) parts.setFrom(from);
        parts.setSubject(subject);
        parts.setText(text);
        server.send(letter);
    }

    /** Its id is known beforehand. */
    private static final class Letter extends jakarta.mail.internet.MimeMessage {
        private final UUID key;

        Letter(JavaMailSenderImpl server, UUID key) {
            super(server.getSession());
            this.key = key;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + key + "@samlad>");
        }
    }
}
