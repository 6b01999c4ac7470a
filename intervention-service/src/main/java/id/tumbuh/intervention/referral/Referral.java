package id.tumbuh.intervention.referral;

import id.tumbuh.intervention.circumstance.Home;
import id.tumbuh.intervention.circumstance.RiskFactor;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that stands in the way of a family's child, handed to the OPD whose field it is. */
public sealed interface Referral {
    /**
     * What is referred, from its beginning to its end.
     *
     * @param home the family and where it lived when it was referred
     * @param childId the child, when one was referred and not its family
     * @param cause a risk factor, or a cause of the rules {@code referral.welfare} and {@code referral.manual-cause}
     * @param ruleVersion version of the rule that named the field
     */
    record Matter(
            UUID id,
            Home home,
            @Nullable UUID childId,
            RiskFactor cause,
            OpdField field,
            int ruleVersion,
            Origin origin,
            LocalDate openedOn) {
        /** A visit to one child. What opened it is over, so no fact will ever say that somebody went. */
        boolean isVisit() {
            return origin == Origin.FACTS && childId != null;
        }

        /** Whether it is over when it is done, and goes along when its family moves because no fact would open it again. */
        boolean endsWhenDone() {
            return origin == Origin.PERSON || isVisit();
        }
    }

    /** Where a referral comes from. The names stand in events: never renamed. */
    enum Origin {
        /** It follows from what is known and ends with it; a visit to a child also when it is done. */
        FACTS,
        /** Somebody referred, and it ends when it is done or taken back. */
        PERSON
    }

    Matter matter();

    Progress progress();

    ReferralReason reason();

    long version();

    default UUID id() {
        return matter().id();
    }

    default Home home() {
        return matter().home();
    }

    default RiskFactor factor() {
        return matter().cause();
    }

    default OpdField field() {
        return matter().field();
    }

    default int ruleVersion() {
        return matter().ruleVersion();
    }

    default LocalDate openedOn() {
        return matter().openedOn();
    }

    /**
     * Somebody still has to act, or what was done is not in the registry yet.
     *
     * @param escalated whose business its delay has become
     */
    record Open(Matter matter, Progress progress, @Nullable EscalationLevel escalated, long version)
            implements Referral {
        static Open sent(Matter matter) {
            return new Open(matter, new Progress.Sent(matter.openedOn()), null, 1);
        }

        @Override
        public ReferralReason reason() {
            return switch (matter.origin()) {
                case FACTS -> ReferralReason.STUNTED_CHILD_AT_RISK;
                case PERSON -> ReferralReason.REFERRED_BY_PERSON;
            };
        }

        /** At the next stage, where nobody is late yet. */
        Open at(Progress next) {
            return new Open(matter, next, null, version + 1);
        }

        /** The same version still: the step that sends it there counts. */
        Open to(OpdField field) {
            Matter other = new Matter(
                    matter.id(),
                    matter.home(),
                    matter.childId(),
                    matter.cause(),
                    field,
                    matter.ruleVersion(),
                    matter.origin(),
                    matter.openedOn());
            return new Open(other, progress, escalated, version);
        }

        Open escalatedTo(EscalationLevel level) {
            return new Open(matter, progress, level, version + 1);
        }

        /** What no fact will ever show to be done is over in the same step. */
        Referral settledIfNoFactTells(LocalDate day) {
            return matter.endsWhenDone()
                    ? new Closed(matter, progress, notBeforeItBegan(day), ReferralReason.DONE, version)
                    : this;
        }

        /** Facts of two services may come out of order: a referral never ends before it began. */
        public Closed closed(ReferralReason why, LocalDate day) {
            return new Closed(matter, progress, notBeforeItBegan(day), why, version + 1);
        }

        private LocalDate notBeforeItBegan(LocalDate day) {
            return day.isBefore(openedOn()) ? openedOn() : day;
        }
    }

    /** Nothing is left to do; a factor that comes back is referred anew. */
    record Closed(Matter matter, Progress progress, LocalDate closedOn, ReferralReason reason, long version)
            implements Referral {}
}
