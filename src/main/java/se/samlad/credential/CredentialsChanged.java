package se.samlad.credential;

/** Learns that an account's credentials changed: what was signed in with the old ones ends. */
public interface CredentialsChanged {

    /** On this node; the database notifies the others. */
    void accountChanged(String account);

    /** The start of the database's notice about an account. */
    String NOTICE = "* account ";
}
