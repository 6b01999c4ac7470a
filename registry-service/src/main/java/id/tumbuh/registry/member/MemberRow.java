package id.tumbuh.registry.member;

import id.tumbuh.registry.family.FamilyHome;
import id.tumbuh.registry.identity.IdentityKeys;
import id.tumbuh.registry.identity.Nik;
import id.tumbuh.registry.identity.SealedField;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A member as it is stored: in the area of its family, its NIK sealed. */
@SuppressWarnings("ArrayRecordComponent") // written once, compared by nobody
record MemberRow(
        NewMember member,
        FamilyHome home,
        byte @Nullable [] nikSealed,
        byte @Nullable [] nikIndex,
        byte[] fingerprint,
        long version) {

    static MemberRow sealed(NewMember member, FamilyHome home, IdentityKeys identities, long version) {
        Nik nik = member.nik();
        return new MemberRow(
                member,
                home,
                nik == null ? null : home.key(identities).seal(SealedField.MEMBER_NIK, member.id(), nik.digits()),
                nik == null ? null : identities.index(nik),
                identities.fingerprint(member.content()),
                version);
    }

    UUID id() {
        return member.id();
    }

    String area() {
        return home.area().value();
    }

    @Override
    public String toString() {
        return "MemberRow[" + id() + "]";
    }
}
