package id.tumbuh.intervention.sponsor;

import id.tumbuh.intervention.listing.AreaRange;
import id.tumbuh.intervention.listing.Page;
import id.tumbuh.platform.access.Actor;
import id.tumbuh.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads sponsors as a scope sees them; whoever reads a name leaves a line in the audit. */
@ApplicationScoped
class SponsorQueries {
    private final Database database;

    SponsorQueries(Database database) {
        this.database = database;
    }

    /** What is asked for; what is left out is any. */
    record Wanted(
            AreaRange areas,
            @Nullable SponsorKind kind,
            @Nullable Boolean free) {}

    List<Sponsor> page(Actor actor, Wanted wanted, Page page) {
        return database.write(actor.scope(), tx -> {
            List<Sponsor> found = tx.sql()
                    .createQuery("""
                            select * from sponsor where area_code >= :from and area_code < :to
                                and (area_code, id) > (greatest(:afterArea, :from), :afterId)
                                and (cast(:kind as text) is null or kind = cast(:kind as text))
                                and (cast(:free as boolean) is null or (placed < capacity) = cast(:free as boolean))
                            order by area_code, id limit :rows""")
                    .bind("from", wanted.areas().from())
                    .bind("to", wanted.areas().to())
                    .bind("afterArea", page.after().area())
                    .bind("afterId", page.after().id())
                    .bind("kind", wanted.kind() == null ? null : wanted.kind().name())
                    .bind("free", wanted.free())
                    .bind("rows", page.rowsToRead())
                    .map((row, _) -> Sponsors.sponsor(row))
                    .list();
            tx.audit(actor.did("LIST", "sponsor", wanted.areas().from(), null));
            return found;
        });
    }

    Optional<Sponsor> byId(Actor actor, UUID id) {
        return database.write(actor.scope(), tx -> {
            Optional<Sponsor> found = tx.sql()
                    .createQuery("select * from sponsor where id = :id")
                    .bind("id", id)
                    .map((row, _) -> Sponsors.sponsor(row))
                    .findOne();
            found.ifPresent(one -> tx.audit(
                    actor.did("READ", "sponsor", id, one.promise().area().value())));
            return found;
        });
    }
}
