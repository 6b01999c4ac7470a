package id.tumbuh.registry.pregnancy;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.registry.batch.Faults;
import id.tumbuh.registry.batch.Registration;
import id.tumbuh.registry.identity.Sex;
import id.tumbuh.registry.problem.RegistryProblem;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The mothers of a batch of pregnancies, as far as the transaction may see them, and what can't be true of their pregnancies. */
record Mothers(Map<UUID, Mother> known, LifePolicy policy) {

    /** A member who may be pregnant. */
    record Mother(
            UUID id,
            UUID family,
            AreaCode area,
            Sex sex,
            @Nullable LocalDate birthDate,
            @Nullable String name) {
        @Override
        public String toString() {
            return "Mother[" + id + "]";
        }
    }

    /**
     * By the id that was asked for, which may be of a record that was merged into the mother. Locked: two pregnancies of one mother
     * that begin at once come one after the other.
     */
    static Mothers lock(Handle sql, Collection<NewPregnancy> pregnancies, LifePolicy policy) {
        Map<UUID, Mother> mothers = new HashMap<>();
        sql.createQuery("""
                        select asked.id as asked, m.id, m.family_id, m.area_code, m.sex, m.birth_date, m.name
                        from unnest(:ids) as asked (id) join member m on m.id = present_member(asked.id)
                        where m.active order by m.id for no key update of m""")
                .bindArray(
                        "ids",
                        UUID.class,
                        pregnancies.stream()
                                .map(NewPregnancy::motherId)
                                .distinct()
                                .toArray())
                .map((row, _) -> Map.entry(
                        row.getObject("asked", UUID.class),
                        new Mother(
                                row.getObject("id", UUID.class),
                                row.getObject("family_id", UUID.class),
                                new AreaCode(row.getString("area_code")),
                                Sex.valueOf(row.getString("sex")),
                                row.getObject("birth_date", LocalDate.class),
                                row.getString("name"))))
                .forEach(mother -> mothers.put(mother.getKey(), mother.getValue()));
        return new Mothers(mothers, policy);
    }

    Mother of(NewPregnancy pregnancy) {
        return Objects.requireNonNull(known.get(pregnancy.motherId()), "refused pregnancies have no mother");
    }

    Optional<Registration.Invalid> refusal(NewPregnancy pregnancy) {
        Mother mother = known.get(pregnancy.motherId());
        LocalDate confirmed = pregnancy.confirmedOn();
        LocalDate lastPeriod = pregnancy.lastPeriodOn();
        return Faults.first(
                Faults.unless(mother != null, RegistryProblem.MEMBER_UNKNOWN, "/motherId"),
                Faults.unless(
                        mother == null || mayBePregnant(mother, confirmed), RegistryProblem.NO_MOTHER, "/motherId"),
                Faults.unless(!confirmed.isAfter(policy.today()), RegistryProblem.DATE_IN_FUTURE, "/confirmedOn"),
                Faults.unless(
                        lastPeriod == null || !lastPeriod.isAfter(confirmed),
                        RegistryProblem.DATES_DISAGREE,
                        "/lastPeriodOn"),
                Faults.unless(
                        lastPeriod == null || !confirmed.isAfter(lastPeriod.plusDays(policy.longestPregnancy())),
                        RegistryProblem.DATES_DISAGREE,
                        "/lastPeriodOn"),
                Faults.unless(expectationFits(pregnancy), RegistryProblem.DATES_DISAGREE, "/expectedOn"));
    }

    private boolean expectationFits(NewPregnancy pregnancy) {
        LocalDate expected = pregnancy.expectedOn();
        return expected == null
                || (!expected.isBefore(pregnancy.confirmedOn())
                        && !expected.isAfter(pregnancy.confirmedOn().plusDays(policy.longestPregnancy())));
    }

    private boolean mayBePregnant(Mother mother, LocalDate on) {
        LocalDate born = mother.birthDate();
        return mother.sex() == Sex.P
                && (born == null
                        || !born.plusYears(policy.youngestMotherYears()).isAfter(on));
    }
}
