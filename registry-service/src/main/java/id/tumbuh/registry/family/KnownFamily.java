package id.tumbuh.registry.family;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.registry.identity.FamilyCardNumber;
import id.tumbuh.registry.identity.FamilyKey;
import id.tumbuh.registry.identity.IdentityKeys;
import id.tumbuh.registry.identity.SealedField;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** One family with everything that is known of it, identities opened. */
record KnownFamily(
        NewFamily content,
        FamilyFacts facts,
        FamilyKey key,
        @Nullable Priority priority) {
    private static final String SELECT = "select " + FamilyFacts.COLUMNS + """
            , rw, rt, head_name, data_key, card_sealed, phone_sealed, address_sealed, priority, priority_reason
            from family
            """;

    static Optional<KnownFamily> find(Handle sql, UUID id, IdentityKeys identities) {
        return sql.createQuery(SELECT + "where id = :id")
                .bind("id", id)
                .map((row, _) -> read(row, identities))
                .findOne();
    }

    /** Others wait with their change until this one is through. */
    static Optional<KnownFamily> lock(Handle sql, UUID id, IdentityKeys identities) {
        return sql.createQuery(SELECT + "where id = :id for update")
                .bind("id", id)
                .map((row, _) -> read(row, identities))
                .findOne();
    }

    /** The first of those who live in a desa. */
    static List<KnownFamily> lockSomeIn(Handle sql, AreaCode area, int limit, IdentityKeys identities) {
        return sql.createQuery(SELECT + "where area_code = :area order by id limit :limit for update")
                .bind("area", area.value())
                .bind("limit", limit)
                .map((row, _) -> read(row, identities))
                .list();
    }

    /** Those of them who live in a desa. */
    static List<KnownFamily> lockAmong(Handle sql, Collection<UUID> ids, AreaCode area, IdentityKeys identities) {
        return sql.createQuery(SELECT + "where id = any(:ids) and area_code = :area order by id for update")
                .bindArray("ids", UUID.class, ids)
                .bind("area", area.value())
                .map((row, _) -> read(row, identities))
                .list();
    }

    /** Its persons have come or gone since it was read. */
    KnownFamily with(Residents residents) {
        return new KnownFamily(
                content,
                new FamilyFacts(facts.state(), facts.conditions(), residents, facts.screenAgainOn()),
                key,
                priority);
    }

    boolean isMerged() {
        return facts.state().mergedInto() != null;
    }

    UUID id() {
        return facts.id();
    }

    FamilyHome home() {
        return new FamilyHome(id(), content.area(), key.wrapped());
    }

    long version() {
        return facts.state().version();
    }

    /** A correction that leaves an identity out keeps it: whoever corrects the water need not know the NIK. */
    NewFamily completing(NewFamily correction) {
        return new NewFamily(
                correction.id(),
                correction.area(),
                correction.rw(),
                correction.rt(),
                correction.headName(),
                correction.card() == null ? content.card() : correction.card(),
                correction.phone() == null ? content.phone() : correction.phone(),
                correction.address() == null ? content.address() : correction.address(),
                correction.welfareRank(),
                correction.conditions(),
                correction.observed());
    }

    private static KnownFamily read(ResultSet row, IdentityKeys identities) throws SQLException {
        FamilyFacts facts = FamilyFacts.read(row);
        UUID id = facts.id();
        FamilyKey key = identities.open(id, row.getBytes("data_key"));
        String card = key.open(SealedField.FAMILY_CARD, id, row.getBytes("card_sealed"));
        NewFamily content = new NewFamily(
                id,
                new AreaCode(facts.state().area()),
                row.getString("rw"),
                row.getString("rt"),
                row.getString("head_name"),
                card == null ? null : new FamilyCardNumber(card),
                key.open(SealedField.FAMILY_PHONE, id, row.getBytes("phone_sealed")),
                key.open(SealedField.FAMILY_ADDRESS, id, row.getBytes("address_sealed")),
                facts.state().welfareRank(),
                facts.conditions());
        return new KnownFamily(content, facts, key, Priority.read(row));
    }

    @Override
    public String toString() {
        return "KnownFamily[" + facts.id() + "]";
    }
}
