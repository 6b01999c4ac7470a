package id.tumbuh.registry.child;

import id.tumbuh.platform.database.Transaction;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.batch.Correction;
import id.tumbuh.registry.identity.IdentityKeys;
import id.tumbuh.registry.identity.Nik;
import id.tumbuh.registry.screening.Screener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Fills in what was not known of a child. What is known stays, whoever says otherwise: staff may have corrected it. */
@ApplicationScoped
public class CompleteChild {
    private final CorrectChild correct;
    private final IdentityKeys identities;

    CompleteChild(CorrectChild correct, IdentityKeys identities) {
        this.correct = correct;
        this.identities = identities;
    }

    /**
     * What somebody else knows of the child.
     *
     * @param isFirstName whether the stored name only stood for a newborn without one, and is replaced
     */
    public record Addition(
            UUID child,
            @Nullable String name,
            boolean isFirstName,
            @Nullable String motherName,
            @Nullable String fatherName,
            @Nullable Nik nik,
            @Nullable UUID posyanduId) {
        @Override
        public String toString() {
            return "Addition[" + child + "]";
        }
    }

    public Correction complete(Transaction tx, Actor actor, Screener screener, Addition addition) {
        Optional<KnownChild> found = KnownChild.lock(tx.sql(), PresentChild.of(tx.sql(), addition.child()), identities);
        return found.isEmpty()
                ? new Correction.Unknown()
                : correct.correct(
                        tx,
                        actor,
                        screener,
                        found.get().version(),
                        completed(found.get().content(), addition));
    }

    private static NewChild completed(NewChild known, Addition addition) {
        boolean nameless = known.name() == null || addition.isFirstName();
        return new NewChild(
                known.id(),
                known.familyId(),
                known.area(),
                known.posyanduId() == null ? addition.posyanduId() : known.posyanduId(),
                known.sex(),
                known.birthDate(),
                nameless && addition.name() != null ? addition.name() : known.name(),
                known.motherName() == null ? addition.motherName() : known.motherName(),
                known.fatherName() == null ? addition.fatherName() : known.fatherName(),
                known.nik() == null ? addition.nik() : known.nik(),
                known.birthOrder(),
                known.birthWeightGrams(),
                known.birthLengthCm(),
                known.active());
    }
}
