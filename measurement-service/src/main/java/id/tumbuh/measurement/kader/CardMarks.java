package id.tumbuh.measurement.kader;

import id.tumbuh.measurement.kader.WeighedChildren.Weighing;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The marks of one child's card, month by month: N gained enough, T did not, O was not weighed the month before, B is new. */
final class CardMarks {

    private static final int GRAMS_A_KG = 1000;

    private CardMarks() {}

    /** One letter of the official form. */
    enum Mark {
        N,
        T,
        O,
        B
    }

    record MarkedMonth(YearMonth month, Weighing weighing, Mark mark, int tInARow) {}

    /**
     * @param gains the least gain in grams by months since the month of birth: the first is of the first month, the last of
     *     every later one
     * @param weighings in the order in which the last of a month counts
     */
    static List<MarkedMonth> of(LocalDate birthDate, List<Integer> gains, List<Weighing> weighings) {
        List<MarkedMonth> card = new ArrayList<>();
        @Nullable MarkedMonth before = null;
        for (int at = 0; at < weighings.size(); at++) {
            YearMonth month = YearMonth.from(weighings.get(at).measuredOn());
            boolean lastOfMonth = at + 1 == weighings.size()
                    || !YearMonth.from(weighings.get(at + 1).measuredOn()).equals(month);
            if (lastOfMonth) {
                long column = YearMonth.from(birthDate).until(month, ChronoUnit.MONTHS);
                before = next(before, month, weighings.get(at), leastGain(gains, column));
                card.add(before);
            }
        }
        return card;
    }

    private static MarkedMonth next(@Nullable MarkedMonth before, YearMonth month, Weighing weighing, int leastGain) {
        if (before == null) {
            return new MarkedMonth(month, weighing, Mark.B, 0);
        }
        if (!before.month().plusMonths(1).equals(month)) {
            return new MarkedMonth(month, weighing, Mark.O, before.tInARow());
        }
        return grams(weighing) - grams(before.weighing()) >= leastGain
                ? new MarkedMonth(month, weighing, Mark.N, 0)
                : new MarkedMonth(month, weighing, Mark.T, before.tInARow() + 1);
    }

    private static long grams(Weighing weighing) {
        return Math.round(weighing.weightKg() * GRAMS_A_KG);
    }

    /** Nobody is weighed twice in a row before the first month after birth, so column 0 has no gain of its own. */
    private static int leastGain(List<Integer> gains, long column) {
        return gains.get((int) Math.clamp(column - 1, 0, gains.size() - 1L));
    }
}
