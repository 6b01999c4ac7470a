package id.tumbuh.registry.pregnancy;

import id.tumbuh.platform.database.Transaction;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.batch.Correction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;

/** Changes a pregnancy by what it is now: for those who bring single facts of it, not the whole. */
@ApplicationScoped
public class RevisePregnancy {
    private final ChangePregnancy change;

    RevisePregnancy(ChangePregnancy change) {
        this.change = change;
    }

    /** What is known now; nobody reads it, so nothing is audited. */
    public Optional<NewPregnancy> look(Handle sql, UUID pregnancy) {
        return KnownPregnancy.find(sql, pregnancy).map(KnownPregnancy::content);
    }

    /** The change is given the pregnancy as it is while nobody else can change it. */
    public Correction revise(
            Transaction tx,
            Actor actor,
            RegisterPregnancies.Day day,
            UUID pregnancy,
            UnaryOperator<NewPregnancy> correction) {
        Optional<KnownPregnancy> known = KnownPregnancy.lock(tx.sql(), pregnancy);
        return known.isEmpty()
                ? new Correction.Unknown()
                : change.correct(
                        tx,
                        actor,
                        day,
                        known.get().version(),
                        correction.apply(known.get().content()));
    }
}
