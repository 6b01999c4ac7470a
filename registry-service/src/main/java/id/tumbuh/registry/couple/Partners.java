package id.tumbuh.registry.couple;

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
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Brides and grooms of a batch of couples, as far as the transaction may see them. */
record Partners(Map<UUID, Partner> known, LocalDate today) {

    /** A member who may marry. */
    record Partner(UUID id, UUID family, AreaCode area, Sex sex) {}

    /** By the id that was asked for, which may be of a merged record. Locked: two plans of one bride come one after the other. */
    static Partners lock(Handle sql, Collection<NewCouple> couples, LocalDate today) {
        Map<UUID, Partner> partners = new HashMap<>();
        sql.createQuery("""
                        select asked.id as asked, m.id, m.family_id, m.area_code, m.sex
                        from unnest(:ids) as asked (id) join member m on m.id = present_member(asked.id)
                        where m.active order by m.id for no key update of m""")
                .bindArray(
                        "ids",
                        UUID.class,
                        couples.stream()
                                .flatMap(couple -> Stream.of(couple.brideId(), couple.groomId()))
                                .filter(Objects::nonNull)
                                .distinct()
                                .toArray())
                .map((row, _) -> Map.entry(
                        row.getObject("asked", UUID.class),
                        new Partner(
                                row.getObject("id", UUID.class),
                                row.getObject("family_id", UUID.class),
                                new AreaCode(row.getString("area_code")),
                                Sex.valueOf(row.getString("sex")))))
                .forEach(partner -> partners.put(partner.getKey(), partner.getValue()));
        return new Partners(partners, today);
    }

    /** Of a couple that isn't refused. */
    Partner bride(NewCouple couple) {
        return Objects.requireNonNull(known.get(couple.brideId()), "refused couples have no bride");
    }

    @Nullable
    Partner groom(NewCouple couple) {
        return couple.groomId() == null ? null : known.get(couple.groomId());
    }

    Optional<Registration.Invalid> refusal(NewCouple couple) {
        Partner bride = known.get(couple.brideId());
        Partner groom = groom(couple);
        LocalDate wedding = couple.plannedWeddingOn();
        return Faults.first(
                Faults.unless(bride != null, RegistryProblem.MEMBER_UNKNOWN, "/brideId"),
                Faults.unless(couple.groomId() == null || groom != null, RegistryProblem.MEMBER_UNKNOWN, "/groomId"),
                Faults.unless(bride == null || bride.sex() == Sex.P, RegistryProblem.RELATION_OF_OTHER_SEX, "/brideId"),
                Faults.unless(groom == null || groom.sex() == Sex.L, RegistryProblem.RELATION_OF_OTHER_SEX, "/groomId"),
                Faults.unless(!couple.registeredOn().isAfter(today), RegistryProblem.DATE_IN_FUTURE, "/registeredOn"),
                Faults.unless(
                        wedding == null || !wedding.isBefore(couple.registeredOn()),
                        RegistryProblem.DATES_DISAGREE,
                        "/plannedWeddingOn"));
    }
}
