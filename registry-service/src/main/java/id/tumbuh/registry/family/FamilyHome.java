package id.tumbuh.registry.family;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.registry.identity.FamilyKey;
import id.tumbuh.registry.identity.IdentityKeys;
import java.util.UUID;

/** What a member of a family needs to know of it: where it lives and the key to seal with. */
@SuppressWarnings("ArrayRecordComponent") // read once, compared by nobody
public record FamilyHome(UUID id, AreaCode area, byte[] dataKey) {

    public FamilyKey key(IdentityKeys identities) {
        return identities.open(id, dataKey);
    }

    @Override
    public String toString() {
        return "FamilyHome[" + id + "]";
    }
}
