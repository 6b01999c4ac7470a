package id.tumbuh.platform.rules;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One version of one rule.
 *
 * @param value JSON: a number, a text, a list or an object
 * @param source the law, booklet or publication the value comes from
 */
public record Rule(
        String code,
        int version,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String value,
        String source,
        @Nullable String note) {

    public boolean holdsOn(LocalDate date) {
        return !date.isBefore(validFrom) && (validTo == null || date.isBefore(validTo));
    }
}
