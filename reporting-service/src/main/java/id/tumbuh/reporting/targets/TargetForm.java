package id.tumbuh.reporting.targets;

import static java.util.Objects.requireNonNull;

import id.tumbuh.platform.http.Form;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.reporting.statement.Faults;
import id.tumbuh.reporting.statement.SourceForm;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A target as it is written in JSON. */
@Schema(name = "NewAreaTarget", examples = TargetForm.EXAMPLE)
record TargetForm(@Nullable BigDecimal percent, @Nullable SourceForm source) implements Form {
    static final String EXAMPLE = """
            {"percent": 14, "source": {"author": "Bupati", "title": "RPJMD 2021–2026", "publishedOn": "2021-09-30"}}""";

    private static final int DECIMALS = 2;

    @Override
    public Optional<Problem.Violation> fault() {
        return Faults.first(
                        Faults.required("/percent", percent),
                        Faults.percent("/percent", percent, DECIMALS),
                        Faults.required("/source", source))
                .or(() -> requireNonNull(source).fault());
    }

    AreaTarget value(AreaTargets.Key key) {
        return new AreaTarget(
                key.area(),
                key.indicator(),
                key.year(),
                0,
                requireNonNull(percent).setScale(DECIMALS, RoundingMode.UNNECESSARY),
                requireNonNull(source).value());
    }
}
