package id.tumbuh.reporting.page;

import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Whether somebody may record what was said of figures: as over the API, of its own areas and those below. */
@ApplicationScoped
class Recorder {
    private static final Set<String> ROLES = Set.of(Roles.TPPS, Roles.BKKBN, Roles.ADMIN);

    private final Caller caller;

    Recorder(Caller caller) {
        this.caller = caller;
    }

    boolean mayRecord() {
        return caller.roles().stream().anyMatch(ROLES::contains);
    }
}
