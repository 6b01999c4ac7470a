package id.tumbuh.registry.search;

import java.util.UUID;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** What the families looked for have in common, as a condition on {@code family f}. Only what is asked for is in the statement. */
final class Filter {
    private static final String IN_CARE = """
            select from companion_assignment a
            where a.target_kind = 'FAMILY' and a.target_id = f.id and a.released_on is null""";

    private final SearchForm form;
    private final StringBuilder condition = new StringBuilder("f.merged_into is null");

    private Filter(SearchForm form) {
        this.form = form;
        and(form.area(), "f.area_code >= :area and f.area_code < :areaEnd");
        and(form.rw(), "ltrim(f.rw, '0') = ltrim(:rw, '0')");
        and(form.rt(), "ltrim(f.rt, '0') = ltrim(:rt, '0')");
        and(form.posyanduId(), "f.id in (select c.family_id from child c where c.posyandu_id = :posyandu)");
        if (Boolean.TRUE.equals(form.atRisk())) {
            condition.append(" and f.at_risk"); // as the partial index says it
        }
        if (Boolean.FALSE.equals(form.atRisk())) {
            condition.append(" and not f.at_risk");
        }
        and(form.riskFactor(), "f.risk_factors @> array[cast(:factor as text)]");
        and(form.targetCategory(), "f.target_categories @> array[cast(:target as text)]");
        and(form.welfareRankAtMost(), "f.welfare_rank <= :rank");
        if (form.stuntedChild() != null) {
            condition.append(form.stuntedChild() ? " and f.priority is not null" : " and f.priority is null");
        }
        if (form.unassigned() != null) {
            condition
                    .append(form.unassigned() ? " and not exists (" : " and exists (")
                    .append(IN_CARE)
                    .append(")");
        }
    }

    static Filter of(SearchForm form) {
        return new Filter(form);
    }

    private void and(@Nullable Object asked, String sql) {
        if (asked != null) {
            condition.append(" and ").append(sql);
        }
    }

    String condition() {
        return condition.toString();
    }

    <S extends SqlStatement<S>> S bind(S statement) {
        S bound = statement;
        if (form.area() != null) {
            bound = bound.bind("area", form.area()).bind("areaEnd", form.area() + "/");
        }
        bound = one(bound, "rw", form.rw());
        bound = one(bound, "rt", form.rt());
        UUID posyandu = form.posyanduId();
        bound = posyandu == null ? bound : bound.bind("posyandu", posyandu);
        bound = one(
                bound,
                "factor",
                form.riskFactor() == null ? null : form.riskFactor().name());
        bound = one(
                bound,
                "target",
                form.targetCategory() == null ? null : form.targetCategory().name());
        return form.welfareRankAtMost() == null ? bound : bound.bind("rank", form.welfareRankAtMost());
    }

    private static <S extends SqlStatement<S>> S one(S statement, String name, @Nullable String value) {
        return value == null ? statement : statement.bind(name, value);
    }
}
