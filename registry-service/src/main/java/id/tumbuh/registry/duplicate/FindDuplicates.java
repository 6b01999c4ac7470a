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

/** Compares children with all others of the installation that share a key with them, and stores what may be one person. */
@ApplicationScoped
class FindDuplicates {
    private final IdentityKeys identities;

    FindDuplicates(IdentityKeys identities) {
        this.identities = identities;
    }

    /** Safe to repeat. Acts for no caller: the transaction must see everything. Returns how many pairs stand open now. */
    int find(Transaction tx, MatchingModel model, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return 0;
        }
        waitForOthers(tx.sql());
        Set<UUID> mine = new TreeSet<>(ids);
        Map<UUID, ComparedChild> children = new HashMap<>(ComparedChild.read(tx.sql(), mine));
        Map<UUID, ReadPerson> read = new TreeMap<>();
        children.forEach((id, child) -> {
            if (child.stands()) {
                read.put(id, model.read(child.person()));
            }
        });
        PersonKeys.replace(tx.sql(), mine, read.values(), identities);
        Duplicates.followMerges(tx.sql(), mine);
        Set<PairKey> pairs = PersonKeys.pairs(tx.sql(), read.keySet(), model.largestBlock());
        Set<UUID> others = new HashSet<>();
        pairs.forEach(pair -> others.addAll(List.of(pair.one(), pair.other())));
        others.removeAll(children.keySet());
        children.putAll(ComparedChild.read(tx.sql(), others));
        List<FoundPair> found = compare(model, pairs, children, read);
        Duplicates.replaceOpen(tx.sql(), mine, found, model.version());
        return found.size();
    }

    /** The two as they stand now. */
    Resemblance compare(Handle sql, MatchingModel model, PairKey pair) {
        Map<UUID, ComparedChild> both = ComparedChild.read(sql, List.of(pair.one(), pair.other()));
        ComparedChild one = both.get(pair.one());
        ComparedChild other = both.get(pair.other());
        if (one == null || other == null || !one.stands() || !other.stands()) {
            return new Resemblance(0, List.of(), Set.of(), Verdict.DIFFERENT);
        }
        return model.compare(model.read(one.person()), model.read(other.person()));
    }

    private List<FoundPair> compare(
            MatchingModel model,
            Set<PairKey> pairs,
            Map<UUID, ComparedChild> children,
            Map<UUID, ReadPerson> alreadyRead) {
        Map<UUID, ReadPerson> read = new HashMap<>(alreadyRead);
        Map<PairKey, Resemblance> likely = new HashMap<>();
        for (PairKey pair : pairs) {
            ComparedChild one = children.get(pair.one());
            ComparedChild other = children.get(pair.other());
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
                identities.fingerprint(content(children, pair.one()) + "\u001e" + content(children, pair.other())))));
        return found;
    }

    private static String content(Map<UUID, ComparedChild> children, UUID id) {
        return requireNonNull(children.get(id)).content();
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
