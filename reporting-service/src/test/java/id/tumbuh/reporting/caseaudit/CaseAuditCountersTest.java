package id.tumbuh.reporting.caseaudit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.platform.messaging.ReceivedEvent;
import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.reporting.Given;
import id.tumbuh.reporting.Planned;
import id.tumbuh.reporting.growth.Recomputation;
import id.tumbuh.reporting.indicator.Figure;
import id.tumbuh.reporting.indicator.Figures;
import id.tumbuh.reporting.indicator.Indicators;
import id.tumbuh.reporting.indicator.Sums;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How far audits of cases have come, by month and semester; a kabupaten for each story. */
@QuarkusTest
@WithTestResource(RealServers.class)
class CaseAuditCountersTest {
    private static final LocalDate SELECTED = LocalDate.of(2025, 9, 14);
    private static final YearMonth SEPTEMBER = YearMonth.from(SELECTED);

    @Inject
    Database database;

    @Inject
    Given given;

    @Inject
    CaseAuditConsumer consumer;

    @Inject
    CaseAudits audits;

    @Inject
    Figures figures;

    @Inject
    Indicators indicators;

    @Inject
    Recomputation recomputation;

    private final UUID id = UUID.randomUUID();

    @Test
    void overTheRealBrokerACaseCountsFromItsSelectionForTwelveMonths() {
        given.announced(
                stage(1, "63.21.01.2001", "PROPOSED", SELECTED.minusMonths(1)),
                stage(2, "63.21.01.2001", "SELECTED", SELECTED),
                stage(5, "63.21.01.2001", "EVALUATED", SELECTED.plusMonths(2)));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                evaluated("63.21", SEPTEMBER.plusMonths(2)).numerator())
                        .isOne());
        assertThat(evaluated("63.21", SEPTEMBER.minusMonths(1)).denominator()).isZero();
        assertThat(evaluated("63.21", SEPTEMBER).denominator()).isOne();
        assertThat(evaluated("63.21", SEPTEMBER.plusMonths(1)).numerator()).isZero();
        assertThat(evaluated("63.21", SEPTEMBER.plusMonths(11)).numerator()).isOne();
        assertThat(evaluated("63.21", SEPTEMBER.plusMonths(12)).denominator()).isZero();
    }

    @Test
    void aWithdrawnCaseCountsNoLongerAndWhatWasNotSelectedNever() {
        apply(stage(2, "63.22.01.2001", "SELECTED", SELECTED));
        apply(stage(3, "63.22.01.2001", "WITHDRAWN", SELECTED.plusMonths(3)));
        apply(Planned.caseAudit(UUID.randomUUID(), 2, "63.22.01.2001", 2, "BADUTA", "NOT_SELECTED", SELECTED));

        assertThat(evaluated("63.22", SEPTEMBER.plusMonths(2)).denominator()).isOne();
        assertThat(evaluated("63.22", SEPTEMBER.plusMonths(3)).denominator()).isZero();
    }

    @Test
    void groupsAndStagesAreCountedBySemester() {
        apply(stage(4, "63.23.01.2001", "FOLLOW_UP", SELECTED));
        apply(stage(3, "63.23.01.2001", "DISSEMINATED", SELECTED.minusDays(9)));
        apply(Planned.caseAudit(
                UUID.randomUUID(), 1, "63.23.02.2001", 3, "PREGNANT", "PROPOSED", LocalDate.of(2025, 2, 1)));

        database.read(Scope.everywhere(), sql -> {
            assertThat(audits.semesters(sql, "63.23")).containsExactly("2025-2", "2025-1");
            assertThat(audits.counts(sql, "63.23", "2025-2"))
                    .containsExactly(new CaseAudits.Count("BADUTA", "FOLLOW_UP", 1));
            assertThat(audits.list(sql, "63.23", "2025-1", 10))
                    .extracting(CaseAudits.Case::number)
                    .containsExactly("AKS-63.23-2025-1-0003");
            return true;
        });
    }

    @Test
    void ofAnErasedCaseNothingStaysAndNothingComesBack() {
        Announcement last = stage(3, "63.24.01.2001", "REVIEWED", SELECTED);
        apply(stage(2, "63.24.01.2001", "SELECTED", SELECTED), last);
        assertThat(evaluated("63.24", SEPTEMBER).denominator()).isOne();

        applyReceived(List.of(Planned.tombstone(last)));
        apply(last);

        assertThat(evaluated("63.24", SEPTEMBER).denominator()).isZero();
        database.read(Scope.everywhere(), sql -> {
            assertThat(audits.semesters(sql, "63.24")).isEmpty();
            assertThat(sql.createQuery("select row_to_json(c)::text from case_audit c where case_audit_id = :id")
                            .bind("id", id)
                            .mapTo(String.class)
                            .one())
                    .doesNotContain("63.24", "BADUTA");
            return true;
        });
        assertThat(recomputation.compare().stocks().different()).isZero();
    }

    @Test
    void storiesInAnyOrderEqualACountFromScratch() {
        List<String> stages = List.of("PROPOSED", "SELECTED", "REVIEWED", "FOLLOW_UP", "EVALUATED", "WITHDRAWN");
        for (int seed = 0; seed < 30; seed++) {
            Random random = new Random(seed);
            List<Announcement> told = new ArrayList<>();
            for (int number = 0; number < 4; number++) {
                UUID one = UUID.randomUUID();
                LocalDate day = SELECTED.plusDays(random.nextInt(200));
                for (int version = 1; version <= 1 + random.nextInt(stages.size()); version++) {
                    day = day.plusDays(random.nextInt(50));
                    told.add(Planned.caseAudit(
                            one,
                            version,
                            "63.25.0" + (1 + random.nextInt(4)) + ".2001",
                            number,
                            "BALITA",
                            stages.get(version - 1),
                            day));
                }
            }
            told.add(told.get(random.nextInt(told.size())));
            Collections.shuffle(told, random);
            int cut = random.nextInt(told.size());
            apply(told.subList(0, cut).toArray(Announcement[]::new));
            apply(told.subList(cut, told.size()).toArray(Announcement[]::new));
        }
        assertThat(recomputation.compare().stocks().different()).isZero();
        assertThat(evaluated("63.25", SEPTEMBER.plusMonths(6)).denominator()).isPositive();
    }

    private Announcement stage(long version, String area, String stage, LocalDate day) {
        return Planned.caseAudit(id, version, area, 1, "BADUTA", stage, day);
    }

    private void apply(Announcement... events) {
        applyReceived(Planned.received(List.of(events)));
    }

    private void applyReceived(List<ReceivedEvent> received) {
        if (!received.isEmpty()) {
            database.write(Scope.everywhere(), tx -> {
                consumer.apply(tx, received);
                return true;
            });
        }
    }

    private Figure evaluated(String area, YearMonth month) {
        return indicators
                .of("audits-evaluated")
                .of(database.read(Scope.everywhere(), sql -> figures.sums(sql, List.of(area), month))
                        .getOrDefault(area, Sums.NONE));
    }
}
