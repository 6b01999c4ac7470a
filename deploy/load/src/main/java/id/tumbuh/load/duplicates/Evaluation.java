package id.tumbuh.load.duplicates;

import id.tumbuh.registry.sameperson.MatchingModel;
import id.tumbuh.registry.sameperson.ReadPerson;
import id.tumbuh.registry.sameperson.Resemblance;
import id.tumbuh.registry.sameperson.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares every two records that share a key, as the registry does, and holds the answers against the truth. */
final class Evaluation {
    private final People.Truth truth;
    private final MatchingModel model;
    private final List<ReadPerson> read;
    private final Map<Pair, Resemblance> answers = new HashMap<>();

    /** Two records by their place in the list, the lower first. */
    record Pair(int one, int other) {}

    /**
     * How well and how fast.
     *
     * @param joined pairs joined without a person
     * @param rightly those of them that are one person
     * @param listed pairs on the list of those who decide
     * @param listedRightly those of them that are one person
     * @param known pairs that are one person
     * @param compared pairs that shared a key
     */
    record Result(int joined, int rightly, int listed, int listedRightly, int known, long compared, double seconds) {
        double precision() {
            return joined == 0 ? 1 : (double) rightly / joined;
        }

        double recall() {
            return (double) rightly / known;
        }
    }

    private Evaluation(People.Truth truth, MatchingModel model) {
        this.truth = truth;
        this.model = model;
        this.read = truth.persons().stream().map(model::read).toList();
    }

    static Result of(People.Truth truth, MatchingModel model) {
        return run(truth, model).result();
    }

    static Evaluation run(People.Truth truth, MatchingModel model) {
        long start = System.nanoTime();
        Evaluation evaluation = new Evaluation(truth, model);
        evaluation.compare();
        evaluation.holdBackTheAmbiguous();
        evaluation.seconds = (System.nanoTime() - start) / 1e9;
        return evaluation;
    }

    private long compared;
    private double seconds;

    Map<Pair, Resemblance> answers() {
        return answers;
    }

    boolean isOnePerson(Pair pair) {
        var one = truth.persons().get(pair.one()).id();
        var other = truth.persons().get(pair.other()).id();
        return other.equals(truth.sameAs().get(one))
                || one.equals(truth.sameAs().get(other));
    }

    Result result() {
        int joined = 0;
        int rightly = 0;
        int listed = 0;
        int listedRightly = 0;
        for (Map.Entry<Pair, Resemblance> answer : answers.entrySet()) {
            int right = isOnePerson(answer.getKey()) ? 1 : 0;
            if (answer.getValue().verdict() == Verdict.AUTOMATIC) {
                joined++;
                rightly += right;
            } else {
                listed++;
                listedRightly += right;
            }
        }
        return new Result(joined, rightly, listed, listedRightly, truth.sameAs().size(), compared, seconds);
    }

    private void compare() {
        Map<String, List<Integer>> blocks = new HashMap<>();
        for (int each = 0; each < read.size(); each++) {
            for (String key : read.get(each).keys()) {
                blocks.computeIfAbsent(key, _ -> new ArrayList<>()).add(each);
            }
        }
        for (int one = 0; one < read.size(); one++) {
            Set<Integer> others = new HashSet<>();
            for (String key : read.get(one).keys()) {
                List<Integer> block = blocks.getOrDefault(key, List.of());
                if (block.size() <= model.largestBlock()) {
                    others.addAll(block);
                }
            }
            for (int other : others) {
                if (other > one) {
                    compared++;
                    Resemblance answer = model.compare(read.get(one), read.get(other));
                    if (answer.verdict() != Verdict.DIFFERENT) {
                        answers.put(new Pair(one, other), answer);
                    }
                }
            }
        }
    }

    /** A record that is as alike to two people, who are not one another, is for a person to decide. */
    private void holdBackTheAmbiguous() {
        Map<Integer, Set<Integer>> joined = new HashMap<>();
        answers.forEach((pair, answer) -> {
            if (answer.verdict() == Verdict.AUTOMATIC) {
                joined.computeIfAbsent(pair.one(), _ -> new HashSet<>()).add(pair.other());
                joined.computeIfAbsent(pair.other(), _ -> new HashSet<>()).add(pair.one());
            }
        });
        joined.forEach((person, others) -> {
            for (int one : others) {
                for (int other : others) {
                    if (one < other && !joined.getOrDefault(one, Set.of()).contains(other)) {
                        answers.computeIfPresent(pair(person, one), (_, answer) -> answer.amongSeveral());
                        answers.computeIfPresent(pair(person, other), (_, answer) -> answer.amongSeveral());
                    }
                }
            }
        });
    }

    private static Pair pair(int one, int other) {
        return new Pair(Math.min(one, other), Math.max(one, other));
    }
}
