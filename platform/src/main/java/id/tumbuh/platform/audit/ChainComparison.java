package id.tumbuh.platform.audit;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Walks over entries, blocks and published blocks side by side, each read once, and notes where they differ. What was
 * published is believed before what the database says of itself.
 */
final class ChainComparison {
    private static final int MOST_NAMED = 1000;

    private final Iterator<RecordedEntry> entries;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<Finding> known = new HashSet<>();
    private long found;
    private long entriesSeen;
    private @Nullable RecordedEntry ahead;

    ChainComparison(Iterator<RecordedEntry> entries) {
        this.entries = entries;
        this.ahead = following();
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    long found() {
        return found;
    }

    long entriesSeen() {
        return entriesSeen;
    }

    void note(Finding.Kind kind, long number) {
        Finding finding = new Finding(kind, number);
        if (findings.size() >= MOST_NAMED) {
            found++;
            return;
        }
        if (known.add(finding)) {
            findings.add(finding);
            found++;
        }
    }

    /** A block against what was announced of it. */
    void compare(AuditBlock stored, AuditBlock published) {
        if (stored.sameAs(published) && stored.isWhole()) {
            return;
        }
        long before = found;
        int theirs = 0;
        for (int own = 0; own < stored.entryIds().length; own++) {
            long id = stored.entryIds()[own];
            while (theirs < published.entryIds().length && published.entryIds()[theirs] < id) {
                note(Finding.Kind.ENTRY_MISSING, published.entryIds()[theirs++]);
            }
            if (theirs == published.entryIds().length || published.entryIds()[theirs] > id) {
                note(Finding.Kind.ENTRY_INSERTED, id);
            } else if (!MessageDigest.isEqual(stored.digest(own), published.digest(theirs++))) {
                note(Finding.Kind.ENTRY_CHANGED, id);
            }
        }
        while (theirs < published.entryIds().length) {
            note(Finding.Kind.ENTRY_MISSING, published.entryIds()[theirs++]);
        }
        if (found == before) {
            note(Finding.Kind.BLOCK_CHANGED, stored.number());
        }
    }

    /** The entries of the table up to the end of the block against the digests of the block. */
    void compareEntries(AuditBlock block) {
        for (int place = 0; place < block.entryIds().length; place++) {
            long id = block.entryIds()[place];
            insertedBefore(id);
            RecordedEntry entry = ahead;
            if (entry == null || entry.id() > id) {
                note(Finding.Kind.ENTRY_MISSING, id);
                continue;
            }
            if (!MessageDigest.isEqual(entry.digest(), block.digest(place))) {
                note(Finding.Kind.ENTRY_CHANGED, id);
            }
            ahead = following();
        }
    }

    /** What no block holds and yet stands between those that blocks hold. */
    private void insertedBefore(long id) {
        while (ahead != null && ahead.id() < id) {
            note(Finding.Kind.ENTRY_INSERTED, ahead.id());
            ahead = following();
        }
    }

    /** How many are left: the ones no block holds yet. */
    long waiting() {
        long waiting = 0;
        while (ahead != null) {
            waiting++;
            ahead = following();
        }
        return waiting;
    }

    private @Nullable RecordedEntry following() {
        if (!entries.hasNext()) {
            return null;
        }
        entriesSeen++;
        return entries.next();
    }
}
