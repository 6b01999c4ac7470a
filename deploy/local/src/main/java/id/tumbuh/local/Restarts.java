package id.tumbuh.local;

import java.time.Duration;

/** How often in a row a process died soon after its start, and so what to do when it dies again. */
record Restarts(int quickDeaths) {

    static final int LAST_QUICK_DEATH = 5;

    /** Long enough to have become ready; a process that lives longer starts with a clean record. */
    static final Duration QUICK = Duration.ofSeconds(30);

    static final Restarts NONE = new Restarts(0);

    sealed interface Decision {
        record Again(Duration after, Restarts record) implements Decision {}

        record GiveUp() implements Decision {}
    }

    Decision afterDeath(Duration lived) {
        if (lived.compareTo(QUICK) >= 0) {
            return new Decision.Again(Duration.ofSeconds(1), NONE);
        }
        int deaths = quickDeaths + 1;
        if (deaths >= LAST_QUICK_DEATH) {
            return new Decision.GiveUp();
        }
        return new Decision.Again(Duration.ofSeconds(1L << (deaths - 1)), new Restarts(deaths));
    }
}
