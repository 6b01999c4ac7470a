package id.tumbuh.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.tumbuh.platform.access.AuditEntry;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.audit.Finding.Kind;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.testing.LocalServers;
import id.tumbuh.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The audit under the hands of somebody who owns the tables. The sealer, the relay and the topic are the real ones. */
@QuarkusTest
@WithTestResource(RealServers.class)
class AuditChainTest {
    @Inject
    Database database;

    @Inject
    VerifyAudit audit;

    @Inject
    AuditSealer sealer;

    @Inject
    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    private Jdbi owner;
    private List<Long> ids = List.of();

    @BeforeEach
    void twentyEntriesInAtLeastTwoBlocks() {
        owner = Jdbi.create(url, "registry_owner", LocalServers.PASSWORD);
        owner.useHandle(sql -> {
            sql.execute("drop table if exists kept_entry, kept_block");
        });
        write(10);
        awaitSealed();
        aNumberThatNobodyUsed();
        write(10);
        awaitSealed();
        owner.useHandle(sql -> {
            sql.execute("create table kept_entry as select * from audit_entry");
            sql.execute("create table kept_block as select * from audit_block");
        });
        ids = owner.withHandle(sql -> sql.createQuery("select id from audit_entry order by id desc limit 20")
                        .mapTo(Long.class)
                        .list())
                .reversed();
        assertThat(audit.verify().findings()).isEmpty();
    }

    /** The tables as they were, so that each test breaks its own thing. */
    @AfterEach
    void restore() {
        owner.useTransaction(sql -> {
            sql.execute("delete from audit_entry where id <= (select max(id) from kept_entry)");
            sql.execute("insert into audit_entry overriding system value select * from kept_entry");
            sql.execute("delete from audit_block where number <= (select max(number) from kept_block)");
            sql.execute("insert into audit_block select * from kept_block");
            sql.execute("drop table kept_entry, kept_block");
        });
        assertThat(audit.verify().intact()).isTrue();
    }

    @Test
    void everyCommittedEntryIsSealedWithinSecondsAndAnnounced() {
        AuditVerdict verdict = audit.verify();

        assertThat(verdict.intact()).isTrue();
        assertThat(verdict.waiting()).isZero();
        assertThat(verdict.published()).isEqualTo(verdict.blocks()).isGreaterThanOrEqualTo(2);
        assertThat(verdict.entries()).isGreaterThanOrEqualTo(20);
    }

    @Test
    void aChangedEntryIsNamed() {
        for (String change : List.of(
                "subject = 'nobody'",
                "client = null",
                "action = 'CORRECT'",
                "object_type = 'family'",
                "object_id = 'another'",
                "area_code = '36.04'",
                "at = at + interval '1 microsecond'")) {
            change("update audit_entry set " + change + " where id = " + ids.get(4));

            assertThat(audit.verify().findings())
                    .as(change)
                    .containsExactly(new Finding(Kind.ENTRY_CHANGED, ids.get(4)));
            change("update audit_entry set (subject, client, action, object_type, object_id, area_code, at) ="
                    + " (select subject, client, action, object_type, object_id, area_code, at from kept_entry k"
                    + " where k.id = audit_entry.id) where id = " + ids.get(4));
        }
    }

    @Test
    void aDeletedEntryIsNamed() {
        change("delete from audit_entry where id = " + ids.get(7));

        assertThat(audit.verify().findings()).containsExactly(new Finding(Kind.ENTRY_MISSING, ids.get(7)));
    }

    @Test
    void entriesThatChangedPlacesAreNamed() {
        long one = ids.get(2);
        long other = ids.get(3);
        change("update audit_entry set (object_id, at) = (select k.object_id, k.at from kept_entry k"
                + " where k.id = %d - audit_entry.id) where id in (%d, %d)".formatted(one + other, one, other));

        assertThat(audit.verify().findings())
                .containsExactly(new Finding(Kind.ENTRY_CHANGED, one), new Finding(Kind.ENTRY_CHANGED, other));
    }

    @Test
    void anEntryPutInLaterIsNamed() {
        long gap = ids.get(9) + 1;
        change("insert into audit_entry (id, subject, action, object_type, object_id) overriding system value values ("
                + gap + ", 'x', 'READ', 'child', 'y')");

        assertThat(audit.verify().findings()).containsExactly(new Finding(Kind.ENTRY_INSERTED, gap));
    }

    @Test
    void aTruncatedAuditIsNamedByWhatWasAnnounced() {
        change("delete from audit_entry where id > " + ids.get(9));
        change("delete from audit_block where " + ids.get(10) + " <= any (entry_ids)");

        List<Finding> findings = audit.verify().findings();
        assertThat(findings).anyMatch(finding -> finding.kind() == Kind.BLOCK_MISSING);
        assertThat(findings)
                .containsAll(ids.subList(10, 20).stream()
                        .map(id -> new Finding(Kind.ENTRY_MISSING, id))
                        .toList());
        assertThat(findings).doesNotContain(new Finding(Kind.ENTRY_MISSING, ids.get(9)));
    }

    @Test
    void aWholeChainWrittenAnewByTheOwnerIsNamedToTheEntry() {
        change("update audit_entry set subject = 'somebody-else' where id = " + ids.get(3));
        change("delete from audit_entry where id = " + ids.get(12));
        writeTheChainAnew();

        assertThat(audit.verify().findings())
                .contains(new Finding(Kind.ENTRY_CHANGED, ids.get(3)), new Finding(Kind.ENTRY_MISSING, ids.get(12)))
                .filteredOn(finding -> finding.kind() != Kind.BLOCK_CHANGED)
                .hasSize(2);
    }

    @Test
    void aLinkThatWasChangedIsNamed() {
        long last = number("select max(number) from audit_block");
        change("update audit_block set hash = previous where number = " + last);

        assertThat(audit.verify().findings()).containsExactly(new Finding(Kind.BLOCK_CHANGED, last));
    }

    @Test
    void anEntryOfALongTransactionIsSealedThoughLaterOnesCommittedBefore() throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch others = new CountDownLatch(1);
        String late = UUID.randomUUID().toString();
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<?> slow = threads.submit(() -> {
                database.write(Scope.everywhere(), tx -> {
                    tx.sql()
                            .execute(
                                    "insert into audit_entry (subject, action, object_type, object_id)"
                                            + " values ('s', 'READ', 'child', ?)",
                                    late);
                    entered.countDown();
                    awaitLatch(others);
                    return late;
                });
            });
            entered.await();
            write(30);
            assertThat(sealer.seal()).isTrue();
            assertThat(audit.verify().waiting()).isGreaterThanOrEqualTo(30);
            others.countDown();
            slow.get();
        }
        awaitSealed();

        assertThat(audit.verify().intact()).isTrue();
        assertThat(number("select count(*) from audit_block b join audit_entry e on e.id = any (b.entry_ids)"
                        + " where e.object_id = '" + late + "'"))
                .isOne();
    }

    @Test
    void hundredsOfWritersAtOnceLoseNoEntry() throws Exception {
        long before = number("select count(*) from audit_entry");
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < 6; writer++) {
                writers.add(threads.submit(() -> {
                    for (int n = 0; n < 100; n++) {
                        write(n % 7 + 1);
                    }
                }));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        }
        awaitSealed();

        assertThat(number("select count(*) from audit_entry") - before).isEqualTo(6 * (14 * 28 + 3));
        assertThat(number("select count(*) from audit_block b, unnest(b.entry_ids)"))
                .isEqualTo(number("select count(*) from audit_entry"));
        assertThat(audit.verify().intact()).isTrue();
    }

    private void writeTheChainAnew() {
        List<AuditBlock> blocks = owner.withHandle(sql -> sql.createQuery("select * from audit_block order by number")
                .map((row, _) -> AuditBlock.read(row))
                .list());
        AuditBlock last = AuditBlock.beginning();
        for (AuditBlock block : blocks) {
            long from = block.entryIds()[0];
            long to = block.lastEntry();
            AuditBlock before = last;
            last = owner.withHandle(sql -> before.next(sql.createQuery("select " + RecordedEntry.COLUMNS
                            + " from audit_entry where id between :from and :to order by id")
                    .bind("from", from)
                    .bind("to", to)
                    .map((row, _) -> RecordedEntry.read(row))
                    .list()));
            AuditBlock anew = last;
            owner.useHandle(sql -> sql.createUpdate("""
                            update audit_block set entry_ids = :ids, digests = :digests, previous = :previous, hash = :hash
                            where number = :number""")
                    .bindArray(
                            "ids",
                            Long.class,
                            Arrays.stream(anew.entryIds()).boxed().toArray())
                    .bind("digests", anew.digests())
                    .bind("previous", anew.previous())
                    .bind("hash", anew.hash())
                    .bind("number", anew.number())
                    .execute());
        }
    }

    private void write(int entries) {
        database.write(Scope.everywhere(), tx -> {
            for (int n = 0; n < entries; n++) {
                tx.audit(new AuditEntry(
                        "kader-1", "phone", "READ", "child", UUID.randomUUID().toString(), "36.04.20.2006"));
            }
            return null;
        });
    }

    /** As a transaction that was rolled back leaves one. */
    private void aNumberThatNobodyUsed() {
        owner.useHandle(sql -> sql.execute("select nextval(pg_get_serial_sequence('audit_entry', 'id'))"));
    }

    private void awaitSealed() {
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            AuditVerdict verdict = audit.verify();
            return verdict.waiting() == 0 && verdict.published() == verdict.blocks();
        });
    }

    private void change(String sql) {
        owner.useHandle(handle -> handle.execute(sql));
    }

    private long number(String sql) {
        return owner.withHandle(
                handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
