package id.tumbuh.intervention.provider;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What lies on the shelves: the sum of all movements. Nothing goes out that isn't there. */
public final class Ledger {
    private final Map<Movement.Shelf, BigDecimal> balances;
    private final List<Movement> moved = new ArrayList<>();

    Ledger(Map<Movement.Shelf, BigDecimal> balances) {
        this.balances = new HashMap<>(balances);
    }

    /** Returns whether all of it could be done; if not, nothing of it is. */
    public boolean move(List<Movement> together) {
        Map<Movement.Shelf, BigDecimal> after = new HashMap<>();
        for (Movement one : together) {
            after.merge(one.shelf(), balance(one.shelf()).add(one.quantity()), (sum, _) -> sum.add(one.quantity()));
        }
        if (after.entrySet().stream().anyMatch(shelf -> isOverdrawn(shelf.getKey(), shelf.getValue()))) {
            return false;
        }
        balances.putAll(after);
        moved.addAll(together);
        return true;
    }

    public BigDecimal balance(Movement.Shelf shelf) {
        return balances.getOrDefault(shelf, BigDecimal.ZERO);
    }

    /** What was done since it was opened, in this order. */
    public List<Movement> moved() {
        return List.copyOf(moved);
    }

    /** What comes in is never refused, even where less than nothing had been left. */
    private boolean isOverdrawn(Movement.Shelf shelf, BigDecimal after) {
        return after.signum() < 0 && after.compareTo(balance(shelf)) < 0;
    }
}
