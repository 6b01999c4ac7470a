package id.tumbuh.registry.imports.eppgbm;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What a row may say at most; from the rule table.
 *
 * @param today measurements of later days are typing errors
 * @param gramsAbove a weight above it was typed in grams
 */
public record RowRules(
        LocalDate today,
        int oldestMonths,
        BigDecimal gramsAbove,
        BigDecimal heaviestKg,
        BigDecimal tallestCm,
        BigDecimal widestArmCm) {}
