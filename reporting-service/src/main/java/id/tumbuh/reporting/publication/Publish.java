package id.tumbuh.reporting.publication;

import id.tumbuh.platform.access.AuditEntry;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.rules.RuleBook;
import id.tumbuh.reporting.area.Asked;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Makes a snapshot, decides what of it may be shown, seals it and keeps it for ever. */
@ApplicationScoped
class Publish {
    private static final Clock CLOCK = Clock.system(ZoneId.of("Asia/Jakarta"));
    /** Snapshots come one after the other: what one may show depends on what others of the month showed. */
    private static final long LOCK = 0x7075_626c_6973L;

    private final Database database;
    private final TakeSnapshot snapshot;
    private final ReadEarlier earlier;
    private final Publications publications;
    private final RuleBook rules;

    Publish(Database database, TakeSnapshot snapshot, ReadEarlier earlier, Publications publications, RuleBook rules) {
        this.database = database;
        this.snapshot = snapshot;
        this.earlier = earlier;
        this.publications = publications;
        this.rules = rules;
    }

    Outcome publish(Caller caller, PublicationOrder order) {
        if (!Asked.covers(caller.scope(), order.area())) {
            return new Outcome.NotYours();
        }
        // Read in one snapshot of the database, which a transaction that writes does not have.
        TakeSnapshot.Taken taken =
                database.read(caller.scope(), sql -> snapshot.take(sql, order.area(), order.month()));
        return database.write(caller.scope(), tx -> keep(tx, caller, order, taken));
    }

    private Outcome keep(Transaction tx, Caller caller, PublicationOrder order, TakeSnapshot.Taken taken) {
        tx.sql().execute("select pg_advisory_xact_lock(?)", LOCK);
        Optional<Publication> held = publications.find(tx.sql(), order.id());
        if (held.isPresent()) {
            return order.isFor(held.get()) ? new Outcome.AlreadyPublished(held.get()) : new Outcome.Taken();
        }
        int before = latestRevision(tx.sql(), order);
        if (before > 0 && order.reason() == null) {
            return new Outcome.ReasonMissing();
        }
        return taken.sums().isEmpty()
                ? new Outcome.NothingToPublish()
                : write(tx, caller, draft(order, before + 1, taken), taken);
    }

    private int latestRevision(Handle sql, PublicationOrder order) {
        return publications.of(sql, order.area(), order.month()).stream()
                .mapToInt(Publication::revision)
                .max()
                .orElse(0);
    }

    private Publication draft(PublicationOrder order, int revision, TakeSnapshot.Taken taken) {
        PublicationRules today = today();
        return new Publication(
                order.id(),
                order.area(),
                order.month(),
                revision,
                order.note(),
                order.reason(),
                // as exact as the database keeps it: the hash is computed again from there
                Instant.now(CLOCK).truncatedTo(ChronoUnit.MICROS),
                taken.asOf(),
                taken.includes(),
                Math.toIntExact(today.smallestShown()),
                Math.toIntExact(today.roundTo()),
                "");
    }

    private Outcome write(Transaction tx, Caller caller, Publication draft, TakeSnapshot.Taken taken) {
        List<PublishedFigure> rows = snapshot.figures(
                taken, today(), earlier.of(tx.sql(), draft.month(), taken.sums().keySet()));
        List<String> seals = Seal.ofRows(rows);
        Publication sealed = draft.sealed(Seal.of(draft, seals));
        publications.insert(tx, sealed, seals);
        publications.insert(tx, sealed.id(), rows);
        tx.audit(AuditEntry.of(caller, "PUBLISH", "publication", sealed.id(), sealed.area()));
        // The audit is chained and its head told outside: the hash can't be replaced together with the figures.
        tx.audit(AuditEntry.of(caller, "SEAL", "publication-hash", sealed.hash(), sealed.area()));
        return new Outcome.Published(sealed);
    }

    private PublicationRules today() {
        return PublicationRules.of(rules.on(LocalDate.now(CLOCK)));
    }
}
