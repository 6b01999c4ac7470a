package id.tumbuh.registry.member;

import id.tumbuh.registry.batch.Faults;
import id.tumbuh.registry.batch.Registration;
import id.tumbuh.registry.family.FamilyHome;
import id.tumbuh.registry.family.FamilyHomes;
import id.tumbuh.registry.problem.RegistryProblem;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** What the members of a batch lean on: their families, as far as the transaction may see them. */
record MemberPlace(Map<UUID, FamilyHome> homes, LocalDate today) {

    static MemberPlace of(Handle sql, Collection<NewMember> members, FamilyHomes homes, LocalDate today) {
        return new MemberPlace(
                homes.find(sql, members.stream().map(NewMember::familyId).collect(Collectors.toSet())), today);
    }

    /** Of a member that isn't refused. */
    FamilyHome home(NewMember member) {
        return Objects.requireNonNull(homes.get(member.familyId()), "refused members have no home");
    }

    Optional<Registration.Invalid> refusal(NewMember member) {
        LocalDate born = member.birthDate();
        return Faults.first(
                Faults.unless(homes.containsKey(member.familyId()), RegistryProblem.FAMILY_UNKNOWN, "/familyId"),
                Faults.unless(
                        born == null || !born.isAfter(today), RegistryProblem.BIRTH_DATE_IN_FUTURE, "/birthDate"));
    }
}
