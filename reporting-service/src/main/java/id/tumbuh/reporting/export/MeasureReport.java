package id.tumbuh.reporting.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tumbuh.reporting.area.Area;
import id.tumbuh.reporting.indicator.Figure;
import id.tumbuh.reporting.indicator.Indicator;
import id.tumbuh.reporting.indicator.Sums;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A figure as a FHIR R4 MeasureReport of type summary (hl7.org/fhir/R4/measurereport.html). Areas are named by identifier: no FHIR
 * server knows them by an address that would be ours to say.
 */
record MeasureReport(
        String resourceType,
        List<Identifier> identifier,
        String status,
        String type,
        String measure,
        Reference subject,
        Instant date,
        Reference reporter,
        Period period,
        CodeableConcept improvementNotation,
        List<Group> group) {
    static final String EXAMPLE = """
            {"resourceType": "MeasureReport",
             "identifier": [{"system": "urn:tumbuh:figure", "value": "stunting-prevalence/36.04/2024-07"}],
             "status": "complete", "type": "summary", "measure": "urn:tumbuh:indicator:stunting-prevalence",
             "subject": {"type": "Location", "identifier": {"system": "urn:tumbuh:area", "value": "36.04"}, "display": "Serang"},
             "date": "2024-08-02T03:00:00Z",
             "reporter": {"type": "Organization", "identifier": {"system": "urn:tumbuh:area", "value": "36.04"}, "display": "Serang"},
             "period": {"start": "2024-07-01", "end": "2024-07-31"},
             "improvementNotation": {"coding": [
              {"system": "http://terminology.hl7.org/CodeSystem/measure-improvement-notation", "code": "decrease"}]},
             "group": [{"code": {"coding": [{"system": "urn:tumbuh:indicator", "code": "stunting-prevalence"}],
               "text": "Prevalensi stunting (data rutin)"},
              "population": [
               {"code": {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/measure-population", "code": "initial-population"}]},
                "count": 7000},
               {"code": {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/measure-population", "code": "denominator"}]},
                "count": 6300},
               {"code": {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/measure-population", "code": "numerator"}]},
                "count": 1260}],
              "measureScore": {"value": 20.0, "unit": "%", "system": "http://unitsofmeasure.org", "code": "%"}}]}""";

    private static final String INDICATOR = "urn:tumbuh:indicator";
    private static final String POPULATION = "http://terminology.hl7.org/CodeSystem/measure-population";
    private static final String IMPROVEMENT = "http://terminology.hl7.org/CodeSystem/measure-improvement-notation";

    MeasureReport {
        identifier = List.copyOf(identifier);
        group = List.copyOf(group);
    }

    record Identifier(String system, String value) {}

    record Reference(String type, Identifier identifier, String display) {
        static Reference to(String type, Area area) {
            return new Reference(type, new Identifier("urn:tumbuh:area", area.code()), area.name());
        }
    }

    record Period(LocalDate start, LocalDate end) {}

    record Coding(String system, String code) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CodeableConcept(List<Coding> coding, @Nullable String text) {
        CodeableConcept {
            coding = List.copyOf(coding);
        }

        static CodeableConcept of(String system, String code) {
            return new CodeableConcept(List.of(new Coding(system, code)), null);
        }
    }

    record Population(CodeableConcept code, long count) {
        static Population of(String code, long count) {
            return new Population(CodeableConcept.of(POPULATION, code), count);
        }
    }

    record Quantity(BigDecimal value, String unit, String system, String code) {}

    /**
     * The figure itself.
     *
     * @param measureScore null when there is nothing to divide by
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Group(
            CodeableConcept code,
            List<Population> population,
            @Nullable Quantity measureScore) {
        Group {
            population = List.copyOf(population);
        }
    }

    static MeasureReport of(Indicator indicator, Area area, YearMonth month, Sums sums, Instant at) {
        return new MeasureReport(
                "MeasureReport",
                List.of(new Identifier("urn:tumbuh:figure", indicator.code() + "/" + area.code() + "/" + month)),
                "complete",
                "summary",
                INDICATOR + ":" + indicator.code(),
                Reference.to("Location", area),
                at.truncatedTo(ChronoUnit.SECONDS),
                Reference.to("Organization", area),
                new Period(month.atDay(1), month.atEndOfMonth()),
                CodeableConcept.of(IMPROVEMENT, indicator.lowerIsBetter() ? "decrease" : "increase"),
                List.of(group(indicator, sums)));
    }

    private static Group group(Indicator indicator, Sums sums) {
        Figure figure = indicator.of(sums);
        BigDecimal percent = figure.percent();
        // Who should have come; of what there is, nobody knows whom to expect beyond those who are counted.
        long initial = indicator.kind() == Indicator.Kind.GROWTH ? sums.children() : figure.denominator();
        return new Group(
                new CodeableConcept(
                        List.of(new Coding(INDICATOR, indicator.code())),
                        indicator.indonesian().name()),
                List.of(
                        Population.of("initial-population", initial),
                        Population.of("denominator", figure.denominator()),
                        Population.of("numerator", figure.numerator())),
                percent == null ? null : new Quantity(percent, "%", "http://unitsofmeasure.org", "%"));
    }
}
