package se.samlad;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The command line's options, {@code --name value}; those without a value are given an empty one. */
final class CommandLine {

    private static final Set<String> FLAGS = Set.of("demo", "help", "call-nobody");
    private static final Set<String> VALUES = Set.of(
            "port",
            "address",
            "data",
            "db",
            "watch-smhi",
            "metrics-port",
            "trusted-proxy",
            "host",
            "url",
            "smtp",
            "smtp-from",
            "tls-cert",
            "tls-key",
            "duty-phone",
            "sms",
            "sms-from",
            "voice",
            "voice-from");

    private CommandLine() {}

    static boolean help(String[] args) {
        return java.util.Arrays.asList(args).contains("--help");
    }

    /** @throws IllegalArgumentException with what to mend, for an option that there is not or that lacks its value */
    static Map<String, String> parse(String[] args) {
        var given = new HashMap<String, String>();
        for (int i = 0; i < args.length; i++) {
            var name = args[i].startsWith("--") ? args[i].substring(2) : "";
            if (FLAGS.contains(name)) given.put(name, "");
            else if (!VALUES.contains(name))
                throw new IllegalArgumentException("there is no option " + args[i] + "; see --help");
            else if (i + 1 == args.length) throw new IllegalArgumentException(args[i] + " needs a value; see --help");
            else given.put(name, args[++i]);
        }
        return given;
    }
}
