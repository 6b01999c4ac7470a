package id.tumbuh.registry.batch;

import id.tumbuh.platform.access.AuditEntry;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Scope;
import org.jspecify.annotations.Nullable;

/** Who a change is made for: the caller of a request, or the person whose file a job is still working on. */
public record Actor(String subject, @Nullable String client, Scope scope) {

    public static Actor of(Caller caller) {
        return new Actor(caller.subject(), caller.client().orElse(null), caller.scope());
    }

    public AuditEntry did(String action, String objectType, Object objectId, @Nullable String areaCode) {
        return new AuditEntry(subject, client, action, objectType, objectId.toString(), areaCode);
    }
}
