package se.samlad.journal;

import java.util.UUID;

/**
 * What makes two sends one record: the sender's key, and a digest of what it sent under it.
 *
 * @param key good per account, for ever
 * @param digest SHA-256 of path and body, in hex; the same key with another digest is refused
 */
public record Once(UUID key, String digest) {}
