package id.tumbuh.intervention.house;

import id.tumbuh.intervention.casework.Casework;
import id.tumbuh.intervention.change.Actor;
import id.tumbuh.intervention.change.Change;
import id.tumbuh.intervention.circumstance.Fact;
import id.tumbuh.intervention.circumstance.Families;
import id.tumbuh.intervention.circumstance.Family;
import id.tumbuh.intervention.circumstance.House;
import id.tumbuh.intervention.problem.InterventionProblem;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.rules.RuleBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Takes in what was seen of houses, one or many, and lets needs follow, in one transaction. */
@ApplicationScoped
class NoteHouses {
    private final Database database;
    private final RuleBook rules;
    private final Casework casework;

    NoteHouses(Database database, RuleBook rules, Casework casework) {
        this.database = database;
        this.rules = rules;
        this.casework = casework;
    }

    /** A note for an id that its sender made. */
    record Sent(UUID familyId, String source, House house) {}

    /** In the order sent; what is wrong with one keeps no other from being kept. */
    List<Change<HouseNote>> note(Actor actor, List<Sent> all, LocalDate today) {
        HouseRules rule = HouseRules.of(rules.on(today), today);
        return database.write(actor.scope(), tx -> {
            Map<UUID, Family> families = locked(tx.sql(), all);
            Map<UUID, HouseNote> fresh = new HashMap<>();
            for (Sent sent : all) {
                Family family = families.get(sent.familyId());
                if (family != null && refusal(sent, rule) == null) {
                    fresh.putIfAbsent(
                            sent.house().noteId(),
                            new HouseNote(family.id(), family.area(), sent.source(), sent.house()));
                }
            }
            Set<UUID> created = HouseNotes.insert(tx.sql(), List.copyOf(fresh.values()));
            Map<UUID, HouseNote> known = HouseNotes.byIds(tx.sql(), fresh.keySet());
            follow(tx, actor, created.stream().map(known::get).toList(), today);
            List<Change<HouseNote>> outcomes = new ArrayList<>();
            for (Sent sent : all) {
                Change<HouseNote> refused = refusal(sent, rule);
                outcomes.add(refused == null ? outcome(sent, families, known, created) : refused);
            }
            return outcomes;
        });
    }

    /** Those of the actor's areas, as facts lock them, so that what follows from the notes waits for nobody. */
    private static Map<UUID, Family> locked(Handle sql, List<Sent> all) {
        Set<UUID> ids = all.stream().map(Sent::familyId).collect(Collectors.toSet());
        return Families.lock(sql, Map.of(), ids).stream().collect(Collectors.toMap(Family::id, Function.identity()));
    }

    private void follow(Transaction tx, Actor actor, List<HouseNote> notes, LocalDate today) {
        List<Fact> facts = new ArrayList<>();
        for (HouseNote note : notes) {
            facts.add(new Fact.Housed(note.familyId(), today, note.area(), note.house()));
            tx.audit(
                    actor.did("NOTE_HOUSE", "house-note", note.id(), note.area().value()));
        }
        // a child of the family may live where the actor sees nothing, and its need follows too
        tx.<@Nullable Object>beyondScope(_ -> {
            casework.take(tx, facts);
            return null;
        });
    }

    private static Change<HouseNote> outcome(
            Sent sent, Map<UUID, Family> families, Map<UUID, HouseNote> known, Set<UUID> created) {
        if (!families.containsKey(sent.familyId())) {
            return new Change.Unknown<>();
        }
        UUID id = sent.house().noteId();
        HouseNote stands = known.get(id);
        if (stands == null
                || !stands.saysTheSameAs(new HouseNote(sent.familyId(), stands.area(), sent.source(), sent.house()))) {
            return Change.Refused.because(InterventionProblem.HOUSE_NOTE_ID_TAKEN);
        }
        return created.remove(id) ? new Change.Created<>(stands) : new Change.Unchanged<>(stands);
    }

    private static @Nullable Change<HouseNote> refusal(Sent sent, HouseRules rule) {
        if (!rule.sources().contains(sent.source())) {
            return new Change.Refused<>(InterventionProblem.HOUSE_SOURCE_UNKNOWN, "/source");
        }
        return rule.mayBeSeen(sent.house().observedOn())
                ? null
                : new Change.Refused<>(CommonProblem.OUT_OF_RANGE, "/seenOn");
    }
}
