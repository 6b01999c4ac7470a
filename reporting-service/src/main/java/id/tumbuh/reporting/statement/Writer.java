package id.tumbuh.reporting.statement;

import id.tumbuh.platform.access.AuditEntry;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.http.Versions;
import id.tumbuh.reporting.area.Asked;
import org.jspecify.annotations.Nullable;

/**
 * Who sends a statement.
 *
 * @param read the version that it shall replace, or null to replace none
 */
public record Writer(
        String subject,
        @Nullable String client,
        Scope scope,
        @Nullable Long read) {

    public static Writer of(Caller caller, @Nullable String ifMatch) {
        return new Writer(
                caller.subject(),
                caller.client().orElse(null),
                caller.scope(),
                ifMatch == null ? null : Versions.required(ifMatch));
    }

    /** The version its page was made of; null for something new. */
    public static Writer over(Caller caller, @Nullable Long version) {
        return new Writer(caller.subject(), caller.client().orElse(null), caller.scope(), version);
    }

    boolean answersFor(String area) {
        return Asked.covers(scope, area);
    }

    AuditEntry did(String action, Statement<?> statement) {
        return new AuditEntry(subject, client, action, statement.kind(), statement.key(), statement.area());
    }
}
