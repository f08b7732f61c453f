package se.samlad.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * As whom the server runs. PostgreSQL refuses root, so as root it gets a user without rights of its own; otherwise it runs
 * as us.
 */
final class Account {

    private static final List<String> CANDIDATES = List.of("postgres", "nobody");

    private record User(String name, int uid, int gid) {}

    private final @Nullable User other;
    private final List<String> prefix;

    private Account(@Nullable User other, List<String> prefix) {
        this.other = other;
        this.prefix = prefix;
    }

    /** Us, or as root the owner of the cluster, or where there is none {@code postgres} or {@code nobody}. */
    static Account choose(Path cluster) {
        try {
            if (uidOf(Path.of("/proc/self")) != 0) {
                return new Account(null, List.of());
            }
            User user = ownerOf(cluster).orElseGet(Account::candidate);
            return new Account(user, dropping(user));
        } catch (IOException e) {
            throw ClusterFailed.of("find a user for the database server", cluster, e);
        }
    }

    /** The command as it must be run to run as this account. */
    List<String> command(List<String> command) {
        List<String> whole = new ArrayList<>(prefix);
        whole.addAll(command);
        return whole;
    }

    /** Gives a file or folder of ours to this account. */
    void own(Path path) throws IOException {
        if (other != null) {
            Files.setAttribute(path, "unix:gid", other.gid());
            Files.setAttribute(path, "unix:uid", other.uid());
        }
    }

    /** @throws ClusterFailed naming the first folder on the way that this account may not pass through */
    void mustReach(Path folder) {
        if (other == null) {
            return;
        }
        List<String> ask = new ArrayList<>(
                List.of("sh", "-c", "for d; do test -x \"$d\" || { echo \"$d\"; exit 3; }; done", "reach"));
        for (int names = 1; names <= folder.getNameCount(); names++) {
            ask.add("/" + folder.subpath(0, names));
        }
        Command.Ended answer = Command.run(command(ask));
        if (!answer.well()) {
            throw new ClusterFailed("PostgreSQL may not run as root and runs as user " + other.name()
                    + ", who may not pass through " + answer.printed() + ". Run 'chmod o+x " + answer.printed()
                    + "', choose another data folder, or don't run as root");
        }
    }

    private static Optional<User> ownerOf(Path cluster) throws IOException {
        if (!Files.isDirectory(cluster)) {
            return Optional.empty();
        }
        int uid = uidOf(cluster);
        if (uid == 0) {
            return Optional.empty();
        }
        int gid = (Integer) Files.getAttribute(cluster, "unix:gid");
        return Optional.of(users().stream()
                .filter(user -> user.uid() == uid)
                .findFirst()
                .orElse(new User(Integer.toString(uid), uid, gid)));
    }

    private static User candidate() {
        return CANDIDATES.stream()
                .flatMap(name -> users().stream().filter(user -> user.name().equals(name)))
                .findFirst()
                .orElseThrow(
                        () -> new ClusterFailed(
                                "PostgreSQL may not run as root, and there is neither a user postgres nor nobody to run it as"));
    }

    private static List<User> users() {
        try {
            return Files.readAllLines(Path.of("/etc/passwd")).stream()
                    .map(line -> line.split(":", -1))
                    .filter(fields ->
                            fields.length > 3 && fields[2].matches("\\d{1,9}") && fields[3].matches("\\d{1,9}"))
                    .map(fields -> new User(fields[0], Integer.parseInt(fields[2]), Integer.parseInt(fields[3])))
                    .toList();
        } catch (IOException e) {
            throw ClusterFailed.of("read the users", Path.of("/etc/passwd"), e);
        }
    }

    private static List<String> dropping(User user) {
        List<String> setpriv = List.of(
                "setpriv", "--reuid=" + user.uid(), "--regid=" + user.gid(), "--clear-groups", "--no-new-privs");
        List<String> su = List.of("su", "-s", "/bin/sh", "--", user.name(), "-c", "exec \"$0\" \"$@\"");
        for (List<String> way : List.of(setpriv, su)) {
            List<String> probe = new ArrayList<>(way);
            probe.addAll(List.of("id", "-u"));
            if (Command.run(probe).printed().equals(Integer.toString(user.uid()))) {
                return way;
            }
        }
        throw new ClusterFailed("PostgreSQL may not run as root, and neither setpriv nor su can switch to user "
                + user.name() + ". Run Samlad as an ordinary user");
    }

    private static int uidOf(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:uid");
    }
}
