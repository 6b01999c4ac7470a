package id.tumbuh.registry.child;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.registry.family.FamilyHome;
import id.tumbuh.registry.identity.IdentityKeys;
import id.tumbuh.registry.identity.Nik;
import id.tumbuh.registry.identity.SealedField;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A child as it is stored: in the area of its family, its NIK sealed.
 *
 * @param family where it belongs: another one than was reported when that was merged
 */
@SuppressWarnings("ArrayRecordComponent") // written once, compared by nobody
record ChildRow(
        NewChild child,
        UUID family,
        AreaCode area,
        byte @Nullable [] nikSealed,
        byte @Nullable [] nikIndex,
        byte[] fingerprint,
        long version) {

    static ChildRow sealed(NewChild child, FamilyHome home, IdentityKeys identities, long version) {
        Nik nik = child.nik();
        return new ChildRow(
                child,
                home.id(),
                home.area(),
                nik == null ? null : home.key(identities).seal(SealedField.CHILD_NIK, child.id(), nik.digits()),
                nik == null ? null : identities.index(nik),
                identities.fingerprint(child.content()),
                version);
    }

    /** Recognised as reported, though it is followed no longer because it was merged into another. */
    ChildRow knownAs(byte[] reported) {
        return new ChildRow(child, family, area, nikSealed, nikIndex, reported, version);
    }

    UUID id() {
        return child.id();
    }

    ChildEvent event(ChildEvent.Fact fact) {
        return ChildEvent.of(fact, this, null);
    }

    @Override
    public String toString() {
        return "ChildRow[" + id() + "]";
    }
}
