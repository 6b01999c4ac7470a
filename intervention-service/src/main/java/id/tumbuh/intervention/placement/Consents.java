package id.tumbuh.intervention.placement;

import id.tumbuh.intervention.circumstance.Beneficiary;
import id.tumbuh.intervention.permission.Permissions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody may be helped by a sponsor: the guardian of a child, or the family of a pregnant woman, consented to it for the
 * programme as a whole or for the application that acts for the sponsor.
 */
@ApplicationScoped
class Consents {

    /** @param client the application that acts for the sponsor; null for sponsors whom the programme looks after itself */
    record Use(String purpose, @Nullable String client, LocalDate day) {}

    boolean allow(Handle sql, Beneficiary.Ref of, UUID family, Use use) {
        Permissions.Use programme = new Permissions.Use(use.purpose(), null, use.day());
        if (permitted(sql, of, family, programme)) {
            return true;
        }
        return use.client() != null
                && permitted(sql, of, family, new Permissions.Use(use.purpose(), use.client(), use.day()));
    }

    private static boolean permitted(Handle sql, Beneficiary.Ref of, UUID family, Permissions.Use use) {
        return switch (of.kind()) {
            case CHILD -> !Permissions.ofChildren(sql, List.of(of.id()), use).isEmpty();
            case PREGNANCY -> !Permissions.ofFamilies(sql, List.of(family), use).isEmpty();
        };
    }
}
