package id.tumbuh.load.duplicates;

import java.util.List;
import java.util.random.RandomGenerator;

/** Chance, always in the same order for one seed. */
record Draw(RandomGenerator random) {
    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T of(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** A rank from 0, the n-th about n times rarer than the first. */
    int rank(int ranks) {
        double most = Math.log(ranks + 3.0);
        double least = Math.log(3.0);
        return Math.min(ranks - 1, (int) (Math.exp(least + random.nextDouble() * (most - least)) - 3.0));
    }
}
