package id.tumbuh.intervention.caseaudit;

import static org.assertj.core.api.Assertions.assertThat;

import id.tumbuh.intervention.TestDatabase;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

/** A kabupaten of its own (36.76) with 100,000 children, 5,408 of them stunted, as Kabupaten Serang's list of 2024. */
@QuarkusTest
@WithTestResource(RealServers.class)
class ProposeCasesSpeedTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 26);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    @Inject
    Database transactions;

    @Inject
    TestDatabase database;

    @Inject
    ProposeCases propose;

    @Test
    void aWholeKabupatenIsRankedWhileSomebodyWaits() {
        UUID round = UUID.randomUUID();
        transactions.write(Scope.everywhere(), tx -> {
            kabupaten(tx.sql(), round);
            return round;
        });

        Instant start = Instant.now();
        Map<CaseAuditGroup, Integer> proposed = transactions.write(
                Scope.everywhere(), tx -> propose.propose(tx, round, DAY).orElseThrow());
        Duration took = Duration.between(start, Instant.now());

        System.out.printf("proposed %s of 5,408 stunted among 100,000 children in %d ms%n", proposed, took.toMillis());
        assertThat(proposed).containsEntry(CaseAuditGroup.BADUTA, 50).containsEntry(CaseAuditGroup.BALITA, 50);
        assertThat(took).isLessThan(LONGEST);
        assertThat(database.row(
                        "select min(score) as least from case_audit where round_id = ? and audit_group = 'BADUTA'",
                        round))
                .containsEntry("least", 60);
    }

    /** One in four of the stunted is severely so; ages from 1 to 59 months. */
    private static void kabupaten(Handle sql, UUID round) {
        sql.execute("""
                insert into case_audit_subject (id, kind, area_code, family_id, home_version, birth_date, stunting)
                select gen_random_uuid(), 'CHILD', '36.76.01.' || lpad((1000 + n % 300)::text, 4, '0'), gen_random_uuid(), 1,
                    date '2026-11-26' - (30 + n % 59 * 30), case when n > 5408 then 'NORMAL' when n % 4 = 0
                    then 'SEVERELY_STUNTED' else 'STUNTED' end
                from generate_series(1, 100000) as n""");
        sql.createUpdate("""
                        insert into case_audit_round (id, area_code, year, semester, starts_on, team, stage_due)
                        values (:id, '36.76', 2026, 2, '2026-07-06', '{DINKES}', '{}')""").bind("id", round).execute();
    }
}
