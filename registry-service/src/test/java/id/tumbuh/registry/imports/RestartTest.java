package id.tumbuh.registry.imports;

import static org.assertj.core.api.Assertions.assertThat;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.registry.RegistryTest;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.identity.FamilyKey;
import id.tumbuh.registry.identity.IdentityKeys;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workers that die, come back late, or meet. Each test plays the first worker itself; the service's own is the next. */
@QuarkusTest
class RestartTest extends RegistryTest {
    private static final int CHILDREN = 30;
    private static final Actor UPLOADER = new Actor("tester", null, Scope.of(List.of(new AreaCode("36.04"))));

    @Inject
    Database database;

    @Inject
    IdentityKeys identities;

    @Inject
    RunImport run;

    @TempDir
    private Path folder;

    private String mark = "";

    @BeforeEach
    void someChildrenOfThisTest() {
        mark = ExportFile.mark();
    }

    @Test
    void whereAKilledWorkerStoppedTheNextGoesOn() throws IOException {
        ImportJob job = held(file(), false);
        run.run(job, times(3));
        assertThat(tables.row("select state, last_row, created from import where id = ?", job.id()))
                .containsEntry("state", "RUNNING")
                .containsEntry("last_row", 14)
                .containsEntry("created", 12);

        abandon(job);

        awaitDone(job.id());
        assertEachChildOnce();
        assertThat(tables.row("select created, unchanged, matched from import where id = ?", job.id()))
                .containsEntry("created", CHILDREN)
                .containsEntry("unchanged", 0)
                .containsEntry("matched", 0);
    }

    @Test
    void aWorkerThatWasThoughtDeadWritesNothingMore() throws IOException {
        ImportJob late = held(file(), false);
        run.run(late, times(1));
        abandon(late);
        awaitDone(late.id());
        long events = tables.count("select count(*) from outbox");

        run.run(late, () -> true);

        assertThat(tables.count("select count(*) from outbox")).isEqualTo(events);
        assertThat(tables.row("select state, created from import where id = ?", late.id()))
                .containsEntry("state", "DONE")
                .containsEntry("created", CHILDREN);
        assertEachChildOnce();
    }

    @Test
    void anInterruptedDryRunBeginsAgainWithACleanReport() throws IOException {
        ImportJob job = held(file(), true);
        run.run(job, times(2));

        abandon(job);

        awaitDone(job.id());
        assertThat(tables.row("select created, unchanged from import where id = ?", job.id()))
                .containsEntry("created", CHILDREN)
                .containsEntry("unchanged", 0);
        assertThat(tables.count("select count(*) from import_row where import_id = ?", job.id()))
                .isEqualTo(CHILDREN);
        assertThat(tables.count("select count(*) from child where mother_name = ?", mark))
                .isZero();
    }

    @Test
    void theSameFileInTwoHandsAtOnceMakesEachChildOnce() throws Exception {
        Path file = file();
        ImportJob one = held(file, false);
        ImportJob other = held(file, false);

        try (ExecutorService workers = Executors.newFixedThreadPool(2)) {
            List<Callable<Boolean>> both = List.of(() -> toTheEnd(one), () -> toTheEnd(other));
            for (Future<Boolean> done : workers.invokeAll(both)) {
                assertThat(done.get()).isTrue();
            }
        }

        assertEachChildOnce();
        assertThat(tables.row(
                        "select sum(created)::int as created, sum(unchanged)::int as unchanged from import where id in (?, ?)",
                        one.id(),
                        other.id()))
                .containsEntry("created", CHILDREN)
                .containsEntry("unchanged", CHILDREN);
    }

    @Test
    void aWaitingFileIsUnreadableInTheDatabase() throws IOException {
        ImportJob job = held(file(), false);

        assertThat(tables.count("select count(*) from import_chunk where import_id = ?", job.id()))
                .isOne();
        assertThat(tables.count(
                        "select count(*) from import_chunk where position(convert_to(?, 'UTF8') in sealed) > 0", mark))
                .isZero();
        abandon(job);
        awaitDone(job.id());
    }

    @Test
    void familiesGoOnWhereAKilledWorkerStopped() throws IOException {
        ImportJob job = held(families(), ImportKind.FAMILIES, false);
        run.run(job, times(3));
        assertThat(tables.row("select state, last_row, created from import where id = ?", job.id()))
                .containsEntry("state", "RUNNING")
                .containsEntry("last_row", 13)
                .containsEntry("created", 12);

        abandon(job);

        awaitDone(job.id());
        assertThat(tables.row("select created, unchanged, updated from import where id = ?", job.id()))
                .containsEntry("created", CHILDREN)
                .containsEntry("unchanged", 0)
                .containsEntry("updated", 0);
        assertEachFamilyOnce();
    }

    @Test
    void childrenOfKnownFamiliesGoOnWhereAKilledWorkerStopped() throws IOException {
        ImportJob families = held(families(), ImportKind.FAMILIES, false);
        assertThat(toTheEnd(families)).isTrue();
        ImportJob children = held(children(), ImportKind.CHILDREN, false);
        run.run(children, times(4));

        abandon(children);

        awaitDone(children.id());
        assertThat(tables.row("select created, rejected from import where id = ?", children.id()))
                .containsEntry("created", CHILDREN)
                .containsEntry("rejected", 0);
        assertThat(tables.count(
                        "select count(*) from child join family on family.id = family_id where head_name = ? and name like ?",
                        mark,
                        mark + "%"))
                .isEqualTo(CHILDREN);
        assertThat(tables.count(
                        "select count(*) from outbox where topic = 'registry.children' and key in"
                                + " (select id::text from child where name like ?)",
                        mark + "%"))
                .isEqualTo(CHILDREN);
    }

    @Test
    void anInterruptedDryRunOfFamiliesBeginsAgainWithACleanReport() throws IOException {
        ImportJob job = held(families(), ImportKind.FAMILIES, true);
        run.run(job, times(2));

        abandon(job);

        awaitDone(job.id());
        assertThat(tables.row("select created, updated from import where id = ?", job.id()))
                .containsEntry("created", CHILDREN)
                .containsEntry("updated", 0);
        assertThat(tables.count("select count(*) from family where head_name = ?", mark))
                .isZero();
    }

    @Test
    void whatASourceSentLaterWaitsForWhatItSentBefore() throws IOException {
        ImportJob families = held(families(), ImportKind.FAMILIES, false);
        ImportJob children = held(children(), ImportKind.CHILDREN, false);

        abandon(children);
        UUID elsewhere = onItsOwn();

        awaitDone(elsewhere);
        assertThat(tables.row("select state, last_row from import where id = ?", children.id()))
                .containsEntry("state", "RUNNING")
                .containsEntry("last_row", 0);
        abandon(families);
        awaitDone(children.id());
        assertThat(tables.row("select created from import where id = ?", children.id()))
                .containsEntry("created", CHILDREN);
    }

    /** The import of another source, which waits for nobody. */
    private UUID onItsOwn() throws IOException {
        String own = mark;
        mark = ExportFile.mark();
        ImportJob job = held(file(), false);
        mark = own;
        abandon(job);
        return job.id();
    }

    private Path families() throws IOException {
        RecordFile file = new RecordFile();
        IntStream.range(0, CHILDREN).forEach(each -> file.family("K" + each, mark, "RT", "" + each));
        return Files.writeString(folder.resolve("families.csv"), file.csv());
    }

    private Path children() throws IOException {
        RecordFile file = new RecordFile();
        IntStream.range(0, CHILDREN)
                .forEach(each -> file.child("A" + each, "K" + each, mark + " " + (char) ('a' + each % 26) + each));
        return Files.writeString(folder.resolve("children.csv"), file.csv());
    }

    private void assertEachFamilyOnce() {
        assertThat(tables.count("select count(*) from family where head_name = ?", mark))
                .isEqualTo(CHILDREN);
        assertThat(tables.count("select count(distinct rt) from family where head_name = ?", mark))
                .isEqualTo(CHILDREN);
        assertThat(tables.count(
                        "select count(*) from outbox where topic = 'registry.families' and key in"
                                + " (select id::text from family where head_name = ?)",
                        mark))
                .isEqualTo(CHILDREN);
    }

    private boolean toTheEnd(ImportJob job) {
        run.run(job, () -> true);
        return true;
    }

    /** An import whose lease this test holds, so that the service's worker leaves it alone. */
    private ImportJob held(Path file, boolean dryRun) {
        return held(file, ImportKind.EPPGBM, dryRun);
    }

    private ImportJob held(Path file, ImportKind kind, boolean dryRun) {
        UUID id = UUID.randomUUID();
        UUID holder = UUID.randomUUID();
        FamilyKey key = identities.create(id);
        UUID source = database.write(UPLOADER.scope(), tx -> {
            // a source for each test: what one source sends waits for what it sent before
            Source known = Source.ensure(tx.sql(), UPLOADER.scope(), "restart-" + mark);
            Imports.add(
                    tx.sql(),
                    new Import(
                            id,
                            UPLOADER,
                            kind,
                            dryRun,
                            key.wrapped(),
                            known,
                            0,
                            null,
                            new byte[32],
                            LocalDate.of(2024, 7, 31),
                            1));
            ImportFiles.store(tx.sql(), id, key, () -> Files.newInputStream(file));
            tx.sql()
                    .execute(
                            "update import set lease_holder = ?, lease_until = clock_timestamp() + interval '1 hour' where id = ?",
                            holder,
                            id);
            return known.id();
        });
        return new ImportJob(id, holder, UPLOADER, dryRun, key.wrapped(), 0, kind, source, 0);
    }

    /** What is left of a worker after kill -9: a lease that runs out. */
    private void abandon(ImportJob job) {
        database.write(
                Scope.everywhere(),
                tx -> tx.sql().execute("update import set lease_until = clock_timestamp() where id = ?", job.id()));
    }

    private void awaitDone(UUID id) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(tables.row("select state from import where id = ?", id))
                        .containsEntry("state", "DONE"));
    }

    private void assertEachChildOnce() {
        assertThat(tables.count("select count(*) from child where mother_name = ?", mark))
                .isEqualTo(CHILDREN);
        assertThat(tables.count("select count(distinct name) from child where mother_name = ?", mark))
                .isEqualTo(CHILDREN);
        assertThat(tables.count(
                        "select count(*) from outbox where topic = 'registry.growth-records' and partition_key in"
                                + " (select family_id::text from child where mother_name = ?)",
                        mark))
                .isEqualTo(CHILDREN);
        assertThat(tables.count(
                        "select count(*) from outbox where topic = 'registry.children' and key in"
                                + " (select id::text from child where mother_name = ?)",
                        mark))
                .isEqualTo(CHILDREN);
    }

    private static BooleanSupplier times(int batches) {
        int[] left = {batches};
        return () -> left[0]-- > 0;
    }

    private Path file() throws IOException {
        ExportFile file = new ExportFile();
        IntStream.range(0, CHILDREN)
                .forEach(each -> file.with(
                        mark + " " + (char) ('a' + each % 26) + each,
                        mark,
                        "Tgl Lahir",
                        LocalDate.of(2022, 1, 1).plusDays(each).toString(),
                        "Nama Ortu",
                        "- / " + mark));
        return Files.write(folder.resolve("export.csv"), file.csv());
    }
}
