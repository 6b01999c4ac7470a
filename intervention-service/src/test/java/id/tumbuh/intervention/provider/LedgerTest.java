package id.tumbuh.intervention.provider;

import static org.assertj.core.api.Assertions.assertThat;

import id.tumbuh.platform.access.AreaCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private static final Movement.Shelf EGGS = new Movement.Shelf(new UUID(0, 1), "EGG", Movement.Unit.PIECE);
    private static final Movement.Shelf RICE = new Movement.Shelf(new UUID(0, 1), "RICE", Movement.Unit.KILOGRAM);

    @Test
    void theLastEggCanBeTakenAndNoneAfterIt() {
        Ledger ledger = new Ledger(Map.of(EGGS, new BigDecimal(15)));

        assertThat(ledger.move(List.of(move(EGGS, "-15")))).isTrue();
        assertThat(ledger.move(List.of(move(EGGS, "-1")))).isFalse();
        assertThat(ledger.balance(EGGS)).isZero();
        assertThat(ledger.moved()).hasSize(1);
    }

    @Test
    void halfAKilogramMoreThanThereIsCanNotBeTaken() {
        Ledger ledger = new Ledger(Map.of(RICE, new BigDecimal("2.5")));

        assertThat(ledger.move(List.of(move(RICE, "-2.501")))).isFalse();
        assertThat(ledger.move(List.of(move(RICE, "-2.500")))).isTrue();
    }

    @Test
    void whatIsDoneTogetherIsDoneAllOrNotAtAll() {
        Ledger ledger = new Ledger(Map.of(EGGS, BigDecimal.TEN));

        assertThat(ledger.move(List.of(move(EGGS, "-5"), move(RICE, "-1")))).isFalse();
        assertThat(ledger.balance(EGGS)).isEqualByComparingTo("10");
        assertThat(ledger.move(List.of(move(EGGS, "10"), move(EGGS, "-20")))).isTrue();
        assertThat(ledger.balance(EGGS)).isZero();
    }

    @Test
    void whatComesInIsNeverRefused() {
        Ledger ledger = new Ledger(Map.of(EGGS, new BigDecimal(-5)));

        assertThat(ledger.move(List.of(move(EGGS, "3")))).isTrue();
        assertThat(ledger.balance(EGGS)).isEqualByComparingTo("-2");
    }

    private static Movement move(Movement.Shelf shelf, String quantity) {
        return new Movement(
                UUID.randomUUID(),
                shelf,
                new AreaCode("36.04"),
                new BigDecimal(quantity),
                LocalDate.of(2026, 8, 15),
                null);
    }
}
