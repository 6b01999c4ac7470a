package id.tumbuh.registry.imports.matching;

import id.tumbuh.registry.imports.matching.Match.Evidence;
import id.tumbuh.registry.imports.matching.Match.Why;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a row's child is one of the registered children born on its day.
 *
 * <ul>
 *   <li>A like name and like parents are the child, in whatever village: it has moved.
 *   <li>A like name in the same village is the child if nothing is known of the parents; with other parents a person decides.
 *   <li>A like name elsewhere with other parents is somebody else; with unknown parents a person decides.
 *   <li>A newborn without a name is found by its parents alone.
 *   <li>Of several, the one with the very same name wins, then the one that leads by the margin, then the one whose parents,
 *       then the one whose village is the same.
 * </ul>
 */
public final class ChildMatching {
    private final MatchingRules rules;
    private final Sought sought;
    private final @Nullable PersonName child;
    private final @Nullable PersonName father;
    private final @Nullable PersonName mother;

    private ChildMatching(Sought sought, MatchingRules rules) {
        this.rules = rules;
        this.sought = sought;
        this.child = PersonName.ofChild(sought.name()).orElse(null);
        this.father = PersonName.ofAdult(sought.father()).orElse(null);
        this.mother = PersonName.ofAdult(sought.mother()).orElse(null);
    }

    /** The candidates have the sex and birth date of the sought child. */
    public static Match match(Sought sought, List<Candidate> candidates, MatchingRules rules) {
        return candidates.isEmpty() ? new Match.New() : new ChildMatching(sought, rules).among(candidates);
    }

    private Match among(List<Candidate> candidates) {
        Optional<Candidate> byNik = candidates.stream()
                .filter(candidate -> candidate.sameNik() && !candidate.claimed())
                .findFirst();
        if (byNik.isPresent()) {
            return new Match.Matched(byNik.get().child(), Set.of(Evidence.NIK));
        }
        List<Comparison> compared = candidates.stream()
                .map(this::compare)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparingDouble(Comparison::likeness).reversed())
                .toList();
        List<Comparison> likely =
                compared.stream().filter(each -> each.verdict == Verdict.LIKELY).toList();
        if (likely.isEmpty()) {
            return compared.isEmpty() ? new Match.New() : toDecide(compared);
        }
        return best(likely)
                .<Match>map(best -> new Match.Matched(best.candidate.child(), best.evidence()))
                .orElseGet(() -> toDecide(likely));
    }

    private static Match toDecide(List<Comparison> compared) {
        return new Match.ToDecide(
                compared.stream().map(each -> each.candidate.child()).toList(),
                compared.size() > 1 ? Why.SEVERAL_LIKELY : Why.ONE_POSSIBLE);
    }

    private Optional<Comparison> compare(Candidate candidate) {
        PersonName name = PersonName.ofChild(candidate.name()).orElse(null);
        if (child == null || name == null) {
            // A claimed newborn and its twin can't be told apart by their parents.
            boolean same = !candidate.claimed() && parents(candidate) == Agreement.SAME;
            return same ? Optional.of(comparison(candidate, 0, Agreement.SAME, Verdict.LIKELY)) : Optional.empty();
        }
        double likeness = child.likeness(name, rules.word());
        if (likeness < rules.name() || (candidate.claimed() && likeness < 1)) {
            return Optional.empty();
        }
        Agreement parents = parents(candidate);
        return verdict(parents, sought.desa().equals(candidate.desa()))
                .filter(verdict -> !candidate.claimed() || verdict == Verdict.LIKELY)
                .map(verdict -> comparison(candidate, likeness, parents, verdict));
    }

    private Comparison comparison(Candidate candidate, double likeness, Agreement parents, Verdict verdict) {
        return new Comparison(candidate, likeness, parents, sought.desa().equals(candidate.desa()), verdict);
    }

    private static Optional<Verdict> verdict(Agreement parents, boolean sameVillage) {
        return switch (parents) {
            case SAME -> Optional.of(Verdict.LIKELY);
            case UNKNOWN -> Optional.of(sameVillage ? Verdict.LIKELY : Verdict.POSSIBLE);
            case HALF -> Optional.of(Verdict.POSSIBLE);
            case OTHER -> sameVillage ? Optional.of(Verdict.POSSIBLE) : Optional.empty();
        };
    }

    /** The mother decides where both know her: fathers are written in more ways, and change. */
    private Agreement parents(Candidate candidate) {
        Agreement mothers = same(mother, candidate.mother());
        Agreement fathers = same(father, candidate.father());
        return switch (mothers) {
            case SAME -> Agreement.SAME;
            case OTHER -> fathers == Agreement.SAME ? Agreement.HALF : Agreement.OTHER;
            case UNKNOWN, HALF -> fathers;
        };
    }

    private Agreement same(@Nullable PersonName one, @Nullable String written) {
        Optional<PersonName> other = PersonName.ofAdult(written);
        if (one == null || other.isEmpty()) {
            return Agreement.UNKNOWN;
        }
        return one.likeness(other.get(), rules.word()) >= rules.parent() ? Agreement.SAME : Agreement.OTHER;
    }

    private Optional<Comparison> best(List<Comparison> likely) {
        List<Comparison> leading = new ArrayList<>();
        double highest = likely.getFirst().likeness();
        for (Comparison each : likely) {
            boolean asAlike = highest == 1 ? each.likeness() == 1 : highest - each.likeness() < rules.margin();
            if (asAlike) {
                leading.add(each);
            }
        }
        return only(leading)
                .or(() -> only(leading.stream()
                        .filter(each -> each.parents == Agreement.SAME)
                        .toList()))
                .or(() -> only(leading.stream().filter(each -> each.sameVillage).toList()));
    }

    private static Optional<Comparison> only(List<Comparison> some) {
        return some.size() == 1 ? Optional.of(some.getFirst()) : Optional.empty();
    }

    /** How far a candidate can be the child. */
    private enum Verdict {
        LIKELY,
        POSSIBLE
    }

    /** What is known of the parents of both. */
    private enum Agreement {
        SAME,
        HALF,
        UNKNOWN,
        OTHER
    }

    /** A candidate beside the row; likeness 0 where one of them has no name yet. */
    private record Comparison(
            Candidate candidate, double likeness, Agreement parents, boolean sameVillage, Verdict verdict) {

        Set<Evidence> evidence() {
            Set<Evidence> evidence = EnumSet.of(
                    likeness == 0
                            ? Evidence.NEWBORN_WITHOUT_NAME
                            : likeness == 1 ? Evidence.SAME_NAME : Evidence.SIMILAR_NAME);
            if (parents == Agreement.SAME) {
                evidence.add(Evidence.PARENTS);
            }
            if (sameVillage) {
                evidence.add(Evidence.VILLAGE);
            }
            return evidence;
        }
    }
}
