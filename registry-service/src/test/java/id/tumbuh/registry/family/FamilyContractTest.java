package id.tumbuh.registry.family;

import static id.tumbuh.registry.screening.RiskFactor.BIRTHS_TOO_CLOSE;
import static id.tumbuh.registry.screening.RiskFactor.UNSAFE_SANITATION;
import static id.tumbuh.registry.screening.RiskFactor.UNSAFE_WATER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import id.tumbuh.registry.Contracts;
import id.tumbuh.registry.family.FamilyEvent.Fact;
import id.tumbuh.registry.screening.RiskFactor;
import id.tumbuh.registry.screening.TargetCategory;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FamilyContractTest {
    private static final UUID FAMILY = UUID.fromString("0198c1a0-0000-7000-8000-000000000001");
    private static final UUID OTHER = UUID.fromString("0198c1a0-0000-7000-8000-000000000009");
    private static final String RULES = "krs-1.1.1.1.1.1.1.1.1.1.1.1.1";
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    @Test
    void eachEventIsWrittenAsItsExample() throws IOException {
        assertWritten("family-registered", FamilyEvent.of(Fact.REGISTERED, state(false, 2), 1));
        assertWritten(
                "family-flagged-at-risk",
                FamilyEvent.of(Fact.FLAGGED_AT_RISK, state(true, 2, UNSAFE_WATER, UNSAFE_SANITATION), 2));
        assertWritten(
                "family-changed", FamilyEvent.of(Fact.CHANGED, state(true, 1, UNSAFE_WATER, BIRTHS_TOO_CLOSE), 3));
        assertWritten("family-risk-cleared", FamilyEvent.of(Fact.RISK_CLEARED, state(false, 2), 4));
    }

    @Test
    void whatHappenedToAFamilyIsWrittenAsItsExample() throws IOException {
        FamilyState before =
                state(true, 1, UNSAFE_WATER, BIRTHS_TOO_CLOSE).with(2, risk(UNSAFE_WATER, BIRTHS_TOO_CLOSE));
        LocalDate day = LocalDate.of(2026, 3, 1);

        assertWritten("family-risk-changed", FamilyEvent.ofChange(risk(UNSAFE_WATER), before.with(3, before.risk())));
        FamilyState moved = new FamilyState(FAMILY, 3, "36.04.20.2001", before.risk(), 1, null);
        assertWritten("family-moved", only(before, moved, new Occasion.Moved("36.04.20.2006", day)));
        assertWritten("family-split", only(before, before.with(3, before.risk()), new Occasion.Split(OTHER, day)));
        FamilyState merged = new FamilyState(FAMILY, 3, "36.04.20.2006", Risk.none(RULES), 1, OTHER);
        assertWritten("family-merged", only(before, merged, new Occasion.Merged(day)));
        assertWritten(
                "family-merge-undone",
                only(before, before.with(3, before.risk()), new Occasion.Separated(day.plusDays(1))));
    }

    @Test
    void aRiskThatChangesByAMoveIsAFactOfItsOwnWithoutAGap() {
        FamilyState before = state(true, 2, UNSAFE_WATER);
        FamilyState after = state(false, 2).with(6, state(false, 2).risk());
        Occasion moved = new Occasion.Moved("36.04.20.2001", LocalDate.of(2026, 3, 1));

        assertThat(FamilyEvent.ofOccasion(before, after, moved))
                .extracting(FamilyEvent::fact, FamilyEvent::sequence, FamilyEvent::atRisk)
                .containsExactly(tuple(Fact.MOVED, 5L, true), tuple(Fact.RISK_CLEARED, 6L, false));
        assertThat(FamilyEvent.versionAfter(before, after, moved)).isEqualTo(6);
        assertThat(FamilyEvent.versionAfter(before, before, moved)).isEqualTo(5);
    }

    private static FamilyEvent only(FamilyState before, FamilyState after, Occasion occasion) {
        List<FamilyEvent> events = FamilyEvent.ofOccasion(before, after, occasion);
        assertThat(events).hasSize(1);
        return events.getFirst();
    }

    private static Risk risk(RiskFactor... factors) {
        return state(true, 1, factors).risk();
    }

    @Test
    void theFactFollowsFromTheRiskBeforeAndAfter() {
        FamilyState well = state(false, 2);
        FamilyState ill = state(true, 2, UNSAFE_WATER);

        assertThat(FamilyEvent.ofChange(well.risk(), well).fact()).isEqualTo(Fact.CHANGED);
        assertThat(FamilyEvent.ofChange(ill.risk(), ill).fact()).isEqualTo(Fact.CHANGED);
        assertThat(FamilyEvent.ofChange(risk(BIRTHS_TOO_CLOSE), ill).fact()).isEqualTo(Fact.RISK_CHANGED);
        assertThat(FamilyEvent.ofChange(well.risk(), ill).fact()).isEqualTo(Fact.FLAGGED_AT_RISK);
        assertThat(FamilyEvent.ofChange(ill.risk(), well).fact()).isEqualTo(Fact.RISK_CLEARED);
    }

    @Test
    void aFamilyRegisteredAtRiskHasTwoVersionsWithoutAGap() {
        assertThat(FamilyEvent.ofRegistration(state(true, 2, UNSAFE_WATER)))
                .extracting(FamilyEvent::fact, FamilyEvent::sequence)
                .containsExactly(tuple(Fact.REGISTERED, 1L), tuple(Fact.FLAGGED_AT_RISK, 2L));
        assertThat(FamilyEvent.versionWhenRegistered(
                        state(true, 2, UNSAFE_WATER).risk()))
                .isEqualTo(2);
        assertThat(FamilyEvent.versionWhenRegistered(state(false, 2).risk())).isEqualTo(1);
    }

    private static FamilyState state(boolean atRisk, int welfareRank, RiskFactor... factors) {
        return new FamilyState(
                FAMILY,
                4,
                "36.04.20.2006",
                new Risk(List.of(TargetCategory.PUS, TargetCategory.BADUTA), atRisk, List.of(factors), RULES),
                welfareRank,
                null);
    }

    private static void assertWritten(String name, FamilyEvent event) throws IOException {
        assertThat(event.type()).isEqualTo("id.tumbuh.registry." + name + ".v1");
        assertThat(event.partitionKey()).isEqualTo(FAMILY.toString());
        assertThat(JSON.readTree(JSON.writeValueAsBytes(event))).isEqualTo(Contracts.example(name));
    }
}
