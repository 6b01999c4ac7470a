package id.tumbuh.registry.family;

import id.tumbuh.registry.batch.Columns;
import id.tumbuh.registry.screening.RiskFactor;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The families of the database; one statement for each batch. */
final class Families {
    private static final String INSERT = """
            insert into family (id, area_code, rw, rt, head_name, data_key, card_sealed, card_index, phone_sealed,
                address_sealed, drinking_water, latrine, contraception, wife_birth_date, pregnant, children,
                closest_spacing_months, declared_youngest, welfare_rank, targeted, at_risk, risk_factors, rule_version,
                fingerprint, version)
            select id, area_code, rw, rt, head_name, data_key, card_sealed, card_index, phone_sealed, address_sealed,
                drinking_water, latrine, contraception, wife_birth_date, pregnant, children, closest_spacing_months,
                declared_youngest, welfare_rank, targeted, at_risk, string_to_array(risk_factors, ','), rule_version,
                fingerprint, version
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                as row (id, area_code, rw, rt, head_name, data_key, card_sealed, card_index, phone_sealed, address_sealed,
                    drinking_water, latrine, contraception, wife_birth_date, pregnant, children, closest_spacing_months,
                    declared_youngest, welfare_rank, targeted, at_risk, risk_factors, rule_version, fingerprint, version)
            -- always in the same order: two batches that hold the same families wait for each other instead of dying
            order by id
            on conflict (id) do nothing
            returning id""";

    private static final String UPDATE = """
            update family set area_code = row.area_code, rw = row.rw, rt = row.rt, head_name = row.head_name,
                card_sealed = row.card_sealed, card_index = row.card_index, phone_sealed = row.phone_sealed,
                address_sealed = row.address_sealed, drinking_water = row.drinking_water, latrine = row.latrine,
                contraception = row.contraception, wife_birth_date = row.wife_birth_date, pregnant = row.pregnant,
                children = row.children, closest_spacing_months = row.closest_spacing_months,
                declared_youngest = row.declared_youngest, welfare_rank = row.welfare_rank, targeted = row.targeted,
                at_risk = row.at_risk, risk_factors = string_to_array(row.risk_factors, ','),
                rule_version = row.rule_version, fingerprint = row.fingerprint, version = row.version,
                changed_at = clock_timestamp()
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                as row (id, area_code, rw, rt, head_name, data_key, card_sealed, card_index, phone_sealed, address_sealed,
                    drinking_water, latrine, contraception, wife_birth_date, pregnant, children, closest_spacing_months,
                    declared_youngest, welfare_rank, targeted, at_risk, risk_factors, rule_version, fingerprint, version)
            where family.id = row.id""";

    private Families() {}

    static void update(Handle sql, FamilyRow row) {
        columns(List.of(row)).update(sql, UPDATE);
    }

    /** Stores those whose id is free and says which. */
    static Set<UUID> insert(Handle sql, List<FamilyRow> rows) {
        return new HashSet<>(columns(rows).query(sql, INSERT, row -> row.getObject(1, UUID.class)));
    }

    /** A family that isn't visible under the transaction's scope is not there. */
    static Map<UUID, byte[]> fingerprints(Handle sql, Collection<UUID> ids) {
        Map<UUID, byte[]> found = new HashMap<>();
        sql.createQuery("select id, fingerprint from family where id = any(:ids)")
                .bindArray("ids", UUID.class, ids.toArray())
                .map((row, _) -> Map.entry(row.getObject("id", UUID.class), row.getBytes("fingerprint")))
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return found;
    }

    private static Columns<FamilyRow> columns(List<FamilyRow> rows) {
        return Columns.of(rows)
                .uuid(FamilyRow::id)
                .text(FamilyRow::area)
                .text(row -> row.family().rw())
                .text(row -> row.family().rt())
                .text(row -> row.family().headName())
                .bytes(FamilyRow::dataKey)
                .bytes(FamilyRow::cardSealed)
                .bytes(FamilyRow::cardIndex)
                .bytes(FamilyRow::phoneSealed)
                .bytes(FamilyRow::addressSealed)
                .text(row -> row.family().conditions().drinkingWater())
                .text(row -> row.family().conditions().latrine())
                .text(row -> row.family().conditions().contraception())
                .as("date", row -> row.family().conditions().wifeBirthDate())
                .as("bool", row -> row.family().conditions().pregnant())
                .int4(row -> row.family().conditions().children())
                .int4(row -> row.family().conditions().closestSpacingMonths())
                .as("date", row -> row.family().conditions().youngestChildBirthDate())
                .int4(row -> row.family().welfareRank())
                .as("bool", row -> row.risk().targeted())
                .as("bool", row -> row.risk().atRisk())
                .text(row -> row.risk().joinedFactors())
                .text(row -> row.risk().ruleVersion())
                .bytes(FamilyRow::fingerprint)
                .int8(FamilyRow::version);
    }

    static List<RiskFactor> factors(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        List<RiskFactor> factors = new ArrayList<>();
        for (Object text : (Object[]) array.getArray()) {
            factors.add(RiskFactor.valueOf((String) text));
        }
        return factors;
    }
}
