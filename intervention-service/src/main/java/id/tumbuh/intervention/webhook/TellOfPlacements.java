package id.tumbuh.intervention.webhook;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.intervention.circumstance.Beneficiary;
import id.tumbuh.intervention.circumstance.Home;
import id.tumbuh.intervention.partner.Kecamatan;
import id.tumbuh.intervention.partner.Pseudonyms;
import id.tumbuh.intervention.placement.PlacementEvent;
import id.tumbuh.intervention.placement.PlacementsChanged;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Queues what happened to a partner's own placements, in the transaction in which it happens. */
@ApplicationScoped
class TellOfPlacements implements PlacementsChanged {
    private final Pseudonyms pseudonyms;
    private final ObjectMapper json;
    private final Clock clock = Clock.systemUTC();

    TellOfPlacements(Pseudonyms pseudonyms, ObjectMapper json) {
        this.pseudonyms = pseudonyms;
        this.json = json;
    }

    private record Wish(String client, String type) {}

    private record Happened(PlacementEvent event, String client, EventType type) {
        Pseudonyms.Known known() {
            UUID child = event.childId();
            return new Pseudonyms.Known(
                    client,
                    child == null
                            ? Beneficiary.Ref.pregnancy(Objects.requireNonNull(event.pregnancyId()))
                            : Beneficiary.Ref.child(child));
        }

        AreaCode area() {
            return new AreaCode(event.areaCode());
        }
    }

    @Override
    public void changed(Transaction tx, Collection<PlacementEvent> events) {
        Map<UUID, String> clients = clients(tx.sql(), events);
        if (clients.isEmpty()) {
            return;
        }
        Set<Wish> wishes = wishes(tx.sql(), Set.copyOf(clients.values()));
        List<Happened> wanted = new ArrayList<>();
        for (PlacementEvent event : events) {
            String client = clients.get(event.sponsorId());
            EventType type = EventType.of(event);
            if (client != null && wishes.contains(new Wish(client, type.code()))) {
                wanted.add(new Happened(event, client, type));
            }
        }
        if (!wanted.isEmpty()) {
            store(tx.sql(), wanted);
        }
    }

    private void store(Handle sql, List<Happened> wanted) {
        Map<Pseudonyms.Known, AreaCode> toName = new HashMap<>();
        wanted.forEach(one -> toName.put(one.known(), one.area()));
        Map<Pseudonyms.Known, String> names = pseudonyms.of(sql, toName);
        Instant now = clock.instant();
        Told.store(
                sql,
                wanted.stream()
                        .map(one -> told(one, Objects.requireNonNull(names.get(one.known())), now))
                        .toList(),
                json);
    }

    /** The end is told whatever became of the consent, but not where it was. */
    private static Told told(Happened one, String name, Instant now) {
        PlacementEvent event = one.event();
        boolean isEnd = one.type() == EventType.PLACEMENT_ENDED;
        return new Told(
                UUID.randomUUID(),
                one.client(),
                isEnd ? null : new Told.About(one.known().of(), new Home(event.familyId(), one.area()), event.needId()),
                new Told.Payload(
                        one.type(),
                        now,
                        new Told.Data(
                                name, isEnd ? null : Kecamatan.of(one.area()), event.placementId(), event.reason())));
    }

    /** Who ends a placement in a kecamatan need not see the sponsor of the kabupaten; its application is told all the same. */
    private static Map<UUID, String> clients(Handle sql, Collection<PlacementEvent> events) {
        Map<UUID, String> clients = new HashMap<>();
        sql.createQuery("select sponsor_id as id, sponsor_client as client from clients_of_sponsors(:ids)")
                .bindArray(
                        "ids",
                        UUID.class,
                        events.stream()
                                .map(PlacementEvent::sponsorId)
                                .distinct()
                                .toArray())
                .map((row, _) -> clients.put(row.getObject("id", UUID.class), row.getString("client")))
                .list();
        return clients;
    }

    private static Set<Wish> wishes(Handle sql, Set<String> clients) {
        return new HashSet<>(sql.createQuery("""
                        select distinct client, type from webhook_endpoint cross join unnest(types) as type
                        where client = any(:clients) and state = 'ACTIVE'""")
                .bindArray("clients", String.class, clients.toArray())
                .map((row, _) -> new Wish(row.getString("client"), row.getString("type")))
                .list());
    }
}
