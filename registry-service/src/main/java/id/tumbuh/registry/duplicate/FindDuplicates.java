package id.tumbuh.registry.duplicate;

import static java.util.Objects.requireNonNull;

import id.tumbuh.platform.database.Transaction;
import id.tumbuh.registry.identity.IdentityKeys;
import id.tumbuh.registry.sameperson.MatchingModel;
import id.tumbuh.registry.sameperson.ReadPerson;
import id.tumbuh.registry.sameperson.Resemblance;
import id.tumbuh.registry.sameperson.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Compares persons with all others of their kind of the installation that share a key with them, and stores what may be one person. */
@ApplicationScoped
class FindDuplicates {
    private final IdentityKeys identities;

    FindDuplicates(IdentityKeys identities) {
        this.identities = identities;
    }

    /** Safe to repeat. Acts for no caller: the transaction must see everything. Returns how many pairs stand open now. */
    int find(Transaction tx, MatchingModel model, PersonKind kind, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return 0;
        }
        waitForOthers(tx.sql());
        Set<UUID> mine = new TreeSet<>(ids);
        Map<UUID, ComparedPerson> persons = new HashMap<>(ComparedPerson.read(tx.sql(), kind, mine));
        Map<UUID, ReadPerson> read = new TreeMap<>();
        persons.forEach((id, person) -> {
            if (person.stands()) {
                read.put(id, model.read(person.person()));
            }
        });
        PersonKeys.replace(tx.sql(), kind, mine, read.values(), identities);
        Duplicates.followMerges(tx.sql(), kind, mine);
        Set<PairKey> pairs = PersonKeys.pairs(tx.sql(), kind, read.keySet(), model.largestBlock());
        Set<UUID> others = new HashSet<>();
        pairs.forEach(pair -> others.addAll(List.of(pair.one(), pair.other())));
        others.removeAll(persons.keySet());
        persons.putAll(ComparedPerson.read(tx.sql(), kind, others));
        List<FoundPair> found = compare(model, pairs, persons, read);
        Duplicates.replaceOpen(tx.sql(), new Duplicates.Compared(kind, mine, model.version()), found);
        return found.size();
    }

    /** The two as they stand now. */
    Resemblance compare(Handle sql, MatchingModel model, PersonKind kind, PairKey pair) {
        Map<UUID, ComparedPerson> both = ComparedPerson.read(sql, kind, List.of(pair.one(), pair.other()));
        ComparedPerson one = both.get(pair.one());
        ComparedPerson other = both.get(pair.other());
        if (one == null || other == null || !one.stands() || !other.stands()) {
            return new Resemblance(0, List.of(), Set.of(), Verdict.DIFFERENT);
        }
        return model.compare(model.read(one.person()), model.read(other.person()));
    }

    private List<FoundPair> compare(
            MatchingModel model,
            Set<PairKey> pairs,
            Map<UUID, ComparedPerson> persons,
            Map<UUID, ReadPerson> alreadyRead) {
        Map<UUID, ReadPerson> read = new HashMap<>(alreadyRead);
        Map<PairKey, Resemblance> likely = new HashMap<>();
        for (PairKey pair : pairs) {
            ComparedPerson one = persons.get(pair.one());
            ComparedPerson other = persons.get(pair.other());
            if (one != null && other != null && one.stands() && other.stands()) {
                Resemblance resemblance = model.compare(
                        read.computeIfAbsent(pair.one(), _ -> model.read(one.person())),
                        read.computeIfAbsent(pair.other(), _ -> model.read(other.person())));
                if (resemblance.verdict() != Verdict.DIFFERENT) {
                    likely.put(pair, resemblance);
                }
            }
        }
        holdBackTheAmbiguous(likely, read, model);
        List<FoundPair> found = new ArrayList<>();
        likely.forEach((pair, resemblance) -> found.add(new FoundPair(
                pair,
                resemblance,
                identities.fingerprint(content(persons, pair.one()) + "\u001e" + content(persons, pair.other())))));
        return found;
    }

    private static String content(Map<UUID, ComparedPerson> persons, UUID id) {
        return requireNonNull(persons.get(id)).content();
    }

    /** A record as alike to two people, twins for one, is for a person to decide. */
    private static void holdBackTheAmbiguous(
            Map<PairKey, Resemblance> likely, Map<UUID, ReadPerson> read, MatchingModel model) {
        Map<UUID, Set<UUID>> alike = new HashMap<>();
        likely.forEach((pair, resemblance) -> {
            if (resemblance.verdict() == Verdict.AUTOMATIC) {
                alike.computeIfAbsent(pair.one(), _ -> new TreeSet<>()).add(pair.other());
                alike.computeIfAbsent(pair.other(), _ -> new TreeSet<>()).add(pair.one());
            }
        });
        alike.forEach((id, others) -> {
            for (UUID one : others) {
                for (UUID other : others) {
                    boolean areTwo = !one.equals(other)
                            && model.compare(requireNonNull(read.get(one)), requireNonNull(read.get(other)))
                                            .verdict()
                                    != Verdict.AUTOMATIC;
                    if (areTwo) {
                        likely.computeIfPresent(PairKey.of(id, one), (_, resemblance) -> resemblance.amongSeveral());
                    }
                }
            }
        });
    }

    /** Two records registered at once would each be compared without the other in sight. */
    private static void waitForOthers(Handle sql) {
        sql.createQuery("select pg_advisory_xact_lock(hashtextextended('same person', 0))::text")
                .mapTo(String.class)
                .one();
    }
}
