package id.tumbuh.platform.database;

import id.tumbuh.platform.access.AuditEntry;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.platform.messaging.Outbox;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * A running transaction. It exists only inside {@link Database#write}, so nothing can be announced or audited outside of
 * one: state and announcement commit together.
 */
public final class Transaction {
    private final Handle handle;
    private final List<Announcement> announcements = new ArrayList<>();
    private final List<AuditEntry> audit = new ArrayList<>();
    private Scope entered;

    Transaction(Handle handle, Scope entered) {
        this.handle = handle;
        this.entered = entered;
    }

    public Handle sql() {
        return handle;
    }

    /**
     * Does what has to be right whatever the caller may see, as a counter that stands in an area above. Nothing that it reads may be
     * answered: at the most that something is so.
     */
    public <T extends @Nullable Object> T beyondScope(Function<Handle, T> work) {
        Scope own = entered;
        enter(Scope.everywhere());
        T result = work.apply(handle);
        // after a failure the transaction is over, and its settings with it
        enter(own);
        return result;
    }

    /**
     * Writes many rows with foreign keys: the checks of the keys are planned once, and not once for each row as where every plan is
     * a custom one. What else is written should have the same good plan whatever its parameters are.
     */
    public <T extends @Nullable Object> T keepingPlans(Function<Handle, T> work) {
        handle.execute("set local plan_cache_mode = auto");
        T result = work.apply(handle);
        handle.execute("set local plan_cache_mode to default");
        return result;
    }

    private void enter(Scope scope) {
        Database.enter(handle, scope);
        entered = scope;
    }

    /** Publishes the event if, and only if, this transaction commits. Events are published in the order announced. */
    public void announce(Announcement event) {
        announcements.add(event);
    }

    public void announceAll(Collection<Announcement> events) {
        announcements.addAll(events);
    }

    public void audit(AuditEntry entry) {
        audit.add(entry);
    }

    /** Writes what was announced and audited; returns whether the relay has something to do. */
    boolean flush() {
        writeAudit();
        Outbox.write(handle, announcements);
        return !announcements.isEmpty();
    }

    private void writeAudit() {
        if (audit.isEmpty()) {
            return;
        }
        handle.createUpdate("""
                        insert into audit_entry (subject, client, action, object_type, object_id, area_code)
                        select * from unnest(:subjects, :clients, :actions, :types, :ids, :areas)""")
                .bindArray(
                        "subjects",
                        String.class,
                        audit.stream().map(AuditEntry::subject).toArray())
                .bindArray(
                        "clients",
                        String.class,
                        audit.stream().map(AuditEntry::client).toArray())
                .bindArray(
                        "actions",
                        String.class,
                        audit.stream().map(AuditEntry::action).toArray())
                .bindArray(
                        "types",
                        String.class,
                        audit.stream().map(AuditEntry::objectType).toArray())
                .bindArray(
                        "ids",
                        String.class,
                        audit.stream().map(AuditEntry::objectId).toArray())
                .bindArray(
                        "areas",
                        String.class,
                        audit.stream().map(AuditEntry::areaCode).toArray())
                .execute();
    }
}
