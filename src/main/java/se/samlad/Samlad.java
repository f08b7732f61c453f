package se.samlad;

import java.util.Arrays;
import se.samlad.play.Play;

/** The one way in: {@code samlad}, {@code samlad play FILE}, {@code samlad verify}, {@code samlad region}, {@code samlad backup FOLDER}. */
public final class Samlad {

    private Samlad() {}

    public static void main(String[] args) {
        var rest = args.length == 0 ? args : Arrays.copyOfRange(args, 1, args.length);
        switch (args.length == 0 ? "" : args[0]) {
            case "play" -> System.exit(Play.run(rest, System.out));
            case "verify" -> System.exit(Proof.run(rest, System.out));
            case "region" -> System.exit(RegionFile.run(rest, System.out));
            case "backup" -> System.exit(BackUp.run(rest, System.out));
            default -> Serve.run(args, System.out);
        }
    }
}
