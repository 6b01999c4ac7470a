package id.tumbuh.registry.family;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tumbuh.registry.batch.Pages;
import id.tumbuh.registry.screening.RiskFactor;
import id.tumbuh.registry.screening.TargetCategory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A family in a list: where it lives and why it is looked at, without a name. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ListedFamily")
record ListedFamily(
        UUID id,
        long version,
        String area,
        @Nullable String rw,
        @Nullable String rt,
        boolean targeted,
        List<TargetCategory> targetCategories,
        boolean atRisk,
        List<RiskFactor> riskFactors,
        @Nullable Integer welfareRank,
        @Nullable String priority,
        @Nullable String priorityReason) {

    Pages.Position position() {
        return new Pages.Position(area, id);
    }

    static ListedFamily read(ResultSet row) throws SQLException {
        return new ListedFamily(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                row.getString("area_code"),
                row.getString("rw"),
                row.getString("rt"),
                row.getBoolean("targeted"),
                Families.constants(row, "target_categories", TargetCategory.class),
                row.getBoolean("at_risk"),
                Families.constants(row, "risk_factors", RiskFactor.class),
                row.getObject("welfare_rank", Integer.class),
                row.getString("priority"),
                row.getString("priority_reason"));
    }
}
