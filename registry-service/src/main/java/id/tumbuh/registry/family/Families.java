package id.tumbuh.registry.family;

import id.tumbuh.platform.database.Columns;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The families of the database; one statement for each batch. */
final class Families {
    private static final String INSERT = """
            insert into family (id, area_code, rw, rt, head_name, data_key, card_sealed, card_index, phone_sealed,
                address_sealed, drinking_water, latrine, contraception, wife_birth_date, pregnant, children,
                closest_spacing_months, declared_youngest, welfare_rank, targeted, target_categories, at_risk, risk_factors,
                rule_version, screen_again_on, fingerprint, version)
            select id, area_code, rw, rt, head_name, data_key, card_sealed, card_index, phone_sealed, address_sealed,
                drinking_water, latrine, contraception, wife_birth_date, pregnant, children, closest_spacing_months,
                declared_youngest, welfare_rank, target_categories <> '', string_to_array(target_categories, ','), at_risk,
                string_to_array(risk_factors, ','), rule_version, screen_again_on, fingerprint, version
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                as row (id, area_code, rw, rt, head_name, data_key, card_sealed, card_index, phone_sealed, address_sealed,
                    drinking_water, latrine, contraception, wife_birth_date, pregnant, children, closest_spacing_months,
                    declared_youngest, welfare_rank, target_categories, at_risk, risk_factors, rule_version, screen_again_on,
                    fingerprint, version)
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
                declared_youngest = row.declared_youngest, welfare_rank = row.welfare_rank,
                targeted = row.target_categories <> '', target_categories = string_to_array(row.target_categories, ','),
                at_risk = row.at_risk, risk_factors = string_to_array(row.risk_factors, ','),
                rule_version = row.rule_version, screen_again_on = row.screen_again_on, fingerprint = row.fingerprint, version = row.version,
                changed_at = clock_timestamp()
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                as row (id, area_code, rw, rt, head_name, data_key, card_sealed, card_index, phone_sealed, address_sealed,
                    drinking_water, latrine, contraception, wife_birth_date, pregnant, children, closest_spacing_months,
                    declared_youngest, welfare_rank, target_categories, at_risk, risk_factors, rule_version, screen_again_on,
                    fingerprint, version)
            where family.id = row.id""";

    private Families() {}

    static void update(Handle sql, FamilyRow row) {
        update(sql, List.of(row));
    }

    static void update(Handle sql, List<FamilyRow> rows) {
        columns(rows).update(sql, UPDATE);
    }

    /** Stores those whose id is free and says which. */
    static Set<UUID> insert(Handle sql, List<FamilyRow> rows) {
        return new HashSet<>(columns(rows).query(sql, INSERT, row -> row.getObject(1, UUID.class)));
    }

    static Optional<String> areaOf(Handle sql, UUID id) {
        return sql.createQuery("select area_code from family where id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .findOne();
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
                .text(row -> Risk.joined(row.risk().targets()))
                .as("bool", row -> row.risk().atRisk())
                .text(row -> Risk.joined(row.risk().factors()))
                .text(row -> row.risk().ruleVersion())
                .as("date", row -> row.decision().againOn())
                .bytes(FamilyRow::fingerprint)
                .int8(FamilyRow::version);
    }

    static <E extends Enum<E>> List<E> constants(ResultSet row, String column, Class<E> type) throws SQLException {
        Array array = row.getArray(column);
        List<E> constants = new ArrayList<>();
        for (Object text : (Object[]) array.getArray()) {
            constants.add(Enum.valueOf(type, (String) text));
        }
        return constants;
    }
}
