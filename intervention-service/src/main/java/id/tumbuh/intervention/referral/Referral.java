package id.tumbuh.intervention.referral;

import id.tumbuh.intervention.circumstance.Home;
import id.tumbuh.intervention.circumstance.RiskFactor;
import java.time.LocalDate;
import java.util.UUID;

/** A risk factor of a family with a stunted child, handed to the OPD whose field it is. */
public sealed interface Referral {
    UUID id();

    /** The family and where it lived when it was referred. */
    Home home();

    RiskFactor factor();

    OpdField field();

    /** Version of the rule that named the field. */
    int ruleVersion();

    LocalDate openedOn();

    ReferralReason reason();

    long version();

    /** The OPD has to act. */
    record Open(UUID id, Home home, RiskFactor factor, OpdField field, int ruleVersion, LocalDate openedOn)
            implements Referral {
        @Override
        public ReferralReason reason() {
            return ReferralReason.STUNTED_CHILD_AT_RISK;
        }

        @Override
        public long version() {
            return 1;
        }

        /** Facts of two services may come out of order: a referral never ends before it began. */
        public Closed closed(ReferralReason why, LocalDate day) {
            LocalDate closedOn = day.isBefore(openedOn) ? openedOn : day;
            return new Closed(id, home, factor, field, ruleVersion, openedOn, closedOn, why, version() + 1);
        }
    }

    /** Nothing is left to do; a factor that comes back is referred anew. */
    record Closed(
            UUID id,
            Home home,
            RiskFactor factor,
            OpdField field,
            int ruleVersion,
            LocalDate openedOn,
            LocalDate closedOn,
            ReferralReason reason,
            long version)
            implements Referral {}
}
