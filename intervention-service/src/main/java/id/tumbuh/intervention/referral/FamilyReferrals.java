package id.tumbuh.intervention.referral;

import id.tumbuh.intervention.circumstance.Family;
import id.tumbuh.intervention.circumstance.Home;
import id.tumbuh.intervention.circumstance.RiskFactor;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import java.util.stream.Stream;

/** Decides which referrals a family has, from its risk factors and the open needs of its children. */
public final class FamilyReferrals {
    private FamilyReferrals() {}

    /**
     * The referrals that are closed or opened now, each in its next version, the closed ones first.
     *
     * @param causes the open needs of the family's children, each in words that change whenever the need does
     * @param open its open referrals
     */
    public static List<Referral> settled(
            Family family, SortedSet<String> causes, Collection<Referral.Open> open, FieldRule rule, LocalDate day) {
        List<Referral> changed = new ArrayList<>();
        Set<RiskFactor> referred = new HashSet<>();
        for (Referral.Open referral : inOrder(open)) {
            Optional<ReferralReason> closing = closing(family, causes, referral, rule);
            closing.ifPresent(reason -> changed.add(referral.closed(reason, day)));
            boolean endsWhenDone = referral.matter().endsWhenDone();
            if (closing.isEmpty() && !endsWhenDone) {
                referred.add(referral.factor());
            }
            if (closing.isPresent() && endsWhenDone) {
                changed.add(movedAlong(family, referral, day));
            }
        }
        if (!causes.isEmpty()) {
            changed.addAll(due(family, causes, referred, rule, day));
        }
        return changed;
    }

    /** The visits to a child whose need has ended: nobody has to go any more. */
    public static List<Referral> withoutVisits(UUID child, Collection<Referral.Open> open, LocalDate day) {
        return of(child, open)
                .filter(referral -> referral.matter().isVisit())
                .<Referral>map(referral -> referral.closed(ReferralReason.NO_STUNTED_CHILD, day))
                .toList();
    }

    /** What was referred of a child itself, which now belongs to another family. */
    public static List<Referral> broughtAlong(UUID child, Family to, Collection<Referral.Open> open, LocalDate day) {
        return of(child, open)
                .flatMap(referral ->
                        Stream.of(referral.closed(ReferralReason.FAMILY_MOVED, day), movedAlong(to, referral, day)))
                .toList();
    }

    private static Stream<Referral.Open> of(UUID child, Collection<Referral.Open> open) {
        return inOrder(open).stream()
                .filter(referral -> child.equals(referral.matter().childId()));
    }

    private static Optional<ReferralReason> closing(
            Family family, SortedSet<String> causes, Referral.Open referral, FieldRule rule) {
        if (!referral.matter().endsWhenDone()) {
            if (causes.isEmpty()) {
                return Optional.of(ReferralReason.NO_STUNTED_CHILD);
            }
            if (!causesOf(family, rule).contains(referral.factor())) {
                return Optional.of(ReferralReason.RISK_FACTOR_GONE);
            }
        }
        return family.area().equals(referral.home().area())
                ? Optional.empty()
                : Optional.of(ReferralReason.FAMILY_MOVED);
    }

    private static List<Referral> due(
            Family family, SortedSet<String> causes, Set<RiskFactor> referred, FieldRule rule, LocalDate day) {
        List<Referral> due = new ArrayList<>();
        for (RiskFactor factor : causesOf(family, rule).stream().sorted().toList()) {
            if (!referred.contains(factor)) {
                rule.fieldOf(factor)
                        .map(field -> Referral.Open.sent(new Referral.Matter(
                                id(family, factor, causes),
                                new Home(family.id(), family.area()),
                                null,
                                factor,
                                field,
                                rule.versionOf(factor),
                                Referral.Origin.FACTS,
                                day)))
                        .ifPresent(due::add);
            }
        }
        return due;
    }

    private static Set<RiskFactor> causesOf(Family family, FieldRule rule) {
        return rule.causes(family.factors(), family.welfareRank());
    }

    /** It is somebody else's to do where the family lives now, and no fact would open it again. */
    private static Referral movedAlong(Family family, Referral.Open referral, LocalDate day) {
        Referral.Matter before = referral.matter();
        return Referral.Open.sent(new Referral.Matter(
                UUID.nameUUIDFromBytes(
                        ("referral/moved/" + before.id() + "/" + family.version()).getBytes(StandardCharsets.UTF_8)),
                new Home(family.id(), family.area()),
                before.childId(),
                before.cause(),
                before.field(),
                before.ruleVersion(),
                before.origin(),
                day));
    }

    /**
     * Follows from what opened it, so that reading the same facts again gives the same id. No two openings share it: to be
     * closed in between, the family must have changed or each of its needs have ended or moved away. What is seen of a house changes no
     * version of the registry's, so there the note tells openings apart.
     */
    private static UUID id(Family family, RiskFactor factor, SortedSet<String> causes) {
        String told = factor.equals(Family.UNFIT_HOUSE) && family.house() != null
                ? family.version() + "/" + family.house().noteId()
                : Long.toString(family.version());
        return UUID.nameUUIDFromBytes(("referral/" + family.id() + "/" + factor + "/" + told + "/" + causes.first())
                .getBytes(StandardCharsets.UTF_8));
    }

    private static List<Referral.Open> inOrder(Collection<Referral.Open> open) {
        return open.stream().sorted(Comparator.comparing(Referral.Open::factor)).toList();
    }
}
