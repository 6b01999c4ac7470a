package id.tumbuh.registry.child;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.registry.identity.Sex;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What tells a child from others born on the same day. Named: it never leaves the service unaudited. */
public record ChildIdentity(
        UUID id,
        UUID familyId,
        AreaCode area,
        @Nullable UUID posyanduId,
        Sex sex,
        LocalDate birthDate,
        @Nullable String name,
        @Nullable String motherName,
        @Nullable String fatherName,
        boolean nikKnown) {

    @Override
    public String toString() {
        return "ChildIdentity[" + id + "]";
    }
}
