package id.tumbuh.registry.pregnancy;

import id.tumbuh.platform.database.Transaction;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.batch.Correction;
import id.tumbuh.registry.batch.Registration;
import id.tumbuh.registry.problem.RegistryProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
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

    /** Told of one that was registered twice it is about the one that stands; a birth is of the children registered of that day. */
    public Correction end(
            Transaction tx, Actor actor, RegisterPregnancies.Day day, UUID pregnancy, LocalDate on, Outcome outcome) {
        Optional<KnownPregnancy> found = standing(tx.sql(), pregnancy);
        if (found.isEmpty()) {
            return new Correction.Unknown();
        }
        KnownPregnancy known = found.get();
        List<UUID> born = outcome == Outcome.LIVE_BIRTH ? bornOf(tx.sql(), known, on) : List.of();
        return change.end(
                tx,
                actor,
                day,
                known.version(),
                new ChangePregnancy.Birth(known.content().id(), new KnownPregnancy.End(on, outcome), List.of(), born));
    }

    /** What {@link #end} would answer, as far as that depends on what is known. */
    public Correction wouldEnd(Handle sql, UUID pregnancy, LocalDate on, Outcome outcome) {
        Optional<KnownPregnancy> found = standing(sql, pregnancy);
        if (found.isEmpty()) {
            return new Correction.Unknown();
        }
        KnownPregnancy known = found.get();
        if (known.ended() != null) {
            return known.ended().equals(new KnownPregnancy.End(on, outcome))
                    ? new Correction.Unchanged(known.version())
                    : new Correction.Refused(new Registration.Invalid(RegistryProblem.PREGNANCY_ENDED, ""));
        }
        return outcome == Outcome.LIVE_BIRTH && bornOf(sql, known, on).isEmpty()
                ? new Correction.Refused(
                        new Registration.Invalid(RegistryProblem.OUTCOME_AND_CHILDREN_DISAGREE, "/children"))
                : new Correction.Done(known.version() + 1);
    }

    private static Optional<KnownPregnancy> standing(Handle sql, UUID pregnancy) {
        Optional<KnownPregnancy> found = KnownPregnancy.find(sql, pregnancy);
        UUID into = found.map(known -> known.twice().mergedInto()).orElse(null);
        return into == null ? found : standing(sql, into);
    }

    private static List<UUID> bornOf(Handle sql, KnownPregnancy pregnancy, LocalDate on) {
        return sql.createQuery("""
                        select id from child where family_id = :family and birth_date = :on and merged_into is null
                            and coalesce(pregnancy_id = :pregnancy, true) order by id""")
                .bind("family", pregnancy.family())
                .bind("on", on)
                .bind("pregnancy", pregnancy.content().id())
                .mapTo(UUID.class)
                .list();
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
