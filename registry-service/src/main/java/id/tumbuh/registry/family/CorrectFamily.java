package id.tumbuh.registry.family;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.registry.area.Areas;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.batch.Correction;
import id.tumbuh.registry.batch.Registration;
import id.tumbuh.registry.identity.IdentityKeys;
import id.tumbuh.registry.screening.Screener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/** Corrects a family or moves it to another desa; its children go with it. */
@ApplicationScoped
class CorrectFamily {
    private final Areas areas;
    private final IdentityKeys identities;
    private final Household household;
    private final ObjectMapper json;

    CorrectFamily(Areas areas, IdentityKeys identities, Household household, ObjectMapper json) {
        this.areas = areas;
        this.identities = identities;
        this.household = household;
        this.json = json;
    }

    Correction correct(Transaction tx, Actor actor, Screener screener, long expected, NewFamily wanted) {
        Optional<KnownFamily> found = KnownFamily.lock(tx.sql(), wanted.id(), identities);
        if (found.isEmpty()) {
            return new Correction.Unknown();
        }
        KnownFamily before = found.get();
        NewFamily content = before.completing(wanted);
        if (content.equals(before.content())) {
            return new Correction.Unchanged(before.version());
        }
        if (before.version() != expected) {
            return new Correction.Stale();
        }
        return refusal(tx, actor, content)
                .<Correction>map(Correction.Refused::new)
                .orElseGet(() -> change(tx, actor, screener, before, content));
    }

    private Optional<Registration.Invalid> refusal(Transaction tx, Actor actor, NewFamily content) {
        return new FamilyPlace(actor, areas.desaAmong(tx.sql(), Set.of(content.area()))).refusal(content.area());
    }

    private Correction change(Transaction tx, Actor actor, Screener screener, KnownFamily before, NewFamily content) {
        Risk risk = Risk.of(
                screener.screen(content.conditions().profile(before.facts().youngestChild())));
        FamilyRow row = FamilyRow.sealed(content, before.key(), identities, risk, before.version() + 1);
        Families.update(tx.sql(), row);
        tx.announce(Announcement.of(FamilyEvent.ofChange(before.facts().state().risk(), row.state()), json));
        tx.audit(actor.did("CORRECT", "family", row.id(), row.area()));
        if (!content.area().equals(before.content().area())) {
            household.moved(tx, actor, row.id(), content.area());
        }
        return new Correction.Done(row.version());
    }
}
