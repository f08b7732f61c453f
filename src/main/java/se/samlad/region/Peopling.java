package se.samlad.region;

import java.util.List;

/** Gives the demo its accounts. An installation that people work in never gets any from a file (A4). */
public interface Peopling {
    void people(List<Region.Account> accounts);
}
