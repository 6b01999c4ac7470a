package id.tumbuh.registry.companion;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import id.tumbuh.platform.messaging.IntegrationEvent;
import id.tumbuh.registry.Contracts;
import id.tumbuh.registry.companion.PriorityActivities.Period;
import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CompanionContractTest {
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());
    private static final UUID FAMILY = id("01");
    private static final Target TARGET = new Target(new Target.Key(TargetKind.FAMILY, FAMILY), FAMILY, "36.04.20.2006");

    @Test
    void eachEventIsWrittenAsItsExample() throws IOException {
        Assignment assigned = Assignment.of(
                id("a1"),
                TARGET,
                id("b1"),
                new Assignment.Beginning(LocalDate.of(2026, 11, 1), Assignment.Cause.PROPOSED, null, "tpps-1"));

        assertWritten("companion-assigned", CompanionEvent.of(assigned));
        assertWritten(
                "companion-released",
                CompanionEvent.of(assigned.released(new Assignment.Release(
                        LocalDate.of(2026, 11, 20), Assignment.ReleaseCause.RISK_CLEARED, null, "somebody"))));
        NewVisit visit = new NewVisit(
                id("c1"),
                id("b1"),
                TARGET.key(),
                LocalDate.of(2026, 11, 20),
                VisitOutcome.DONE,
                Map.of("WATER_SAFE", Answer.NO),
                List.of("REFERRAL", "EDUCATION"));
        assertWritten(
                "companion-visited",
                VisitEvent.of(
                        new Visits.Row(visit, new Visits.Home(FAMILY, TARGET.area()), id("a1"), "kader-7", new byte[0]),
                        true));
    }

    @Test
    void anAssignmentNeverEndsBeforeItBegan() {
        Assignment assigned = Assignment.of(
                id("a1"),
                TARGET,
                id("b1"),
                new Assignment.Beginning(LocalDate.of(2026, 11, 10), Assignment.Cause.PROPOSED, null, "tpps-1"));

        assertThat(assigned.released(new Assignment.Release(
                                LocalDate.of(2026, 11, 9), Assignment.ReleaseCause.MERGED, null, "x"))
                        .release())
                .extracting("on")
                .isEqualTo(LocalDate.of(2026, 11, 10));
    }

    @Test
    void aMonthCountsTheVisitsOfAtLeastOneInterval() {
        YearMonth november = YearMonth.of(2026, 11);

        assertThat(Period.of(november, LocalDate.of(2027, 1, 5), 30))
                .isEqualTo(period("2026-11-01", "2026-11-01", "2026-11-30"));
        assertThat(Period.of(november, LocalDate.of(2027, 1, 5), 31))
                .isEqualTo(period("2026-11-01", "2026-10-31", "2026-11-30"));
        assertThat(Period.of(november, LocalDate.of(2026, 11, 3), 30))
                .isEqualTo(period("2026-11-01", "2026-10-05", "2026-11-03"));
    }

    private static Period period(String begins, String from, String to) {
        return new Period(LocalDate.parse(begins), LocalDate.parse(from), LocalDate.parse(to));
    }

    private static UUID id(String last) {
        return UUID.fromString("0198c1a0-0000-7000-8000-0000000000" + last);
    }

    private static void assertWritten(String name, IntegrationEvent event) throws IOException {
        assertThat(event.type()).isEqualTo("id.tumbuh.registry." + name + ".v1");
        assertThat(event.partitionKey()).isEqualTo(FAMILY.toString());
        assertThat(JSON.readTree(JSON.writeValueAsBytes(event))).isEqualTo(Contracts.example(name));
    }
}
