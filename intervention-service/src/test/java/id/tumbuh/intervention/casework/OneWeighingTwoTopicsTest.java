package id.tumbuh.intervention.casework;

import static org.assertj.core.api.Assertions.assertThat;

import id.tumbuh.intervention.TestDatabase;
import id.tumbuh.intervention.circumstance.Fact;
import id.tumbuh.intervention.circumstance.Home;
import id.tumbuh.intervention.circumstance.Stunting;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What one weighing shows comes in two topics, of which either may be ahead: W are weighings, G what the child's stunting became by them; each
 * topic keeps its order. In the kabupaten 68.01.
 */
@QuarkusTest
@WithTestResource(RealServers.class)
class OneWeighingTwoTopicsTest {
    private static final LocalDate MAY = LocalDate.of(2026, 5, 12);
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 9);

    @Inject
    TestDatabase database;

    @Inject
    Telling telling;

    @Inject
    WeighingTelling weighings;

    private final UUID child = UUID.randomUUID();
    private final Home home = new Home(UUID.randomUUID(), new AreaCode("68.01.10.2001"));
    private long growths;
    private boolean measured = true;

    @ParameterizedTest
    @ValueSource(strings = {"W W G G", "W G W G", "W G G W", "G W W G", "G W G W", "WW G G", "G WW G", "W GG W"})
    void aChildThatCeasesToBeStuntedAndIsUnderweightKeepsItsNeed(String order) {
        tell(
                order,
                List.of(
                        WeighingTelling.classed(child, home, 1, MAY, "STUNTED", "NORMAL"),
                        WeighingTelling.classed(child, home, 2, JUNE, "NORMAL", "UNDERWEIGHT")),
                List.of(Stunting.STUNTED, Stunting.NORMAL));

        assertThat(needs()).containsExactly(Map.of("state", "OPEN", "causes", "{UNDERWEIGHT}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"W W G", "W G W", "G W W", "WW G", "G WW"})
    void aChildThatCeasesToBeUnderweightAndIsStuntedKeepsItsNeed(String order) {
        tell(
                order,
                List.of(
                        WeighingTelling.classed(child, home, 1, MAY, "NORMAL", "UNDERWEIGHT"),
                        WeighingTelling.classed(child, home, 2, JUNE, "STUNTED", "NORMAL")),
                List.of(Stunting.STUNTED));

        assertThat(needs()).containsExactly(Map.of("state", "OPEN", "causes", "{STUNTED}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"W W G G", "W G W G", "W G G W"})
    void theStoryThatIsAnnouncedIsTheSameToo(String order) {
        tell(
                order,
                List.of(
                        WeighingTelling.classed(child, home, 1, MAY, "STUNTED", "NORMAL"),
                        WeighingTelling.classed(child, home, 2, JUNE, "NORMAL", "UNDERWEIGHT")),
                List.of(Stunting.STUNTED, Stunting.NORMAL));

        assertThat(database.announced(home.familyId())).containsExactly("need-opened 1", "need-changed 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"W W G G", "W G W G", "W G G W", "G W G W"})
    void aChildThatGrewWellNeedsNothingAnyMore(String order) {
        tell(
                order,
                List.of(
                        WeighingTelling.classed(child, home, 1, MAY, "STUNTED", "NORMAL"),
                        WeighingTelling.classed(child, home, 2, JUNE, "TALL", "NORMAL")),
                List.of(Stunting.STUNTED, Stunting.NORMAL));

        assertThat(database.row("select state, reason from need where child_id = ?", child))
                .containsEntry("state", "CLOSED")
                .containsEntry("reason", "CAUSES_GONE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"W G W G", "W G G W"})
    void whatRestedOnAVoidedWeighingIsWithdrawn(String order) {
        WeighingTelling.Told weighing = WeighingTelling.classed(child, home, 1, MAY, "STUNTED", "UNDERWEIGHT");
        measured = false; // when it ceases to be stunted
        tell(order, List.of(weighing, weighing.taken()), List.of(Stunting.STUNTED, Stunting.NORMAL));

        assertThat(database.row("select state, reason from need where child_id = ?", child))
                .containsEntry("state", "CLOSED")
                .containsEntry("reason", "MEASUREMENT_WITHDRAWN");
    }

    @Test
    void aWeighingWithoutALengthLeavesTheStuntingAsItWas() {
        weighings.batch(WeighingTelling.classed(child, home, 1, MAY, "STUNTED", "NORMAL"));
        weighings.batch(WeighingTelling.gain(child, home, 2, JUNE));

        assertThat(needs()).containsExactly(Map.of("state", "OPEN", "causes", "{STUNTED}"));
    }

    @Test
    void aWeighingThatWasWrittenDownForTheWrongChildIsTheOtherChildsNeed() {
        UUID right = new UUID(child.getMostSignificantBits(), 77); // weighing 1 of both is one measurement
        Home there = new Home(UUID.randomUUID(), home.area());
        weighings.batch(WeighingTelling.classed(child, home, 1, MAY, "STUNTED", "UNDERWEIGHT"));

        weighings.batch(WeighingTelling.classed(right, there, 1, MAY, "STUNTED", "UNDERWEIGHT"));

        assertThat(database.row("select state, reason from need where child_id = ?", child))
                .containsEntry("state", "CLOSED")
                .containsEntry("reason", "MEASUREMENT_WITHDRAWN");
        assertThat(database.row("select state from need where child_id = ?", right))
                .containsEntry("state", "OPEN");
    }

    /** Letters that stand together are one batch. */
    private void tell(String order, List<WeighingTelling.Told> told, List<Stunting> stunting) {
        int weighed = 0;
        int grown = 0;
        for (String batch : order.split(" ", -1)) {
            int until = batch.length();
            if (batch.startsWith("W")) {
                weighings.batch(told.subList(weighed, weighed + until).toArray(WeighingTelling.Told[]::new));
                weighed += until;
            } else {
                telling.batch(stunting.subList(grown, grown + until).stream()
                        .map(this::growth)
                        .toList());
                grown += until;
            }
        }
        assertThat(weighed).isEqualTo(told.size());
        assertThat(grown).isEqualTo(stunting.size());
    }

    private Fact growth(Stunting stunting) {
        growths++;
        return new Fact.Growth(child, growths, JUNE, home, stunting, 14, measured || stunting != Stunting.NORMAL);
    }

    private List<Map<String, Object>> needs() {
        return database.rows("select state, causes::text as causes from need where child_id = ?", child);
    }
}
