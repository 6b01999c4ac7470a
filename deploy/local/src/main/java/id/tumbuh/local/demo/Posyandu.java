package id.tumbuh.local.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A posyandu and how many children it weighs.
 *
 * @param weighingDay which weekday of the month it opens, counted from 0
 */
record Posyandu(Kecamatan kecamatan, Kecamatan.Desa desa, String name, int weighingDay, int children) {

    /** Every month has that many days from Monday to Friday. */
    private static final int WEEKDAYS = 20;

    /** The posyandu of one kecamatan, every desa with at least one, sharing its children unevenly. */
    static List<Posyandu> of(Kecamatan kecamatan, int children, Random random) {
        int count = Math.max(kecamatan.posyandu(), kecamatan.desa().size());
        List<Integer> weights = random.ints(count, 60, 141).boxed().toList();
        int[] shares = Kecamatan.split(children, weights);
        List<String> names = Names.list("posyandu");
        int desa = kecamatan.desa().size();
        int first = random.nextInt(names.size());
        List<Posyandu> all = new ArrayList<>();
        for (int each = 0; each < count; each++) {
            int round = each / desa;
            String name = names.get((first + each % desa * 7 + round) % names.size());
            String number = round < names.size() ? "" : " " + (round / names.size() + 1);
            all.add(new Posyandu(
                    kecamatan,
                    kecamatan.desa().get(each % desa),
                    name + number,
                    random.nextInt(WEEKDAYS),
                    shares[each]));
        }
        return all;
    }

    LocalDate opens(YearMonth month) {
        LocalDate day = month.atDay(1);
        for (int passed = 0; ; day = day.plusDays(1)) {
            boolean weekday = day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
            if (weekday && passed++ == weighingDay) {
                return day;
            }
        }
    }
}
