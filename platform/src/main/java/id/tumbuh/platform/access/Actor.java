package id.tumbuh.platform.access;

import org.jspecify.annotations.Nullable;

/** Who a change is made for: the caller of a request, or what runs by itself. */
public record Actor(String subject, @Nullable String client, Scope scope) {

    public static Actor of(Caller caller) {
        return new Actor(caller.subject(), caller.client().orElse(null), caller.scope());
    }

    /** What runs by itself, by the name of its feature, as {@code intervention.placements}. */
    public static Actor system(String name) {
        return new Actor(name, null, Scope.everywhere());
    }

    public AuditEntry did(String action, String objectType, Object objectId, @Nullable String areaCode) {
        return new AuditEntry(subject, client, action, objectType, objectId.toString(), areaCode);
    }
}
