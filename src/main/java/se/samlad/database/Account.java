package se.samlad.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The operating system's account that the server runs as. It is our own, except that PostgreSQL refuses root: started by root
 * it runs as an unprivileged user.
 */
final class Account {

    private static final List<String> CANDIDATES = List.of("postgres", "nobody");

    /** Where root unpacks programs that another account must be able to run. */
    private static final List<Path> FOR_ALL =
            List.of(Path.of("/var/cache/samlad"), Path.of(System.getProperty("java.io.tmpdir"), "samlad-programs"));

    private static final Set<PosixFilePermission> ALL_READ = PosixFilePermissions.fromString("rwxr-xr-x");

    /** A file descriptor that the command does not use itself. Below ten, since the simplest shells take only one digit. */
    private static final int FIRST_OPEN = 7;

    private record User(String name, int uid, int gid) {}

    private final @Nullable User other;
    private final List<String> prefix;

    private Account(@Nullable User other, List<String> prefix) {
        this.other = other;
        this.prefix = prefix;
    }

    /** Our own account; for root the owner of the cluster; where there is no cluster yet, {@code postgres} or {@code nobody}. */
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

    /** The command that runs the given one as this account. */
    List<String> command(List<String> command) {
        List<String> whole = new ArrayList<>(prefix);
        whole.addAll(command);
        return whole;
    }

    /**
     * As {@link #command(List)}, for a command that names files which this account owns but can't reach, such as under a home
     * folder that is closed to others. We open the files, and the command inherits them open.
     */
    List<String> command(List<String> command, List<Path> closed) {
        if (other == null) {
            return command;
        }
        StringBuilder opening = new StringBuilder("exec");
        List<String> named = new ArrayList<>(command);
        for (int i = 0; i < closed.size(); i++) {
            int number = FIRST_OPEN + i;
            String path = closed.get(i).toString();
            opening.append(' ').append(number).append("<\"$").append(i + 1).append('"');
            named.replaceAll(word -> word.replace(path, "/proc/self/fd/" + number));
        }
        String run = opening + "; shift " + closed.size() + "; exec \"$@\"";
        List<String> whole = new ArrayList<>(List.of("sh", "-c", run, "opened"));
        closed.forEach(path -> whole.add(path.toString()));
        whole.addAll(command(named));
        return whole;
    }

    /**
     * The folder for the programs that this account runs: our own, or where the account can't reach it the first shared folder
     * that only we can write to.
     */
    Path programs(Path own) {
        if (other == null) {
            return own;
        }
        for (Path folder : FOR_ALL) {
            try {
                Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(ALL_READ));
                if (isOursAlone(folder) && mayReach(folder)) {
                    return folder;
                }
            } catch (IOException notHere) {
                System.getLogger(Account.class.getName()).log(System.Logger.Level.DEBUG, "not in {0}", folder);
            }
        }
        throw new ClusterFailed("PostgreSQL may not run as root and runs as user " + other.name()
                + ", who can't be given its programs in any of " + FOR_ALL + ". Run Samlad as an ordinary user");
    }

    private static boolean isOursAlone(Path folder) throws IOException {
        var open = Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS);
        return uidOf(folder) == 0
                && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                && !open.contains(PosixFilePermission.GROUP_WRITE)
                && !open.contains(PosixFilePermission.OTHERS_WRITE);
    }

    /** Gives a file or folder of ours to this account. */
    void own(Path path) throws IOException {
        if (other != null) {
            Files.setAttribute(path, "unix:gid", other.gid());
            Files.setAttribute(path, "unix:uid", other.uid());
        }
    }

    private boolean mayReach(Path folder) {
        return Command.run(command(List.of("test", "-x", folder.toString()))).well();
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
