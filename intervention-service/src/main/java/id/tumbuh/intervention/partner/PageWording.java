package id.tumbuh.intervention.partner;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes numbers, dates and times as a reader of the language does: 8,9, Rp2.700.000, 21 November 2026, 09.12 WIB. */
record PageWording(Locale locale) {
    private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");

    String count(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** With as many decimals as it has, up to three. */
    String quantity(BigDecimal quantity) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(3);
        return format.format(quantity);
    }

    String rupiah(long rupiah) {
        return "Rp" + count(rupiah);
    }

    String kg(BigDecimal weight) {
        return decimals(weight, 1, 2);
    }

    /** With a true minus sign (U+2212), as z-scores are printed. */
    String zScore(BigDecimal z) {
        return decimals(z, 2, 2).replace('-', '\u2212');
    }

    String limit(BigDecimal z) {
        return decimals(z, 0, 2).replace('-', '\u2212');
    }

    String date(LocalDate date) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy", locale).format(date);
    }

    /** With the day of the week, for what is to come. */
    String dayAndDate(LocalDate date) {
        return DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", locale).format(date);
    }

    String month(YearMonth month) {
        return DateTimeFormatter.ofPattern("MMMM yyyy", locale).format(month);
    }

    String moment(@Nullable Instant moment) {
        return moment == null
                ? ""
                : DateTimeFormatter.ofPattern("d MMMM yyyy HH.mm", locale).format(moment.atZone(WIB)) + " WIB";
    }

    private String decimals(BigDecimal number, int least, int most) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(least);
        format.setMaximumFractionDigits(most);
        return format.format(number);
    }
}
