package id.tumbuh.registry.family;

import id.tumbuh.registry.screening.Contraception;
import id.tumbuh.registry.screening.DrinkingWater;
import id.tumbuh.registry.screening.Latrine;
import id.tumbuh.registry.screening.RiskFactor;
import id.tumbuh.registry.screening.TargetCategory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A stored family without its identities: what it is screened by and what was decided. */
record FamilyFacts(
        FamilyState state,
        FamilyConditions conditions,
        Residents residents,
        @Nullable LocalDate screenAgainOn) {
    static final String COLUMNS = """
            id, version, area_code, target_categories, at_risk, risk_factors, rule_version, welfare_rank, merged_into,
            drinking_water, latrine, contraception, wife_birth_date, pregnant, children, closest_spacing_months,
            declared_youngest, child_births, registered_wife_birth, registered_pregnant, screen_again_on""";

    static FamilyFacts read(ResultSet row) throws SQLException {
        Risk risk = new Risk(
                Families.constants(row, "target_categories", TargetCategory.class),
                row.getBoolean("at_risk"),
                Families.constants(row, "risk_factors", RiskFactor.class),
                row.getString("rule_version"));
        FamilyState state = new FamilyState(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                row.getString("area_code"),
                risk,
                row.getObject("welfare_rank", Integer.class),
                row.getObject("merged_into", UUID.class));
        return new FamilyFacts(
                state, readConditions(row), readResidents(row), row.getObject("screen_again_on", LocalDate.class));
    }

    private static Residents readResidents(ResultSet row) throws SQLException {
        java.sql.Date[] births = (java.sql.Date[]) row.getArray("child_births").getArray();
        return new Residents(
                Arrays.stream(births).map(java.sql.Date::toLocalDate).toList(),
                row.getObject("registered_wife_birth", LocalDate.class),
                row.getObject("registered_pregnant", Boolean.class));
    }

    private static FamilyConditions readConditions(ResultSet row) throws SQLException {
        return new FamilyConditions(
                constant(row, "drinking_water", DrinkingWater.class),
                constant(row, "latrine", Latrine.class),
                constant(row, "contraception", Contraception.class),
                row.getObject("wife_birth_date", LocalDate.class),
                row.getObject("pregnant", Boolean.class),
                row.getObject("children", Integer.class),
                row.getObject("closest_spacing_months", Integer.class),
                row.getObject("declared_youngest", LocalDate.class));
    }

    private static <E extends Enum<E>> @Nullable E constant(ResultSet row, String column, Class<E> type)
            throws SQLException {
        String text = row.getString(column);
        return text == null ? null : Enum.valueOf(type, text);
    }

    UUID id() {
        return state.id();
    }
}
