package id.tumbuh.reporting.reconciliation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Numbers as a reader of the language writes them: 5.408; 26,4%; −0,27. */
public record Numbers(Locale locale) {
    private static final String NOTHING = "–";

    public String count(@Nullable Long number) {
        return number == null
                ? NOTHING
                : NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** A share from 0 to 1 as a percentage with one decimal. */
    public String share(@Nullable Double share) {
        return share == null ? NOTHING : percent(BigDecimal.valueOf(share * 100));
    }

    public String percent(@Nullable BigDecimal percent) {
        return percent == null ? NOTHING : decimal(percent, 1) + "%";
    }

    /** With as many decimals as the source gave, one at least. */
    public String stated(BigDecimal percent) {
        return decimal(percent, Math.max(1, percent.stripTrailingZeros().scale())) + "%";
    }

    /** A whole percentage, where more would pretend to be exact. */
    public String roughly(@Nullable Double share) {
        return share == null ? NOTHING : decimal(BigDecimal.valueOf(share * 100), 0) + "%";
    }

    /** In standard deviations, with a true minus sign. */
    public String deviations(OptionalDouble z) {
        return z.isEmpty() ? NOTHING : decimal(BigDecimal.valueOf(z.getAsDouble()), 2);
    }

    public String decimal(BigDecimal number, int decimals) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(number).replace('-', '\u2212');
    }
}
