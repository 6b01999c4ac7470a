package id.tumbuh.registry.emergency;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.registry.batch.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** For whom names are answered: the caller's own areas and, for as long as it lasts, those opened in an emergency. */
@ApplicationScoped
public class EmergencyReading {
    private final Database database;

    EmergencyReading(Database database) {
        this.database = database;
    }

    /** The caller as a reader of names. Nothing may be changed under this scope. */
    public Actor reader(Caller caller) {
        Actor actor = Actor.of(caller);
        if (actor.scope().unlimited()) {
            return actor;
        }
        List<AreaCode> opened =
                database.read(Scope.everywhere(), sql -> EmergencyAccesses.liveAreas(sql, actor.subject()));
        if (opened.isEmpty()) {
            return actor;
        }
        List<AreaCode> areas = new ArrayList<>(actor.scope().areas());
        areas.addAll(opened);
        return new Actor(actor.subject(), actor.client(), Scope.of(areas));
    }
}
