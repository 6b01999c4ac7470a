package id.tumbuh.reporting.publication;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;

/**
 * Somebody with everything that was published and a solver of linear programs: the least and the greatest a hidden count can be, given how
 * counts are rounded, what is hidden and why, that areas add up, that parts are no more than their wholes, also two of
 * them together that have nobody in common. Of two snapshots it even knows
 * which counts stayed the same.
 */
final class Attacker {
    private static final double ALMOST = 1e-6;

    private final PublicationRules rules;
    private final List<Share> shares;
    private final List<Apart> apart;
    private final Map<Object, Integer> numbers = new HashMap<>();
    private final List<Row> rows = new ArrayList<>();
    private final Set<Integer> toldOnce = new HashSet<>();
    private final Map<String, Integer> targets = new TreeMap<>();
    private final Map<String, int[]> remainders = new TreeMap<>();

    private record Row(Map<Integer, Double> factors, Relationship relationship, double value) {}

    private record Same(Cell cell, long amount) {}

    /** A snapshot as it was published, with the truth to know what stayed the same and what is worth attacking. */
    record Snapshot(String name, Counts truth, Suppressed published) {}

    Attacker(PublicationRules rules, List<Share> shares, List<Apart> apart, List<Snapshot> snapshots) {
        this.apart = apart;
        this.rules = rules;
        this.shares = shares;
        snapshots.forEach(this::learn);
    }

    /** Counts it knows more closely than it may, with the values they can have. */
    Map<String, Long> pinned() {
        Map<String, Long> pinned = new TreeMap<>();
        targets.forEach((name, number) -> {
            if (!toldOnce.contains(number)) {
                note(pinned, name, Map.of(number, 1.0));
            }
        });
        remainders.forEach((name, pair) -> note(pinned, name, Map.of(pair[0], 1.0, pair[1], -1.0)));
        return pinned;
    }

    private void note(Map<String, Long> pinned, String name, Map<Integer, Double> aim) {
        long least = (long) Math.ceil(solve(aim, GoalType.MINIMIZE) - ALMOST);
        double most = solve(aim, GoalType.MAXIMIZE);
        long values = (long) Math.floor(most + ALMOST) - least + 1;
        if (values < rules.fewestPossible() || values < 5) {
            pinned.put(name, values);
        }
    }

    int attacked() {
        return targets.size() + remainders.size();
    }

    private void learn(Snapshot snapshot) {
        snapshot.truth()
                .byArea()
                .forEach((area, counts) -> counts.keySet().forEach(measure -> count(snapshot, area, measure)));
        snapshot.truth().byArea().keySet().forEach(area -> {
            shares.forEach(share -> share(snapshot, area, share));
            apart.forEach(pair -> keepApart(snapshot, area, pair));
            shares.stream()
                    .flatMap(it -> Stream.of(it.part(), it.whole()))
                    .distinct()
                    .forEach(measure -> addUp(snapshot, area, measure));
        });
    }

    private void count(Snapshot snapshot, String area, String measure) {
        int number = number(snapshot, area, measure);
        Long shown = snapshot.published().of(area, measure);
        if (shown == null) {
            targets.put(snapshot.name() + " " + area + " " + measure, number);
            rows.add(new Row(Map.of(number, 1.0), Relationship.GEQ, 1));
            rows.add(new Row(Map.of(number, 1.0), Relationship.LEQ, 1_000_000));
            return;
        }
        toldOnce.add(number);
        rows.add(new Row(Map.of(number, 1.0), Relationship.GEQ, rules.least(shown)));
        rows.add(new Row(Map.of(number, 1.0), Relationship.LEQ, rules.most(shown)));
    }

    private void share(Snapshot snapshot, String area, Share share) {
        int part = number(snapshot, area, share.part());
        int whole = number(snapshot, area, share.whole());
        Map<Integer, Double> rest = Map.of(whole, 1.0, part, -1.0);
        long truth = snapshot.truth().of(new Cell(area, share.whole()))
                - snapshot.truth().of(new Cell(area, share.part()));
        double least = 0;
        if (share.published()) {
            Long shownPart = snapshot.published().of(area, share.part());
            Long shownWhole = snapshot.published().of(area, share.whole());
            if (shownPart != null && shownWhole != null) {
                // what remains is nothing or not small, or the part would be hidden
                if (rules.most(shownWhole) - rules.least(shownPart) < rules.smallestShown()) {
                    rows.add(new Row(rest, Relationship.LEQ, 0));
                } else if (rules.least(shownWhole) - rules.most(shownPart) > 0) {
                    least = rules.smallestShown();
                }
            } else if (rules.isSmall(truth)) {
                remainders.put(snapshot.name() + " " + area + " not " + share.part(), new int[] {whole, part});
            }
        }
        rows.add(new Row(rest, Relationship.GEQ, least));
    }

    private void keepApart(Snapshot snapshot, String area, Apart pair) {
        shares.stream()
                .filter(one -> one.part().equals(pair.one()))
                .filter(one -> shares.contains(new Share(pair.other(), one.whole(), one.published())))
                .forEach(one -> rows.add(new Row(
                        Map.of(
                                number(snapshot, area, one.whole()), 1.0,
                                number(snapshot, area, pair.one()), -1.0,
                                number(snapshot, area, pair.other()), -1.0),
                        Relationship.GEQ,
                        0)));
    }

    private void addUp(Snapshot snapshot, String area, String measure) {
        Map<Integer, Double> sum = new HashMap<>();
        snapshot.truth().byArea().keySet().stream()
                .filter(other -> Counts.parent(other).equals(area))
                .forEach(child -> sum.merge(number(snapshot, child, measure), 1.0, Double::sum));
        if (!sum.isEmpty()) {
            sum.merge(number(snapshot, area, measure), -1.0, Double::sum);
            rows.add(new Row(sum, Relationship.EQ, 0));
        }
    }

    private int number(Snapshot snapshot, String area, String measure) {
        Cell cell = new Cell(area, measure);
        return numbers.computeIfAbsent(new Same(cell, snapshot.truth().of(cell)), _ -> numbers.size());
    }

    private double solve(Map<Integer, Double> aim, GoalType goal) {
        List<LinearConstraint> constraints = rows.stream()
                .map(row -> new LinearConstraint(vector(row.factors()), row.relationship(), row.value()))
                .toList();
        return new SimplexSolver()
                .optimize(
                        new LinearObjectiveFunction(vector(aim), 0),
                        new LinearConstraintSet(constraints),
                        goal,
                        new NonNegativeConstraint(true),
                        new MaxIter(100_000))
                .getValue();
    }

    private double[] vector(Map<Integer, Double> factors) {
        double[] vector = new double[numbers.size()];
        factors.forEach((number, factor) -> vector[number] = factor);
        return vector;
    }
}
