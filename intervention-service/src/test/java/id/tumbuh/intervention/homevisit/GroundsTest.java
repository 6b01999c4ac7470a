package id.tumbuh.intervention.homevisit;

import static org.assertj.core.api.Assertions.assertThat;

import id.tumbuh.intervention.circumstance.Home;
import id.tumbuh.platform.access.AreaCode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GroundsTest {
    private static final UUID CHILD = new UUID(1, 0);
    private static final UUID WEIGHING = new UUID(2, 0);

    @Test
    void whoIsHelpedByTwoWhenItIsWeighedIsVisitedOnce() {
        assertThat(Grounds.unanswered(List.of(ground(1, WEIGHING, false), ground(2, WEIGHING, false))))
                .containsExactly(ground(1, WEIGHING, false));
    }

    @Test
    void aVisitForOneOfThemAnswersTheOther() {
        assertThat(Grounds.unanswered(List.of(ground(1, WEIGHING, false), ground(2, WEIGHING, true))))
                .isEmpty();
    }

    @Test
    void whatIsGivenOneAfterTheOtherIsVisitedEachTime() {
        UUID later = new UUID(2, 1);

        assertThat(Grounds.unanswered(List.of(ground(1, WEIGHING, true), ground(2, later, false))))
                .containsExactly(ground(2, later, false));
    }

    @Test
    void childrenAreVisitedEachForItself() {
        Ground sister =
                new Ground(new UUID(3, 9), null, new UUID(1, 1), home(), WEIGHING, LocalDate.of(2026, 9, 1), false);

        assertThat(Grounds.unanswered(List.of(ground(1, WEIGHING, true), sister)))
                .containsExactly(sister);
    }

    private static Ground ground(int provision, UUID weighing, boolean answered) {
        return new Ground(new UUID(3, provision), null, CHILD, home(), weighing, LocalDate.of(2026, 9, 1), answered);
    }

    private static Home home() {
        return new Home(new UUID(4, 0), new AreaCode("68.01.10.2001"));
    }
}
