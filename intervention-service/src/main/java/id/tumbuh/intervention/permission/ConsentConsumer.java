package id.tumbuh.intervention.permission;

import static java.util.Objects.requireNonNull;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.erasure.ErasedPersons;
import id.tumbuh.platform.messaging.EventConsumer;
import id.tumbuh.platform.messaging.ReceivedEvent;
import id.tumbuh.platform.messaging.UnreadableEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Hears from registry-service what was agreed to and what was taken back. */
@ApplicationScoped
class ConsentConsumer implements EventConsumer {

    /** The part of {@code registry.consents} that says what is permitted. */
    record ConsentEntry(
            UUID consentId,
            long version,
            @Nullable UUID childId,
            UUID familyId,
            AreaCode areaCode,
            String purpose,
            @Nullable String partner,
            LocalDate validFrom,
            LocalDate validUntil,
            boolean withdrawn) {
        ConsentEntry {
            requireNonNull(consentId);
            requireNonNull(familyId);
            requireNonNull(areaCode);
            requireNonNull(purpose);
            requireNonNull(validFrom);
            requireNonNull(validUntil);
        }

        /** Whom it is about. */
        UUID subject() {
            return childId == null ? familyId : childId;
        }
    }

    @Override
    public String group() {
        return "intervention.permissions";
    }

    @Override
    public Set<String> topics() {
        return Set.of("registry.consents");
    }

    @Override
    public void apply(Transaction tx, List<ReceivedEvent> events) {
        List<ConsentEntry> entries = new ArrayList<>();
        Set<UUID> erased = new HashSet<>();
        for (ReceivedEvent event : events) {
            if (event.isTombstone()) {
                erased.add(id(event));
            } else {
                entries.add(event.read(ConsentEntry.class));
            }
        }
        Set<UUID> gone = ErasedPersons.among(
                tx.sql(), entries.stream().map(ConsentEntry::subject).toList());
        store(
                tx.sql(),
                entries.stream()
                        .filter(entry -> !gone.contains(entry.subject()) && !erased.contains(entry.consentId()))
                        .toList());
        forget(tx.sql(), erased);
    }

    private static UUID id(ReceivedEvent event) {
        try {
            return UUID.fromString(event.key());
        } catch (IllegalArgumentException notAnId) {
            throw new UnreadableEvent("KEY_UNREADABLE");
        }
    }

    private static void store(Handle sql, List<ConsentEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        PreparedBatch batch = sql.prepareBatch("""
                insert into permission (consent_id, version, child_id, family_id, area_code, purpose, partner, valid_from,
                    valid_until, withdrawn)
                values (:consentId, :version, cast(:childId as uuid), :familyId, :area, :purpose, :partner, :validFrom, :validUntil,
                    :withdrawn)
                on conflict on constraint permission_pk do update
                set version = excluded.version, family_id = excluded.family_id, area_code = excluded.area_code,
                    withdrawn = excluded.withdrawn
                where permission.version < excluded.version""");
        for (ConsentEntry entry : entries) {
            batch.bind("area", entry.areaCode().value()).bindMethods(entry).add();
        }
        batch.execute();
    }

    private static void forget(Handle sql, Set<UUID> consents) {
        if (!consents.isEmpty()) {
            sql.createUpdate("delete from permission where consent_id = any(:ids)")
                    .bindArray("ids", UUID.class, consents.toArray())
                    .execute();
        }
    }
}
