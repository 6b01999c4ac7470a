package id.tumbuh.measurement.weighing;

import static id.tumbuh.measurement.roster.Registry.Child.aChild;
import static org.assertj.core.api.Assertions.assertThat;

import id.tumbuh.measurement.growth.Sex;
import id.tumbuh.measurement.roster.Registry;
import id.tumbuh.measurement.roster.Registry.Child;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * The same through the consumers and PostgreSQL: a child's registration and correction and the versions of its imported records,
 * in any order and some of them twice, end in one state; and the last thing announced of each is what is stored. (A record dated before
 * the birth is set aside when the birth date is known by then and says nothing when it comes to lie there later: none is among these.)
 */
@QuarkusTest
@WithTestResource(RealServers.class)
class OrderOfArrivalInTheDatabaseTest {

    private static final int HISTORIES = 5;
    private static final int ORDERS = 20;

    @Inject
    Registry registry;

    @Inject
    Weighings weighings;

    @Inject
    Announced announced;

    @Inject
    Database database;

    /** A record of an import: which measurement, in which version, with what. */
    private record Sent(int measurement, int version, String day, double kg, double cm) {}

    @Test
    void registrationsCorrectionsAndImportsInAnyOrderEndInOneState() {
        Random random = new Random(1538);
        for (int history = 0; history < HISTORIES; history++) {
            List<Sent> records = records(random);
            List<String> expected = null;
            for (int order = 0; order < ORDERS; order++) {
                List<String> state = arrive(records, random);
                if (expected == null) {
                    expected = state;
                }
                assertThat(state).as("history %d, order %d", history, order).isEqualTo(expected);
            }
        }
    }

    private List<String> arrive(List<Sent> records, Random random) {
        Child child = aChild();
        Child corrected = child.correctedTo(Sex.L, LocalDate.of(2024, 12, 3));
        List<UUID> ids = new ArrayList<>();
        for (int measurement = 0; measurement < 6; measurement++) {
            // in the order of the measurements, since two of one day count by their ids
            ids.add(new UUID(random.nextLong(), (1L << 62) + measurement));
        }
        ids.sort(Comparator.comparing(UUID::toString));
        List<Runnable> arrivals = new ArrayList<>();
        records.forEach(sent -> arrivals.add(() -> registry.imports(
                ids.get(sent.measurement()),
                sent.version(),
                child.id(),
                sent.day(),
                ",\"weightKg\":%s,\"lengthHeightCm\":%s".formatted(sent.kg(), sent.cm()))));
        arrivals.add(() -> registry.says(child));
        arrivals.add(() -> registry.says(corrected));
        arrivals.add(arrivals.get(random.nextInt(arrivals.size())));
        arrivals.add(arrivals.get(random.nextInt(arrivals.size())));
        Collections.shuffle(arrivals, random);
        arrivals.forEach(Runnable::run);
        lastAnnouncedIsStored(ids);
        return state(child);
    }

    private void lastAnnouncedIsStored(List<UUID> ids) {
        for (UUID id : ids) {
            var events = announced.about(id);
            if (events.isEmpty()) {
                continue;
            }
            var last = events.getLast();
            var row = weighings.row("measurement", id);
            assertThat(last.sequence()).isEqualTo(events.size());
            assertThat(row.get("version")).isEqualTo((int) last.sequence());
            String mark = last.body().at("/growthCard/mark").asText(null);
            assertThat(row.get("growth_mark")).isEqualTo(mark);
        }
    }

    /** All that is known of the child, without ids and without how many revisions it took. */
    private List<String> state(Child child) {
        List<String> state = new ArrayList<>(database.read(
                Scope.everywhere(),
                sql -> sql.createQuery("""
                                select measured_on || ' ' || weight_kg || ' ' || length_height_cm || ' ' || import_version
                                    || ' z ' || coalesce(round(z_weight::numeric, 6)::text, '-')
                                    || ' ' || coalesce(round(z_length_height::numeric, 6)::text, '-')
                                    || ' ' || coalesce(growth_mark, '-') || ' ' || coalesce(not_gained::text, '-')
                                    || ' ' || coalesce(gain_grams::text, '-') || ' ' || below_red_line
                                from measurement where child_id = :child order by measured_on, id::text""")
                        .bind("child", child.id())
                        .mapTo(String.class)
                        .list()));
        var row = weighings.child(child);
        state.add(row.get("stunting") + " " + row.get("faltering"));
        return state;
    }

    private static List<Sent> records(Random random) {
        List<Sent> records = new ArrayList<>();
        for (int measurement = 0; measurement < 6; measurement++) {
            int versions = random.nextInt(3) == 0 ? 2 : 1;
            for (int version = 1; version <= versions; version++) {
                LocalDate day = LocalDate.of(2024, 12, 3).plusDays(random.nextInt(220));
                records.add(new Sent(
                        measurement,
                        version,
                        day.toString(),
                        3 + random.nextInt(60) / 10.0,
                        50 + random.nextInt(250) / 10.0));
            }
        }
        return records;
    }
}
