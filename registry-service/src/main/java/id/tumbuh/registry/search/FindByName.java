package id.tumbuh.registry.search;

import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Cursor;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import id.tumbuh.registry.sameperson.MatchingModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Families in which somebody bears a name. First those who bear all of its words as they sound; only when these are few, those with
 * one word of which only one half is the same, which one slip leaves so; and when nobody is among them, those with a slip in
 * several words. Each is looked at one by one.
 */
final class FindByName {
    private static final JaroWinklerSimilarity LIKENESS = new JaroWinklerSimilarity();

    private final Handle sql;
    private final MatchingModel model;
    private final SearchPolicy policy;

    FindByName(Handle sql, MatchingModel model, SearchPolicy policy) {
        this.sql = sql;
        this.model = model;
        this.policy = policy;
    }

    /** Matches by family, the most alike first; at most as many persons as the policy allows. */
    Map<UUID, List<FoundFamily.Match>> find(String name, SearchForm form) {
        List<String> words =
                model.sounds(name).stream().limit(NamePairs.MOST_WORDS).toList();
        if (words.isEmpty()) {
            return Map.of();
        }
        NameCandidates candidates = new NameCandidates(sql, Filter.of(form), policy.mostCandidates());
        Set<UUID> persons = new LinkedHashSet<>(candidates.exactly(words));
        if (persons.size() < policy.enough()) {
            persons.addAll(candidates.butForOneSlip(words));
        }
        Map<UUID, List<FoundFamily.Match>> found = likely(words, List.copyOf(persons));
        // more than one word with a slip: rare, and dear to look for
        return found.isEmpty() && words.size() > 1 ? likely(words, candidates.eachHalf(words)) : found;
    }

    private Map<UUID, List<FoundFamily.Match>> likely(List<String> words, List<UUID> persons) {
        Map<UUID, List<FoundFamily.Match>> found = new HashMap<>();
        sql.createQuery("""
                        select id as person_id, id as family_id, head_name as name from family where id = any(:ids)
                        union all
                        select id, family_id, name from child where id = any(:ids)
                        union all
                        select id, family_id, name from member where id = any(:ids)
                        union all
                        select id, family_id, unnest(other_names) from member where id = any(:ids)""")
                .bindArray("ids", UUID.class, persons.toArray())
                .map((row, _) -> {
                    String name = row.getString("name");
                    double likeness = likeness(words, model.sounds(name));
                    if (likeness >= policy.wordLikeness()) {
                        found.computeIfAbsent(row.getObject("family_id", UUID.class), _ -> new ArrayList<>())
                                .add(new FoundFamily.Match(row.getObject("person_id", UUID.class), name, likeness));
                    }
                    return likeness;
                })
                .list();
        found.values().forEach(FindByName::eachOnce);
        return found;
    }

    /** The most alike first; who was registered twice may bear two names, of which the likelier counts. */
    private static void eachOnce(List<FoundFamily.Match> matches) {
        matches.sort(Comparator.comparingDouble(FoundFamily.Match::likeness).reversed());
        Set<UUID> seen = new HashSet<>();
        matches.removeIf(match -> !seen.add(match.id()));
    }

    /** Each word that is looked for by the word of the name that is most like it; none may be missing. */
    private double likeness(List<String> words, List<String> named) {
        double sum = 0;
        for (String word : words) {
            double best = named.stream()
                    .mapToDouble(each -> each.equals(word) ? 1 : LIKENESS.apply(each, word))
                    .max()
                    .orElse(0);
            if (best < policy.wordLikeness()) {
                return 0;
            }
            sum += best;
        }
        double extra = 0.01 * Math.max(0, named.size() - words.size());
        return Math.round((sum / words.size() - Math.min(extra, 0.05)) * 1_000) / 1_000.0;
    }

    /** Where a page ended: the families after it are the same, whether or not that one is still found. */
    record Place(double likeness, UUID family) implements Comparable<Place> {
        private static final Place START = new Place(Double.MAX_VALUE, new UUID(0, 0));

        static Place of(UUID family, Map<UUID, List<FoundFamily.Match>> found) {
            List<FoundFamily.Match> matches = found.getOrDefault(family, List.of());
            return new Place(matches.isEmpty() ? 0 : matches.getFirst().likeness(), family);
        }

        static Place after(@Nullable String cursor) {
            if (cursor == null) {
                return START;
            }
            List<String> key = Cursor.decode(cursor, 2).key();
            try {
                return new Place(Double.parseDouble(key.get(0)), UUID.fromString(key.get(1)));
            } catch (IllegalArgumentException invented) {
                throw new ProblemException(Problem.of(CommonProblem.INVALID_CURSOR));
            }
        }

        String cursor() {
            return Cursor.after(Double.toString(likeness), family.toString()).encoded();
        }

        @Override
        public int compareTo(Place other) {
            int byLikeness = Double.compare(other.likeness, likeness);
            return byLikeness == 0 ? family.compareTo(other.family) : byLikeness;
        }
    }

    /** Ids after the place, in the order in which the families are answered. */
    static List<UUID> ordered(Map<UUID, List<FoundFamily.Match>> found, Place after) {
        return found.keySet().stream()
                .map(family -> Place.of(family, found))
                .filter(place -> place.compareTo(after) > 0)
                .sorted()
                .map(Place::family)
                .toList();
    }
}
