package id.tumbuh.intervention.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.tumbuh.intervention.circumstance.Beneficiary;
import id.tumbuh.intervention.circumstance.Home;
import id.tumbuh.intervention.need.Item;
import id.tumbuh.platform.access.AreaCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PlacementTest {
    private static final Instant NOON = Instant.parse("2026-08-15T05:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 8, 15);
    private static final Placement.Pair PAIR = new Placement.Pair(
            new UUID(0, 1),
            new UUID(0, 2),
            new UUID(0, 3),
            Beneficiary.Ref.child(new UUID(0, 4)),
            new Home(new UUID(0, 5), new AreaCode("36.04.20.2006")),
            List.of(Item.Kind.FOOD));
    private static final Placement.Held HELD = Placement.hold(PAIR, NOON);

    @Test
    void aHoldEndsExactlyWhenItRunsOut() {
        assertThat(HELD.hasRunOut(NOON.minusMillis(1))).isFalse();
        assertThat(HELD.hasRunOut(NOON)).isTrue();
    }

    @Test
    void aPromiseHoldsThroughItsLastDay() {
        Placement.Committed committed = HELD.commit(Placement.Period.of(DAY, 90));

        assertThat(committed.period()).isEqualTo(new Placement.Period(DAY, LocalDate.of(2026, 11, 12)));
        assertThat(committed.isOver(LocalDate.of(2026, 11, 12))).isFalse();
        assertThat(committed.isOver(LocalDate.of(2026, 11, 13))).isTrue();
    }

    @Test
    void aRenewalAddsToTheEndAndIsCounted() {
        Placement.Committed renewed =
                HELD.commit(Placement.Period.of(DAY, 90)).renewed(30).renewed(30);

        assertThat(renewed.period().to()).isEqualTo(DAY.plusDays(149));
        assertThat(renewed.renewals()).isEqualTo(2);
        assertThat(renewed.version()).isEqualTo(4);
    }

    @Test
    void aPeriodNeverEndsBeforeItBegins() {
        assertThat(Placement.Period.of(DAY, 1).to()).isEqualTo(DAY);
        assertThatThrownBy(() -> new Placement.Period(DAY, DAY.minusDays(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatEndsKeepsWhatWasPromised() {
        Placement.Committed committed = HELD.commit(Placement.Period.of(DAY, 90));

        assertThat(committed.ended(EndReason.RELEASED, DAY.plusDays(3)))
                .isEqualTo(new Placement.Ended(PAIR, committed.period(), EndReason.RELEASED, DAY.plusDays(3), 3));
        assertThat(HELD.ended(EndReason.HOLD_RAN_OUT, DAY).period()).isNull();
    }
}
