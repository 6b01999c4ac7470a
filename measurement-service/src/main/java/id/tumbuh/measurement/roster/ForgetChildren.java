package id.tumbuh.measurement.roster;

import id.tumbuh.measurement.sql.SetStatement;
import id.tumbuh.platform.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Forgets children with everything that was kept of them, here and by whoever follows the roster. */
@ApplicationScoped
public class ForgetChildren {
    private final Instance<RosterFollower> followers;
    private final RosterGate gate;

    ForgetChildren(Instance<RosterFollower> followers, RosterGate gate) {
        this.followers = followers;
        this.gate = gate;
    }

    /** As a use case of its own: nobody comes to the roster meanwhile. */
    public void forgetAlone(Transaction tx, Set<UUID> children) {
        gate.close(tx.sql());
        forget(tx, children);
    }

    void forget(Transaction tx, Set<UUID> children) {
        followers.forEach(follower -> follower.forget(tx, children));
        for (String erase : List.of(
                "delete from former_residence where child_id = any(?)", "delete from child where id = any(?)")) {
            SetStatement.overIds(children, tx.sql(), erase).execute();
        }
    }
}
