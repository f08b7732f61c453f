package se.samlad.live;

import org.springframework.stereotype.Service;

/** For those who end sessions: the streams that a session has open end with it. */
@Service
public class Streams {

    private final Hub hub;

    Streams(Hub hub) {
        this.hub = hub;
    }

    /** Tells the session's pages to read again, and ends their streams. */
    public void sessionChanged(String session) {
        hub.sessionChanged(session);
    }

    /** How many streams are open on this node. */
    public int open() {
        return hub.size();
    }
}
