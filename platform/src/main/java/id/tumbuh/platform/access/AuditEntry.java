package id.tumbuh.platform.access;

import org.jspecify.annotations.Nullable;

/**
 * One line of the audit: who did what to which object. Identities of persons never stand in it, only ids.
 *
 * @param action what was done, as {@code READ} or {@code CORRECT}
 * @param objectType the kind of object, as {@code child}
 */
public record AuditEntry(
        String subject,
        @Nullable String client,
        String action,
        String objectType,
        String objectId,
        @Nullable String areaCode) {

    public static AuditEntry of(
            Caller caller, String action, String objectType, Object objectId, @Nullable String areaCode) {
        return new AuditEntry(
                caller.subject(), caller.client().orElse(null), action, objectType, objectId.toString(), areaCode);
    }
}
