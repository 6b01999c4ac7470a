package id.tumbuh.registry.child;

import id.tumbuh.platform.database.Transaction;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.batch.Correction;
import id.tumbuh.registry.identity.IdentityKeys;
import id.tumbuh.registry.screening.Screener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;

/** Changes a child by what it is now: for those who bring single facts of it, not the whole. */
@ApplicationScoped
public class ReviseChild {
    private final CorrectChild correct;
    private final IdentityKeys identities;

    ReviseChild(CorrectChild correct, IdentityKeys identities) {
        this.correct = correct;
        this.identities = identities;
    }

    /** What is known now; nobody reads it, so nothing is audited. */
    public Optional<NewChild> look(Handle sql, UUID child) {
        return KnownChild.find(sql, child, identities).map(KnownChild::content);
    }

    /** The change is given the child as it is while nobody else can change it. */
    public Correction revise(
            Transaction tx, Actor actor, Screener screener, UUID child, UnaryOperator<NewChild> change) {
        Optional<KnownChild> known = KnownChild.lock(tx.sql(), child, identities);
        return known.isEmpty()
                ? new Correction.Unknown()
                : correct.correct(
                        tx,
                        actor,
                        screener,
                        known.get().version(),
                        change.apply(known.get().content()));
    }
}
