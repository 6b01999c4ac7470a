package id.tumbuh.registry.family;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.registry.identity.FamilyKey;
import id.tumbuh.registry.identity.IdentityKeys;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a member of a family needs to know of it: where it lives and the key to seal with. */
@SuppressWarnings("ArrayRecordComponent") // read once, compared by nobody
public record FamilyHome(
        UUID id, AreaCode area, byte[] dataKey, @Nullable LocalDate youngestChild) {

    public FamilyKey key(IdentityKeys identities) {
        return identities.open(id, dataKey);
    }

    /** Whether a child of this birth date may change why the family is looked at. */
    public boolean isYoungest(LocalDate birthDate) {
        return youngestChild == null || birthDate.isAfter(youngestChild);
    }

    @Override
    public String toString() {
        return "FamilyHome[" + id + "]";
    }
}
