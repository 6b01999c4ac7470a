package id.tumbuh.reporting.publication;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** A province of three kabupaten with a few kecamatan each, and counts as they come: some small, some nothing, some everybody. */
record Invented(Map<String, Map<String, Long>> leaves) {
    static final List<Share> SHARES = List.of(
            new Share("stunted", "height", true),
            new Share("severe", "height", true),
            new Share("heavy", "height", true),
            new Share("weighed", "children", true));
    static final List<Share> PARTS =
            List.of(new Share("severe", "stunted", false), new Share("height", "weighed", false));

    static final List<Apart> APART = List.of(new Apart("stunted", "heavy"));

    static Invented from(Random random) {
        Map<String, Map<String, Long>> leaves = new TreeMap<>();
        for (int kabupaten = 1; kabupaten <= 3; kabupaten++) {
            int kecamatan = 1 + random.nextInt(3);
            for (int one = 1; one <= kecamatan; one++) {
                leaves.put("85.0" + kabupaten + ".0" + one, leaf(random));
            }
        }
        return new Invented(leaves);
    }

    private static Map<String, Long> leaf(Random random) {
        long children = random.nextInt(4) == 0 ? random.nextInt(15) : 20 + random.nextInt(100);
        long weighed = children - part(random, children, 0.3);
        long height = weighed - part(random, weighed, 0.1);
        long stunted = part(random, height, random.nextDouble() * 0.5);
        return new HashMap<>(Map.of(
                "children", children,
                "weighed", weighed,
                "height", height,
                "stunted", stunted,
                "heavy", heavy(height - stunted),
                "severe", part(random, stunted, 0.5)));
    }

    /** Apart from those who are stunted; of a random of its own, as measures came later than the seeds. */
    private static long heavy(long rest) {
        Random own = new Random(rest);
        return part(own, rest, own.nextDouble());
    }

    private static long part(Random random, long of, double chance) {
        return random.longs(of).filter(_ -> random.nextDouble() < chance).count();
    }

    /** One kecamatan is counted again, as after a correction. */
    Invented corrected(Random random) {
        Map<String, Map<String, Long>> changed = new TreeMap<>(leaves);
        List<String> areas = List.copyOf(leaves.keySet());
        changed.put(areas.get(random.nextInt(areas.size())), leaf(random));
        return new Invented(changed);
    }

    Counts counts() {
        Map<String, Map<String, Long>> all = new TreeMap<>();
        leaves.forEach((area, counts) -> {
            for (String level = area; level.length() > 1; level = level.length() == 2 ? "" : Counts.parent(level)) {
                Map<String, Long> sums = all.computeIfAbsent(level, _ -> new HashMap<>());
                counts.forEach((measure, count) -> sums.merge(measure, count, Long::sum));
            }
        });
        return new Counts(all);
    }
}
