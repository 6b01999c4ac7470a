package id.tumbuh.registry.search;

import id.tumbuh.registry.search.NamePairs.Pair;
import id.tumbuh.registry.search.NamePairs.Range;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Persons who may bear a name, found by an index and no more of them than the policy allows. Whether they do bear it is looked at
 * afterwards.
 */
final class NameCandidates {
    private final Handle sql;
    private final Filter filter;
    private final int most;
    private final Map<String, String> texts = new LinkedHashMap<>();

    NameCandidates(Handle sql, Filter filter, int most) {
        this.sql = sql;
        this.filter = filter;
        this.most = most;
    }

    /** Who bears all of the words as they sound. */
    List<UUID> exactly(List<String> words) {
        Optional<Pair> rarest = NamePairs.rarest(words);
        if (rarest.isEmpty()) {
            String longest = Collections.max(words, Comparator.comparingInt(String::length));
            return persons("name_word", "n.word = " + text(longest), others(words, List.of(longest)));
        }
        Pair known = rarest.get();
        return persons(
                "name_pair",
                "n.pair = " + text(known.forwards()),
                others(words, List.of(known.first(), known.second())));
    }

    private String others(List<String> words, List<String> known) {
        return words.stream()
                .filter(word -> !known.contains(word))
                .map(this::alsoBears)
                .collect(Collectors.joining());
    }

    private String alsoBears(String word) {
        return " and exists (select from name_word o where o.person_id = n.person_id and o.word = " + text(word) + ")";
    }

    /** Who bears all of the words but one, and instead of that one another that is half the same. */
    List<UUID> butForOneSlip(List<String> words) {
        List<Pair> pairs = NamePairs.of(words);
        if (pairs.isEmpty()) {
            return eachHalf(words);
        }
        String condition = pairs.size() == 2
                ? pairs.stream().map(this::halfOfSecond).collect(Collectors.joining(" or "))
                : "n.pair in ("
                        + pairs.stream()
                                .filter(pair -> pair.first().compareTo(pair.second()) < 0)
                                .map(pair -> text(pair.forwards()))
                                .collect(Collectors.joining(", "))
                        + ")";
        return persons("name_pair", "(" + condition + ")", "");
    }

    private String halfOfSecond(Pair pair) {
        return within("n.pair", NamePairs.frontHalf(pair.second()).after(pair.first())) + " or "
                + within("n.back", NamePairs.backHalf(pair.second()).after(pair.first()));
    }

    /** Who bears, for each of the words, one that is half the same. */
    List<UUID> eachHalf(List<String> words) {
        List<String> conditions = new ArrayList<>();
        for (String word : words) {
            conditions.add("("
                    + within("%s.word", NamePairs.frontHalf(word)) + " or "
                    + within("%s.back", NamePairs.backHalf(word)) + ")");
        }
        StringBuilder joined = new StringBuilder("name_word n");
        for (int number = 1; number < words.size(); number++) {
            joined.append(" join name_word n%1$d on n%1$d.person_id = n.person_id and ".formatted(number))
                    .append(conditions.get(number).replace("%s", "n" + number));
        }
        return found(joined.toString(), conditions.getFirst().replace("%s", "n"));
    }

    private List<UUID> persons(String table, String condition, String others) {
        return found(table + " n", condition + others);
    }

    private List<UUID> found(String tables, String condition) {
        String statement = "select n.person_id from " + tables + " join family f on f.id = n.family_id where "
                + condition + " and n.area_code >= :area and n.area_code < :areaEnd and " + filter.condition()
                + " limit :most";
        Query query = filter.bind(sql.createQuery(statement)).bind("most", most);
        for (Map.Entry<String, String> text : texts.entrySet()) {
            query = query.bind(text.getKey(), text.getValue());
        }
        texts.clear();
        return query.mapTo(UUID.class).list();
    }

    private String within(String column, Range range) {
        return "(" + column + " >= " + text(range.from()) + " and " + column + " < " + text(range.to()) + ")";
    }

    private String text(String value) {
        String name = "text" + texts.size();
        texts.put(name, value);
        return ":" + name;
    }
}
