package id.tumbuh.reporting.page;

import id.tumbuh.reporting.indicator.Figure;
import id.tumbuh.reporting.statement.Source;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes numbers, dates and times as a reader of the language does: 5.408, 26,4%, 21 November 2026, 09.12 WIB. */
record Wording(Locale locale) {
    private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");
    static final String NOTHING = "–";

    String count(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** In full: Rp1.200.000.000. */
    String rupiah(long amount) {
        return "Rp" + count(amount);
    }

    /** To read at a glance: Rp1,2 miliar. */
    String aboutRupiah(long amount) {
        boolean english = locale.getLanguage().equals("en");
        if (amount >= 1_000_000_000_000L) {
            return inUnits(amount, 12, english ? "trillion" : "triliun");
        }
        if (amount >= 1_000_000_000L) {
            return inUnits(amount, 9, english ? "billion" : "miliar");
        }
        return amount >= 1_000_000L ? inUnits(amount, 6, english ? "million" : "juta") : rupiah(amount);
    }

    private String inUnits(long amount, int zeros, String unit) {
        return "Rp" + number(BigDecimal.valueOf(amount).movePointLeft(zeros), 1) + " " + unit;
    }

    /** Without zeros at the end. */
    String number(BigDecimal number, int decimals) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(decimals);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(number);
    }

    String percent(@Nullable BigDecimal percent) {
        if (percent == null) {
            return NOTHING;
        }
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(percent) + "%";
    }

    String percent(Figure figure) {
        return percent(figure.percent());
    }

    /** With a true minus sign (U+2212), as z-scores are printed. */
    String zScore(@Nullable BigDecimal z) {
        if (z == null) {
            return NOTHING;
        }
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(2);
        return format.format(z).replace('-', '\u2212');
    }

    String date(@Nullable LocalDate date) {
        return date == null
                ? NOTHING
                : DateTimeFormatter.ofPattern("d MMMM yyyy", locale).format(date);
    }

    /** Of a table with little room: 26 Nov 2026. */
    String shortDate(LocalDate date) {
        return DateTimeFormatter.ofPattern("d MMM yyyy", locale).format(date);
    }

    String month(YearMonth month) {
        return DateTimeFormatter.ofPattern("MMMM yyyy", locale).format(month);
    }

    /** Who said something, where and when, in one line. */
    String cited(Source source) {
        String published = source.publishedOn() == null ? "" : ", " + date(source.publishedOn());
        return source.author() + ", " + source.title() + published;
    }

    String moment(Instant moment) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy HH.mm", locale).format(moment.atZone(WIB)) + " WIB";
    }
}
