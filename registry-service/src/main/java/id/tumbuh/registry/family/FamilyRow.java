package id.tumbuh.registry.family;

import id.tumbuh.registry.identity.FamilyCardNumber;
import id.tumbuh.registry.identity.FamilyKey;
import id.tumbuh.registry.identity.IdentityKeys;
import id.tumbuh.registry.identity.SealedField;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A family as it is stored: identities sealed, risk decided. */
@SuppressWarnings("ArrayRecordComponent") // written once, compared by nobody
record FamilyRow(
        NewFamily family,
        byte[] dataKey,
        byte @Nullable [] cardSealed,
        byte @Nullable [] cardIndex,
        byte @Nullable [] phoneSealed,
        byte @Nullable [] addressSealed,
        byte[] fingerprint,
        Decision decision,
        long version) {

    static FamilyRow sealed(NewFamily family, FamilyKey key, IdentityKeys identities, Decision decision, long version) {
        UUID id = family.id();
        FamilyCardNumber card = family.card();
        return new FamilyRow(
                family,
                key.wrapped(),
                key.seal(SealedField.FAMILY_CARD, id, card == null ? null : card.digits()),
                card == null ? null : identities.index(card),
                key.seal(SealedField.FAMILY_PHONE, id, family.phone()),
                key.seal(SealedField.FAMILY_ADDRESS, id, family.address()),
                identities.fingerprint(family.content()),
                decision,
                version);
    }

    UUID id() {
        return family.id();
    }

    String area() {
        return family.area().value();
    }

    Risk risk() {
        return decision.risk();
    }

    FamilyState state() {
        return new FamilyState(id(), version, area(), risk(), family.welfareRank(), null);
    }

    FamilyRow withVersion(long other) {
        return new FamilyRow(
                family, dataKey, cardSealed, cardIndex, phoneSealed, addressSealed, fingerprint, decision, other);
    }

    @Override
    public String toString() {
        return "FamilyRow[" + id() + "]";
    }
}
