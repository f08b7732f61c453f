package se.samlad;

/** The one way in: {@code samlad}, {@code samlad play FILE}, {@code samlad verify}. */
public final class Samlad {

    private Samlad() {}

    public static void main(String[] args) {
        System.out.println("Samlad");
    }
}
