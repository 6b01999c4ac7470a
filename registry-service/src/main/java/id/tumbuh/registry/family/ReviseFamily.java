package id.tumbuh.registry.family;

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

/** Changes a family by what it is now: for those who bring single facts of it, not the whole. */
@ApplicationScoped
public class ReviseFamily {
    private final CorrectFamily correct;
    private final IdentityKeys identities;

    ReviseFamily(CorrectFamily correct, IdentityKeys identities) {
        this.correct = correct;
        this.identities = identities;
    }

    /** What is known now; nobody reads it, so nothing is audited. */
    public Optional<NewFamily> look(Handle sql, UUID family) {
        return KnownFamily.find(sql, family, identities).map(KnownFamily::content);
    }

    /** The change is given the family as it is while nobody else can change it. */
    public Correction revise(
            Transaction tx, Actor actor, Screener screener, UUID family, UnaryOperator<NewFamily> change) {
        Optional<KnownFamily> known = KnownFamily.lock(tx.sql(), family, identities);
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
