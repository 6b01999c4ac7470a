package id.tumbuh.measurement.exchange;

import static id.tumbuh.measurement.growth.MeasuresBuilder.measures;
import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.context.support.ValidationSupportContext;
import ca.uhn.fhir.parser.StrictErrorHandler;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.tumbuh.measurement.exchange.ExchangedMeasurement.Row;
import id.tumbuh.measurement.exchange.ObservationBundle.Built;
import id.tumbuh.measurement.growth.GrowthIndex;
import id.tumbuh.measurement.growth.GrowthPolicy;
import id.tumbuh.measurement.growth.HeadForAge;
import id.tumbuh.measurement.growth.HeightForAge;
import id.tumbuh.measurement.growth.Measures;
import id.tumbuh.measurement.growth.Permenkes;
import id.tumbuh.measurement.growth.Position;
import id.tumbuh.measurement.growth.Sex;
import id.tumbuh.measurement.growth.WeightForAge;
import id.tumbuh.measurement.growth.WeightForHeight;
import id.tumbuh.measurement.growth.WhoGrowthStandard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObservationBundleTest {

    private static final WhoGrowthStandard STANDARD = WhoGrowthStandard.load();
    private static final SatusehatCodes CODES = codes();
    private static final UUID ID = UUID.fromString("0198c1a0-0000-7000-8000-000000000004");
    private static final Measures WHOLE = measures()
            .weightKg(8.4)
            .lengthHeightCm(72.5)
            .position(Position.LYING)
            .headCircumferenceCm(44.6)
            .armCircumferenceCm(13.1)
            .build();

    @Test
    void wholeMeasurementIsNineObservations() {
        Map<String, Observation> observations = build(WHOLE, 1, false, Set.of());

        assertThat(observations.keySet())
                .containsExactlyInAnyOrder(
                        "29463-7",
                        "8306-3",
                        "9843-4",
                        "284473002",
                        "1153593003",
                        "1153590000",
                        "1153598007",
                        "1153596006",
                        "1153594009");
        assertThat(observations.values()).allSatisfy(observation -> {
            assertThat(observation.getStatus()).isEqualTo(ObservationStatus.FINAL);
            assertThat(observation.getEffectiveDateTimeType().asStringValue()).isEqualTo("2025-08-12");
            assertThat(observation.getSubject().getIdentifier().getSystem()).isEqualTo("urn:tumbuh:child");
            assertThat(observation.getSubject().getReference()).isNull();
        });
        assertQuantity(observations, "29463-7", "8.4", "kg");
        assertQuantity(observations, "8306-3", "72.5", "cm");
        assertQuantity(observations, "1153590000", "-2.47", "{Zscore}");
    }

    @ParameterizedTest(name = "{0} at {1} days: {2}, {3}, {4}")
    @CsvSource({
        "LYING, 730, 8306-3, 1153590000, 1153598007",
        "STANDING, 731, 8308-9, 1153604005, 1153600001",
        "STANDING, 730, 8308-9, 1153590000, 1153598007",
        "LYING, 731, 8306-3, 1153604005, 1153600001",
        ", 730, 8302-2, 1153590000, 1153598007",
        ", 731, 8302-2, 1153604005, 1153600001"
    })
    void codeSaysHowItWasTakenAndTheIndexGoesByAge(
            @Nullable Position position, int days, String taken, String forAge, String weightFor) {
        Measures measures =
                measures().weightKg(11).lengthHeightCm(84).position(position).build();
        LocalDate day = LocalDate.of(2024, 3, 17).plusDays(days);

        assertThat(build(measure(measures, day, 1, false), Set.of()).keySet())
                .containsExactlyInAnyOrder("29463-7", taken, "1153593003", forAge, weightFor, "1153596006");
    }

    /** Every class of every index has the code of its own index; DOMAIN: codes are unique only within an index. */
    @Test
    void everyClassHasItsCode() {
        assertCodes(GrowthIndex.WEIGHT_FOR_AGE, WeightForAge.values(), "OI000007", "248342006", "43664005", "OI000010");
        assertCodes(
                GrowthIndex.LENGTH_HEIGHT_FOR_AGE,
                HeightForAge.values(),
                "OI000011",
                "444000005",
                "17489000",
                "83077003");
        assertCodes(
                GrowthIndex.WEIGHT_FOR_LENGTH_HEIGHT,
                WeightForHeight.values(),
                "OI000001",
                "248325000",
                "248324001",
                "OI000004",
                "238131007",
                "414915002");
        assertCodes(
                GrowthIndex.HEAD_CIRCUMFERENCE_FOR_AGE, HeadForAge.values(), "1148757008", "840673007", "1145403003");
        for (WeightForHeight category : WeightForHeight.values()) {
            assertThat(CODES.classOf(GrowthIndex.BMI_FOR_AGE, category)).isEmpty();
        }
    }

    @Test
    void scoreAndClassAreNeverApart() {
        for (double weight = 2; weight < 30; weight += 0.5) {
            for (double length = 45; length < 110; length += 5) {
                Measures measures =
                        measures().weightKg(weight).lengthHeightCm(length).build();
                build(measures, 1, false, Set.of()).values().stream()
                        .filter(one -> one.getCategoryFirstRep()
                                .getCodingFirstRep()
                                .getCode()
                                .equals("exam"))
                        .forEach(one -> {
                            assertThat(one.hasValueQuantity()).isTrue();
                            assertThat(one.getInterpretation()).hasSize(1);
                            assertThat(one.getInterpretationFirstRep().getText())
                                    .isNotBlank();
                        });
            }
        }
    }

    @Test
    void implausibleScoreAndOedemaGoWithoutScores() {
        assertThat(build(measures().weightKg(30).build(), 1, false, Set.of()).keySet())
                .containsExactly("29463-7");
        Measures swollen =
                measures().weightKg(8.4).lengthHeightCm(72.5).oedema(true).build();
        assertThat(build(swollen, 1, false, Set.of()).keySet())
                .containsExactlyInAnyOrder("29463-7", "8302-2", "1153590000");
    }

    @Test
    void correctionKeepsTheIdentifiersAndTakesBackWhatIsGone() {
        Built first = built(measure(WHOLE, LocalDate.of(2025, 8, 12), 1, false), Set.of());
        Built second =
                built(measure(measures().weightKg(8.5).build(), LocalDate.of(2025, 8, 12), 2, false), first.kinds());

        assertThat(second.bundle().getEntry())
                .extracting(entry -> entry.getFullUrl())
                .containsExactlyElementsOf(first.bundle().getEntry().stream()
                        .map(entry -> entry.getFullUrl())
                        .toList());
        assertThat(observations(second.bundle()))
                .filteredOn(one -> one.getStatus() == ObservationStatus.ENTEREDINERROR)
                .hasSize(7)
                .allSatisfy(one -> assertThat(one.hasValue()).isFalse());
        assertThat(observations(second.bundle()))
                .filteredOn(one -> one.getStatus() == ObservationStatus.AMENDED)
                .hasSize(2);
    }

    @Test
    void voidedIsTakenBackAsFarAsItIsHeld() {
        assertThat(built(measure(WHOLE, LocalDate.of(2025, 8, 12), 2, true), Set.of())
                        .bundle()
                        .getEntry())
                .isEmpty();
        assertThat(observations(built(
                                measure(WHOLE, LocalDate.of(2025, 8, 12), 2, true),
                                EnumSet.of(ObservationKind.WEIGHT, ObservationKind.WEIGHT_FOR_AGE))
                        .bundle()))
                .hasSize(2)
                .allSatisfy(one -> assertThat(one.getStatus()).isEqualTo(ObservationStatus.ENTEREDINERROR));
    }

    @Test
    void bundleSatisfiesFhirR4() {
        FhirValidator validator = validator();
        for (boolean voided : new boolean[] {false, true}) {
            Built built = built(
                    measure(
                            voided ? measures().weightKg(8.4).build() : WHOLE,
                            LocalDate.of(2025, 8, 12),
                            voided ? 2 : 1,
                            voided),
                    voided ? EnumSet.allOf(ObservationKind.class) : Set.of());
            String json = FhirJson.write(built.bundle());

            FhirStub.FHIR
                    .newJsonParser()
                    .setParserErrorHandler(new StrictErrorHandler())
                    .parseResource(Bundle.class, json);
            List<SingleValidationMessage> errors = validator.validateWithResult(json).getMessages().stream()
                    .filter(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
                    .toList();
            assertThat(errors).isEmpty();
        }
    }

    @Test
    void validatorFindsWhatIsWrong() {
        Bundle broken = built(measure(WHOLE, LocalDate.of(2025, 8, 12), 1, false), Set.of())
                .bundle();
        ((Observation) broken.getEntryFirstRep().getResource()).setStatus(null);

        assertThat(validator().validateWithResult(FhirJson.write(broken)).isSuccessful())
                .isFalse();
    }

    private static FhirValidator validator() {
        ValidationSupportChain chain = new ValidationSupportChain(
                new DefaultProfileValidationSupport(FhirStub.FHIR),
                new InMemoryTerminologyServerValidationSupport(FhirStub.FHIR),
                new CommonCodeSystemsTerminologyService(FhirStub.FHIR),
                new OtherCodeSystems());
        return FhirStub.FHIR.newValidator().registerValidatorModule(new FhirInstanceValidator(chain));
    }

    /** LOINC, SNOMED CT and those of the ministry are too large or too far to be here: every code of theirs is let through. */
    private static final class OtherCodeSystems implements IValidationSupport {

        private static final Set<String> SYSTEMS = Set.of(
                "http://loinc.org",
                "http://snomed.info/sct",
                "http://terminology.kemkes.go.id/CodeSystem/clinical-term");

        @Override
        public ca.uhn.fhir.context.FhirContext getFhirContext() {
            return FhirStub.FHIR;
        }

        @Override
        public boolean isCodeSystemSupported(ValidationSupportContext context, @Nullable String system) {
            return system != null && SYSTEMS.contains(system);
        }

        @Override
        public @Nullable CodeValidationResult validateCode(
                ValidationSupportContext context,
                ca.uhn.fhir.context.support.ConceptValidationOptions options,
                @Nullable String system,
                @Nullable String code,
                @Nullable String display,
                @Nullable String valueSet) {
            return system != null && SYSTEMS.contains(system) ? new CodeValidationResult().setCode(code) : null;
        }
    }

    private static void assertCodes(
            GrowthIndex index, id.tumbuh.measurement.growth.Category[] categories, String... codes) {
        assertThat(categories).hasSameSizeAs(codes);
        for (int place = 0; place < codes.length; place++) {
            var code = CODES.classOf(index, categories[place]).orElseThrow();
            assertThat(code.code()).isEqualTo(codes[place]);
            assertThat(code.system())
                    .isEqualTo(
                            codes[place].startsWith("OI")
                                    ? "http://terminology.kemkes.go.id/CodeSystem/clinical-term"
                                    : "http://snomed.info/sct");
        }
    }

    private static void assertQuantity(Map<String, Observation> observations, String code, String value, String unit) {
        Observation observation = Objects.requireNonNull(observations.get(code));
        assertThat(observation.getValueQuantity().getValue()).isEqualByComparingTo(value);
        assertThat(observation.getValueQuantity().getCode()).isEqualTo(unit);
        assertThat(observation.getValueQuantity().getSystem()).isEqualTo("http://unitsofmeasure.org");
    }

    private static Map<String, Observation> build(
            Measures measures, int version, boolean voided, Set<ObservationKind> held) {
        return build(measure(measures, LocalDate.of(2025, 8, 12), version, voided), held);
    }

    private static Map<String, Observation> build(ExchangedMeasurement measurement, Set<ObservationKind> held) {
        return observations(built(measurement, held).bundle()).stream()
                .collect(Collectors.toMap(
                        one -> one.getCode().getCodingFirstRep().getCode(), Function.identity()));
    }

    private static Built built(ExchangedMeasurement measurement, Set<ObservationKind> held) {
        return new ObservationBundle(measurement, CODES, "urn:tumbuh:child").build(held);
    }

    private static List<Observation> observations(Bundle bundle) {
        return bundle.getEntry().stream()
                .map(entry -> (Observation) entry.getResource())
                .toList();
    }

    private static ExchangedMeasurement measure(Measures measures, LocalDate day, int version, boolean voided) {
        GrowthPolicy policy = Permenkes.POLICY;
        Row row = new Row(
                ID,
                version,
                UUID.fromString("0198c1a0-0000-7000-8000-000000000002"),
                "36.04.20.2006",
                null,
                day,
                voided,
                Sex.P,
                LocalDate.of(2024, 3, 17),
                measures,
                1,
                null);
        return ExchangedMeasurement.of(row, STANDARD, policy);
    }

    /** As the migration writes them. */
    private static SatusehatCodes codes() {
        try {
            String migration = Files.readString(Path.of(
                    System.getProperty("tumbuh.root"),
                    "measurement-service/src/main/resources/db/migration/V1005__exchange.sql"));
            Matcher rule = Pattern.compile("'(\\{\\s+\"systems\".*?\\})',\\s+'SATUSEHAT", Pattern.DOTALL)
                    .matcher(migration);
            assertThat(rule.find()).isTrue();
            return SatusehatCodes.codes(JsonMapper.builder().build().readTree(rule.group(1)));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
