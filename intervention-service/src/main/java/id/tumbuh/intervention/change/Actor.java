package id.tumbuh.intervention.change;

import id.tumbuh.platform.access.AuditEntry;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.access.Scope;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who a change is made for.
 *
 * @param opd the field of the OPD the subject works for, if its token says so
 */
public record Actor(
        String subject,
        @Nullable String client,
        Scope scope,
        Set<String> roles,
        @Nullable String opd) {
    public Actor {
        roles = Set.copyOf(roles);
    }

    public static Actor of(Caller caller) {
        return new Actor(
                caller.subject(),
                caller.client().orElse(null),
                caller.scope(),
                caller.roles(),
                caller.opd().orElse(null));
    }

    /** Whether all it may do comes from an OPD: then what is another field's is not its to change. */
    public boolean isOpdOnly() {
        return roles.contains(Roles.OPD) && !roles.contains(Roles.TPPS);
    }

    /** The field that its reading is narrowed to; nothing for somebody who reads all of them. */
    public @Nullable String fieldOnly() {
        return isOpdOnly() ? opd : null;
    }

    public AuditEntry did(String action, String objectType, Object objectId, @Nullable String areaCode) {
        return new AuditEntry(subject, client, action, objectType, objectId.toString(), areaCode);
    }
}
