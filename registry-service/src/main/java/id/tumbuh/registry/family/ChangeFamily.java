package id.tumbuh.registry.family;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.identity.IdentityKeys;
import id.tumbuh.registry.screening.Screener;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Writes a family that is locked and of which something else holds now: screened, announced and audited. */
@ApplicationScoped
class ChangeFamily {
    private final IdentityKeys identities;
    private final ObjectMapper json;

    ChangeFamily(IdentityKeys identities, ObjectMapper json) {
        this.identities = identities;
        this.json = json;
    }

    /** Returns the new version. */
    long change(Transaction tx, Screener screener, KnownFamily before, NewFamily content, @Nullable Occasion occasion) {
        Decision decision = Decision.of(content.conditions(), before.facts().residents(), screener);
        FamilyRow row = FamilyRow.sealed(content, before.key(), identities, decision, before.version() + 1);
        FamilyState old = before.facts().state();
        if (occasion == null) {
            Families.update(tx.sql(), row);
            tx.announce(Announcement.of(FamilyEvent.ofChange(old.risk(), row.state()), json));
            return row.version();
        }
        FamilyRow told = row.withVersion(FamilyEvent.versionAfter(old, row.state(), occasion));
        Families.update(tx.sql(), told);
        tell(tx, old, told.state(), occasion);
        return told.version();
    }

    void tell(Transaction tx, FamilyState before, FamilyState after, Occasion occasion) {
        FamilyEvent.ofOccasion(before, after, occasion).forEach(event -> tx.announce(Announcement.of(event, json)));
    }

    void audit(Transaction tx, Actor actor, String action, FamilyState family) {
        tx.audit(actor.did(action, "family", family.id(), family.area()));
    }
}
