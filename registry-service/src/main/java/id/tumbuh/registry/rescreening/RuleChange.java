package id.tumbuh.registry.rescreening;

import com.fasterxml.jackson.databind.JsonNode;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.registry.batch.Faults;
import id.tumbuh.registry.batch.Registration;
import id.tumbuh.registry.problem.RegistryProblem;
import id.tumbuh.registry.screening.ScreeningRules;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A rule with another value, from a day on. */
@Schema(name = "RuleChange", examples = """
        {"code": "krs.most-children", "value": 2, "validFrom": "2026-07-01", "source": "Keputusan Contoh 1/2026"}""")
record RuleChange(
        @Nullable String code,
        @Nullable JsonNode value,
        @Nullable LocalDate validFrom,
        @Nullable String source,
        @Nullable String note) {

    Optional<Registration.Invalid> fault(String at) {
        return Faults.first(
                Faults.required(at + "/code", code),
                Faults.unless(
                        code == null || ScreeningRules.CODES.contains(code),
                        RegistryProblem.RULE_UNKNOWN,
                        at + "/code"),
                Faults.required(at + "/value", value == null || value.isNull() ? null : value),
                Faults.required(at + "/validFrom", validFrom),
                Faults.required(at + "/source", source == null || source.isBlank() ? null : source),
                Faults.atMost(200, at + "/source", source),
                Faults.atMost(500, at + "/note", note),
                Faults.unless(
                        validFrom == null || !validFrom.isBefore(LocalDate.of(2000, 1, 1)),
                        CommonProblem.OUT_OF_RANGE,
                        at + "/validFrom"));
    }
}
