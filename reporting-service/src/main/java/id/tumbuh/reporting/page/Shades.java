package id.tumbuh.reporting.page;

import java.util.ArrayList;
import java.util.List;

/** The shades of a map, by how many children they stand for. */
record Shades(long highest) {
    /** The upper ends of the classes as shares of the highest: of 500 children 100, 150, 250 and 400. */
    private static final List<Double> CLASSES = List.of(0.2, 0.3, 0.5, 0.8);

    /** 0 to 4, the darkest where most children are. */
    int of(long count) {
        int shade = 0;
        for (double share : CLASSES) {
            if (count >= end(share)) {
                shade++;
            }
        }
        return shade;
    }

    /** How many children each stands for, the palest first. */
    List<String> classes(Wording wording) {
        List<String> classes = new ArrayList<>();
        long from = 0;
        for (double share : CLASSES) {
            long end = end(share);
            classes.add(range(from, end, wording));
            from = end;
        }
        classes.add("≥" + wording.count(from));
        return classes;
    }

    /** At least one child apart, so that nothing is dark where next to nobody is. */
    private long end(double share) {
        return Math.max(1 + CLASSES.indexOf(share), Math.round(share * highest));
    }

    private static String range(long from, long end, Wording wording) {
        if (from == 0) {
            return "<" + wording.count(end);
        }
        return end - 1 == from ? wording.count(from) : wording.count(from) + "–" + wording.count(end - 1);
    }
}
