package id.tumbuh.registry.screening;

import java.time.LocalDate;

/** The screening of one day under the policy of that day. Taken before a transaction, so that no rule is read inside one. */
public record Screener(ScreeningPolicy policy, LocalDate day) {

    public Screening screen(FamilyProfile family) {
        return RiskScreening.screen(family, policy, day);
    }
}
