package id.tumbuh.intervention.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import id.tumbuh.intervention.circumstance.Beneficiary;
import id.tumbuh.intervention.circumstance.Home;
import id.tumbuh.intervention.need.Item;
import id.tumbuh.platform.access.AreaCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TellingTest {
    private static final LocalDate DAY = LocalDate.of(2026, 8, 15);
    private static final Delivery.Slot SLOT = new Delivery.Slot(
            new UUID(0, 1),
            new Provision.Placement(new UUID(0, 2)),
            Beneficiary.Ref.child(new UUID(0, 3)),
            new Home(new UUID(0, 4), new AreaCode("36.04.20.2006")),
            Item.Kind.FOOD,
            true,
            DAY,
            new Delivery.Amount(new BigDecimal(7), Delivery.Unit.MEAL_DAY));
    private static final Report SEVEN = delivered("7");
    private static final Report SIX = delivered("6");
    private static final Report NOT_HOME =
            new Report(Report.Outcome.MISSED, DAY, null, null, null, Report.Reason.NOT_HOME, null);

    @Test
    void whatWasPlannedBecomesWhatIsTold() {
        assertThat(tell(Delivery.plan(SLOT), SEVEN, null))
                .isEqualTo(new Telling.Changed(new Delivery.Delivered(SLOT, SEVEN, 2), null));
        assertThat(tell(Delivery.plan(SLOT), NOT_HOME, null))
                .isEqualTo(new Telling.Changed(new Delivery.Missed(SLOT, NOT_HOME, 2), null));
    }

    @Test
    void toldAgainItIsTheSameHoweverTheNumberIsWritten() {
        assertThat(tell(new Delivery.Delivered(SLOT, SEVEN, 2), delivered("7.00"), null))
                .isEqualTo(new Telling.Unchanged());
        assertThat(tell(new Delivery.Delivered(SLOT, SEVEN, 2), SEVEN, Report.Correction.WRONG_DAY))
                .isEqualTo(new Telling.Unchanged());
    }

    @Test
    void somethingElseIsAConflictUntilSomebodySaysWhatWasWrong() {
        Delivery stands = new Delivery.Delivered(SLOT, SEVEN, 2);

        assertThat(tell(stands, SIX, null, SEVEN)).isEqualTo(new Telling.Conflict());
        assertThat(tell(stands, SIX, Report.Correction.WRONG_QUANTITY, SEVEN))
                .isEqualTo(new Telling.Changed(new Delivery.Delivered(SLOT, SIX, 3), SEVEN));
    }

    @Test
    void aDeviceThatSendsWhatWasCorrectedSinceChangesNothing() {
        assertThat(tell(new Delivery.Delivered(SLOT, SIX, 3), SEVEN, null, SEVEN, SIX))
                .isEqualTo(new Telling.Unchanged());
    }

    @Test
    void whatTimeAloneMissedGivesWayToAnyReport() {
        Report byTime = Report.notReported(DAY);

        assertThat(tell(Delivery.told(SLOT, byTime, 2), SEVEN, null, byTime))
                .isEqualTo(new Telling.Changed(new Delivery.Delivered(SLOT, SEVEN, 3), byTime));
        assertThat(tell(Delivery.told(SLOT, NOT_HOME, 2), SEVEN, null, NOT_HOME))
                .isEqualTo(new Telling.Conflict());
    }

    @Test
    void whatIsNotDueAnyMoreCanNotBeTold() {
        assertThat(tell(new Delivery.Cancelled(SLOT, 2), SEVEN, Report.Correction.WRONG_DAY))
                .isEqualTo(new Telling.Cancelled());
    }

    private static Telling tell(
            Delivery delivery, Report report, Report.@Nullable Correction correction, Report... before) {
        return Telling.of(delivery, report, correction, List.of(before));
    }

    private static Report delivered(String quantity) {
        return new Report(Report.Outcome.DELIVERED, DAY, new BigDecimal(quantity), null, null, null, null);
    }
}
