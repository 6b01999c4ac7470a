package id.tumbuh.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What clients were told of their claims, whatever answers were lost. */
final class ClaimLedger {
    private final List<Line> lines = new ArrayList<>();
    private int lost;

    /** What a claim came to. */
    enum Told {
        HELD,
        REFUSED
    }

    /** A claim, and what its client was told in the end. */
    record Line(UUID need, UUID claim, UUID sponsor, Told told) {}

    /**
     * What one client was told.
     *
     * @param lost how many answers never came
     */
    record OfClient(List<Line> lines, int lost) {}

    private record Row(UUID claim, UUID need, UUID sponsor) {}

    void add(OfClient client) {
        lines.addAll(client.lines());
        lost += client.lost();
    }

    int size() {
        return lines.size();
    }

    int lost() {
        return lost;
    }

    /** Every need has one holder, and every holder was told; nobody has more places taken than needs. */
    void agreesWithTheDatabase(Tumbuh.Running tumbuh, List<UUID> needs) throws SQLException, IOException {
        Set<Row> told = lines.stream()
                .filter(line -> line.told() == Told.HELD)
                .map(line -> new Row(line.claim(), line.need(), line.sponsor()))
                .collect(Collectors.toSet());
        List<Row> stored = placements(tumbuh, needs);

        assertThat(stored.stream().map(Row::need))
                .as("holders")
                .doesNotHaveDuplicates()
                .hasSameSizeAs(needs);
        assertThat(new HashSet<>(stored)).as("what was acknowledged").isEqualTo(told);
        assertThat(placesTaken(tumbuh))
                .as("places taken")
                .isEqualTo(told.stream().collect(Collectors.groupingBy(Row::sponsor, Collectors.counting())));
    }

    private static List<Row> placements(Tumbuh.Running tumbuh, List<UUID> needs) throws SQLException, IOException {
        return InterventionRows.read(
                tumbuh,
                "select id, need_id, sponsor_id from placement where state in ('HELD', 'COMMITTED') and need_id = any(?)",
                needs,
                row -> new Row(
                        row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getObject(3, UUID.class)));
    }

    private Map<UUID, Long> placesTaken(Tumbuh.Running tumbuh) throws SQLException, IOException {
        Map<UUID, Long> taken = new HashMap<>();
        InterventionRows.read(
                tumbuh,
                "select id, placed from sponsor where placed > 0 and id = any(?)",
                lines.stream().map(Line::sponsor).collect(Collectors.toSet()),
                row -> taken.put(row.getObject(1, UUID.class), row.getLong(2)));
        return taken;
    }
}
