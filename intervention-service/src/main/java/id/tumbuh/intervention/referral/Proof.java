package id.tumbuh.intervention.referral;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an OPD did about a referral.
 *
 * @param what a code of the rule {@code referral.proof}
 * @param documentSha256 of a paper or photograph that stays with the OPD
 */
public record Proof(
        String what,
        LocalDate on,
        BigDecimal quantity,
        @Nullable String documentSha256) {
    public Proof {
        BigDecimal shortest = quantity.stripTrailingZeros();
        quantity = shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }
}
