package id.tumbuh.measurement.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import id.tumbuh.measurement.exchange.ChangedMeasurements.Comparison;
import id.tumbuh.measurement.exchange.Weighings.Line;
import id.tumbuh.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealServers.class)
class ChangedMeasurementsTest {

    private final Comparison comparison =
            new Comparison("test-" + UUID.randomUUID(), Duration.ZERO, Duration.ofHours(1));

    @Inject
    ChangedMeasurements changed;

    @Inject
    Weighings weighings;

    @Inject
    DataSource dataSource;

    @Test
    void measurementThatCommitsLateIsFoundAllTheSame() throws SQLException {
        UUID first = weighings.weigh(Weighings.WHOLE);
        changed.queue(comparison);
        UUID late = UUID.randomUUID();
        try (Connection slow = dataSource.getConnection()) {
            slow.setAutoCommit(false);
            copy(slow, first, late);
            // its recorded_at is in the past by now, and others were recorded and seen after it
            for (int round = 0; round < 3; round++) {
                UUID newer = weighings.weigh(Weighings.WHOLE);
                changed.queue(comparison);
                assertThat(weighings.line(comparison.destination(), newer).state())
                        .isEqualTo("PENDING");
            }
            assertThat(weighings.line(comparison.destination(), late)).isEqualTo(Line.NONE);
            slow.commit();
            slow.setAutoCommit(true);
        }

        changed.queue(comparison);

        assertThat(weighings.line(comparison.destination(), late).version()).isEqualTo(1);
        assertThat(changed.queue(comparison)).as("nothing is queued twice").isZero();
    }

    @Test
    void allAreComparedWhenItIsTime() {
        UUID one = weighings.weigh(Weighings.WHOLE);
        Comparison always = new Comparison(comparison.destination(), Duration.ZERO, Duration.ZERO);
        assertThat(changed.queue(comparison)).isPositive();
        assertThat(changed.queue(always)).isZero();
        weighings.drop(one, "weight_kg");

        assertThat(changed.queue(always)).isEqualTo(1);
        assertThat(weighings.line(comparison.destination(), one).version()).isEqualTo(2);
    }

    private static void copy(Connection connection, UUID from, UUID to) throws SQLException {
        try (PreparedStatement enter = connection.prepareStatement("select set_config('app.wilayah', '*', true)")) {
            enter.execute();
        }
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into measurement (id, child_id, area_code, counted_in, measured_on, source, version, weight_kg, oedema,
                    rule_version, content_hash, recorded_by)
                select ?, child_id, area_code, counted_in, measured_on, source, 1, weight_kg, oedema, rule_version,
                    content_hash, recorded_by from measurement where id = ?""")) {
            insert.setObject(1, to);
            insert.setObject(2, from);
            insert.executeUpdate();
        }
    }
}
