package id.tumbuh.measurement.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import id.tumbuh.measurement.exchange.MeasurementStream.Wanted;
import id.tumbuh.measurement.roster.Registry;
import id.tumbuh.measurement.roster.Registry.Child;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.LongSummaryStatistics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealServers.class)
class MeasurementStreamTest {

    private static final int ROWS = 200_000;
    private static final long FLAT = 40L << 20;
    private static final Child CHILD = Child.aChild().in("62.01.01.2001");

    @Inject
    MeasurementStream stream;

    @Inject
    Database database;

    @Inject
    Registry registry;

    @AfterEach
    void clear() {
        database.write(
                Scope.everywhere(),
                tx -> tx.sql()
                        .createUpdate("delete from measurement where child_id = :child")
                        .bind("child", CHILD.id())
                        .execute());
    }

    /** Held at once, so many rows would take some 300 MB. */
    @Test
    void memoryDoesNotGrowWithTheRows() throws Exception {
        registry.says(CHILD);
        fill();
        LongSummaryStatistics live = new LongSummaryStatistics();
        long[] count = new long[1];

        try (Csv csv = Csv.forPrograms(OutputStream.nullOutputStream())) {
            GrowthExport export = new GrowthExport(csv, Pseudonyms.ofOneExport());
            Wanted all = new Wanted(new AreaCode("62.01"), LocalDate.of(2024, 1, 1), LocalDate.of(2026, 1, 1));
            long rows = stream.read(Scope.of(List.of(new AreaCode("62"))), all, one -> {
                export.write(one);
                if (count[0]++ % 25_000 == 1) {
                    live.accept(liveBytes());
                }
            });
            assertThat(rows).isEqualTo(ROWS);
        }

        assertThat(live.getCount()).isEqualTo(8);
        assertThat(live.getMax() - live.getMin()).isLessThan(FLAT);
    }

    private static long liveBytes() {
        Runtime runtime = Runtime.getRuntime();
        System.gc();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private void fill() {
        database.write(
                Scope.everywhere(),
                tx -> tx.sql()
                        .createUpdate("""
                                insert into measurement (id, child_id, area_code, counted_in, measured_on, source, version,
                                    weight_kg, length_height_cm, position, oedema, rule_version, content_hash, recorded_by)
                                select gen_random_uuid(), :child, :area, :area, date '2025-01-01' + n % 300, 'POSYANDU', 1,
                                    8 + n % 30 / 10.0, 70 + n % 90 / 10.0, 'LYING', false, 1, n, 'test'
                                from generate_series(1, :rows) as n""")
                        .bind("child", CHILD.id())
                        .bind("area", CHILD.area())
                        .bind("rows", ROWS)
                        .execute());
    }
}
