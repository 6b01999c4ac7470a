package id.tumbuh.registry.family;

import id.tumbuh.platform.database.Transaction;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.screening.Screener;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Persons of one family who belong to another, existing one from a day on, as by marriage. */
@ApplicationScoped
public class JoinFamily {
    private final FamilyHomes homes;
    private final FamilyStructure structure;
    private final ReassessFamilies reassess;

    JoinFamily(FamilyHomes homes, FamilyStructure structure, ReassessFamilies reassess) {
        this.homes = homes;
        this.structure = structure;
        this.reassess = reassess;
    }

    /** Returns who went; nobody, if one of the families is not the actor's business or both are one. */
    public Set<UUID> join(Transaction tx, Actor actor, Screener screener, Joining joining) {
        List<UUID> both = List.copyOf(new TreeSet<>(List.of(joining.from(), joining.to())));
        ReassessFamilies.lock(tx.sql(), both);
        Map<UUID, FamilyHome> known = homes.find(tx.sql(), both);
        FamilyHome from = known.get(joining.from());
        FamilyHome to = known.get(joining.to());
        if (from == null || to == null || from.id().equals(to.id())) {
            return Set.of();
        }
        Set<UUID> went =
                structure.transfer(tx, actor, new Transfer(from, to, joining.persons(), joining.on(), joining.cause()));
        reassess.reassess(tx, actor, screener, both);
        return went;
    }

    /** Who joins which family, when and why. */
    public record Joining(UUID from, UUID to, Set<UUID> persons, LocalDate on, Transfer.Cause cause) {
        public Joining {
            persons = Set.copyOf(persons);
        }
    }
}
