package id.tumbuh.reporting.table;

import id.tumbuh.reporting.area.Area;
import id.tumbuh.reporting.area.Areas;
import id.tumbuh.reporting.reconciliation.Compare;
import id.tumbuh.reporting.reconciliation.Compared;
import id.tumbuh.reporting.reconciliation.Reconciliation;
import id.tumbuh.reporting.reconciliation.Routine;
import id.tumbuh.reporting.survey.SurveyEstimate;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Survey beside routine, of an area and of the kabupaten and kota in it: a survey speaks of nothing smaller. */
@ApplicationScoped
class ReconciliationTable implements FigureTable {
    private static final int DECIMALS = 4;
    private static final int KABUPATEN_LENGTH = 5;

    private final Areas areas;
    private final Compare compare;

    ReconciliationTable(Areas areas, Compare compare) {
        this.areas = areas;
        this.compare = compare;
    }

    @Override
    public String code() {
        return "reconciliation";
    }

    @Override
    public Set<String> readers() {
        return Readers.OF_FIGURES;
    }

    @Override
    public List<List<@Nullable Object>> rows(Handle sql, Wanted wanted, int most) {
        List<Area> asked = new ArrayList<>(List.of(wanted.area()));
        areas.children(sql, wanted.area().code()).stream()
                .filter(child -> child.code().length() <= KABUPATEN_LENGTH)
                .forEach(asked::add);
        return asked.stream()
                .map(area -> row(compare.of(sql, new Compare.Wanted(area, wanted.month(), 0))))
                .toList();
    }

    private static List<@Nullable Object> row(Compared compared) {
        Routine routine = compared.routine();
        SurveyEstimate survey = compared.survey();
        Reconciliation between = compared.between();
        OptionalDouble required = between == null ? OptionalDouble.empty() : between.requiredAmongUnmeasured();
        Double prevalence = routine.prevalence();
        Double found = compared.found();
        return Arrays.asList(
                compared.area().code(),
                compared.area().name(),
                routine.month(),
                routine.children(),
                routine.weighed(),
                routine.plausible(),
                routine.stunted(),
                prevalence == null ? null : percent(prevalence),
                percent(routine.measured()),
                survey == null ? null : survey.instrument(),
                survey == null ? null : survey.year(),
                survey == null ? null : survey.percent(),
                share(between, Reconciliation::lowest),
                share(between, Reconciliation::highest),
                required.isEmpty() ? null : percent(required.getAsDouble()),
                compared.expected(),
                found == null ? null : percent(found),
                compared.explanation(),
                compared.asOf());
    }

    private static @Nullable BigDecimal share(
            @Nullable Reconciliation between, ToDoubleFunction<Reconciliation> share) {
        return between == null ? null : percent(share.applyAsDouble(between));
    }

    private static BigDecimal percent(double share) {
        return BigDecimal.valueOf(share * 100).setScale(DECIMALS, RoundingMode.HALF_UP);
    }
}
