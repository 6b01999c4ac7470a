package id.tumbuh.journeys;

import id.tumbuh.local.demo.WhoTables;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a correct platform must answer, counted from the children themselves. Which of them have a sponsor the plan decides; from then on
 * they grow as children with one.
 */
final class SerangTruth {
    private final List<SerangChild> children;
    private Set<UUID> helped = Set.of();

    SerangTruth(List<SerangChild> children) {
        this.children = List.copyOf(children);
    }

    List<SerangChild> children() {
        return children;
    }

    void helped(Set<UUID> sponsored) {
        helped = Set.copyOf(sponsored);
    }

    List<Visit> course(SerangChild child) {
        return helped.contains(child.id()) ? child.sponsored() : child.alone();
    }

    /** Who came in a month, with what was seen. */
    Map<SerangChild, Visit> cameIn(int month) {
        return children.stream()
                .flatMap(child -> course(child).stream()
                        .filter(visit -> visit.month() == month)
                        .map(visit -> Map.entry(child, visit)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Visit latest(SerangChild child, int month) {
        return course(child).stream()
                .filter(visit -> visit.month() <= month)
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    boolean isStunted(SerangChild child, int month) {
        return latest(child, month).isStunted();
    }

    /** Whether anything calls for help. */
    boolean isInNeed(SerangChild child, int month) {
        Visit latest = latest(child, month);
        return latest.isStunted() || !latest.signs().isEmpty();
    }

    /** Of a child's own, without what its family lacks. */
    Set<String> signs(SerangChild child, int month) {
        Visit latest = latest(child, month);
        Set<String> signs = new HashSet<>(latest.signs());
        if (latest.isStunted()) {
            signs.add(latest.isSeverelyStunted() ? "SEVERELY_STUNTED" : "STUNTED");
        }
        return signs;
    }

    /** How many needs have each cause. */
    Map<String, Long> causes(int month) {
        return children.stream()
                .filter(child -> isInNeed(child, month))
                .flatMap(child -> Stream.concat(signs(child, month).stream(), child.house().lacks().stream()))
                .collect(Collectors.groupingBy(cause -> cause, TreeMap::new, Collectors.counting()));
    }

    /** By kecamatan; those without any are there too. */
    Map<String, Long> count(Predicate<SerangChild> wanted) {
        Map<String, Long> counts = new TreeMap<>();
        children.forEach(child -> counts.merge(child.kecamatan(), wanted.test(child) ? 1L : 0L, Long::sum));
        return counts;
    }

    /** What families with anybody in need lack, and of which some office has to build or give it. */
    Map<String, Long> familiesLacking(int month) {
        return children.stream()
                .filter(child -> isInNeed(child, month))
                .collect(Collectors.toMap(
                        SerangChild::familyId, child -> child.house().lacks(), (one, _) -> one))
                .values()
                .stream()
                .flatMap(Set::stream)
                .collect(Collectors.groupingBy(cause -> cause, TreeMap::new, Collectors.counting()));
    }

    /** Measurements of a month as they are sent. */
    List<String> rows(int month) {
        return cameIn(month).entrySet().stream()
                .map(one -> row(one.getKey(), one.getValue()))
                .sorted()
                .toList();
    }

    private static String row(SerangChild child, Visit visit) {
        return """
                {"id":"%s","childId":"%s","measuredOn":"%s","posyanduId":"%s","weightKg":%s,"lengthHeightCm":%s,"position":"%s",\
                "source":"POSYANDU"}""".formatted(
                        child.measurementId(visit.month()),
                        child.id(),
                        visit.day(),
                        child.posyanduId(),
                        visit.grams() / 1000.0,
                        visit.lengthMm() / 10.0,
                        visit.ageDays() < WhoTables.STANDING_FROM_DAY ? "LYING" : "STANDING");
    }
}
