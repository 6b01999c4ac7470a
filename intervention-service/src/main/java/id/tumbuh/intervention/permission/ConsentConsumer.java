package id.tumbuh.intervention.permission;

import static java.util.Objects.requireNonNull;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.erasure.ErasedPersons;
import id.tumbuh.platform.messaging.EventConsumer;
import id.tumbuh.platform.messaging.ReceivedEvent;
import id.tumbuh.platform.messaging.UnreadableEvent;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
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

    private final List<PermissionsChanged> followers;

    ConsentConsumer(@All List<PermissionsChanged> followers) {
        this.followers = List.copyOf(followers);
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
        // several versions of one consent in a batch: the newest holds
        Map<UUID, ConsentEntry> newest = new HashMap<>();
        Set<UUID> erased = new HashSet<>();
        for (ReceivedEvent event : events) {
            if (event.isTombstone()) {
                erased.add(id(event));
            } else {
                ConsentEntry entry = event.read(ConsentEntry.class);
                newest.merge(entry.consentId(), entry, (one, other) -> other.version() > one.version() ? other : one);
            }
        }
        Set<UUID> gone = ErasedPersons.among(
                tx.sql(), newest.values().stream().map(ConsentEntry::subject).toList());
        store(
                tx.sql(),
                newest.values().stream()
                        .filter(entry -> !gone.contains(entry.subject()) && !erased.contains(entry.consentId()))
                        .toList());
        forget(tx.sql(), erased);
        Set<UUID> children = new HashSet<>();
        Set<UUID> families = new HashSet<>();
        newest.values().forEach(entry -> {
            if (entry.childId() != null) {
                children.add(entry.childId());
            }
            families.add(entry.familyId());
        });
        followers.forEach(follower -> follower.changed(tx, children, families));
    }

    private static UUID id(ReceivedEvent event) {
        try {
            return UUID.fromString(event.key());
        } catch (IllegalArgumentException notAnId) {
            throw new UnreadableEvent("KEY_UNREADABLE");
        }
    }

    private static void store(Handle sql, Collection<ConsentEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        sql.createUpdate("""
                        insert into permission (consent_id, version, child_id, family_id, area_code, purpose, partner,
                            valid_from, valid_until, withdrawn)
                        select * from unnest(:ids, :versions, :children, :families, :areas, :purposes, :partners, :from, :until,
                            :withdrawn) as told (consent_id)
                        order by consent_id
                        on conflict on constraint permission_pk do update
                        set version = excluded.version, child_id = excluded.child_id, family_id = excluded.family_id, area_code = excluded.area_code,
                            withdrawn = excluded.withdrawn
                        where permission.version < excluded.version""")
                .bindArray("ids", UUID.class, array(entries, ConsentEntry::consentId))
                .bindArray("versions", Long.class, array(entries, ConsentEntry::version))
                .bindArray("children", UUID.class, array(entries, ConsentEntry::childId))
                .bindArray("families", UUID.class, array(entries, ConsentEntry::familyId))
                .bindArray(
                        "areas",
                        String.class,
                        array(entries, entry -> entry.areaCode().value()))
                .bindArray("purposes", String.class, array(entries, ConsentEntry::purpose))
                .bindArray("partners", String.class, array(entries, ConsentEntry::partner))
                .bindArray("from", LocalDate.class, array(entries, ConsentEntry::validFrom))
                .bindArray("until", LocalDate.class, array(entries, ConsentEntry::validUntil))
                .bindArray("withdrawn", Boolean.class, array(entries, ConsentEntry::withdrawn))
                .execute();
    }

    private static @Nullable Object[] array(
            Collection<ConsentEntry> entries, Function<ConsentEntry, @Nullable Object> field) {
        return entries.stream().map(field).toArray();
    }

    private static void forget(Handle sql, Set<UUID> consents) {
        if (!consents.isEmpty()) {
            sql.createUpdate("delete from permission where consent_id = any(:ids)")
                    .bindArray("ids", UUID.class, consents.toArray())
                    .execute();
        }
    }
}
