package id.tumbuh.reporting.page;

import id.tumbuh.platform.access.AuditEntry;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.rules.RuleBook;
import id.tumbuh.reporting.area.Area;
import id.tumbuh.reporting.monthly.MonthCounters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Names stay masked until the reader says for what they are needed; that is noted before anybody is asked for one. */
@ApplicationScoped
class OpenNames {
    private final Database database;
    private final RuleBook rules;
    private final Caller caller;

    OpenNames(Database database, RuleBook rules, Caller caller) {
        this.database = database;
        this.rules = rules;
        this.caller = caller;
    }

    /** For what names may be opened, by its code, in the words of the reader. */
    record Reason(String code, String words) {}

    List<Reason> reasons(Locale locale) {
        return rules.on(MonthCounters.today()).json("names.reasons").properties().stream()
                .map(reason -> new Reason(
                        reason.getKey(),
                        reason.getValue().path(locale.getLanguage()).asText()))
                .toList();
    }

    /** Whether names of the area are open: only for a reason there is, and then it is noted. */
    boolean opened(Area area, @Nullable String reason) {
        if (reason == null
                || !rules.on(MonthCounters.today()).json("names.reasons").has(reason)) {
            return false;
        }
        database.write(caller.scope(), tx -> {
            tx.audit(AuditEntry.of(caller, "READ_NAMES", "case-list", reason, area.code()));
            return null;
        });
        return true;
    }
}
