package id.tumbuh.intervention.partner;

import id.tumbuh.intervention.circumstance.Beneficiary;
import id.tumbuh.intervention.listing.AreaRange;
import id.tumbuh.intervention.need.Item;
import id.tumbuh.intervention.need.Need;
import id.tumbuh.intervention.need.Needs;
import id.tumbuh.intervention.placement.Days;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import id.tumbuh.platform.rules.RuleBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What a partner could take on: open, with nobody's promise yet, and agreed to by the guardian. */
@ApplicationScoped
class OpenNeeds {
    private final Database database;
    private final RuleBook rules;
    private final Pseudonyms pseudonyms;

    OpenNeeds(Database database, RuleBook rules, Pseudonyms pseudonyms) {
        this.database = database;
        this.rules = rules;
        this.pseudonyms = pseudonyms;
    }

    /** @param after the place where the last page ended, as {@link #place} writes it */
    record Wanted(
            AreaRange areas,
            Item.@Nullable Kind item,
            @Nullable String after,
            int limit,
            Instant now) {}

    private record Found(Need need, @Nullable LocalDate birthDate) {}

    private record Place(int rank, UUID id) {
        private static final Place START = new Place(Integer.MAX_VALUE, new UUID(0, 0));

        static Place read(@Nullable String text) {
            if (text == null) {
                return START;
            }
            int gap = text.indexOf(' ');
            if (gap < 0) {
                throw new ProblemException(Problem.of(CommonProblem.INVALID_CURSOR));
            }
            return new Place(Integer.parseInt(text.substring(0, gap)), UUID.fromString(text.substring(gap + 1)));
        }
    }

    /** The most urgent first. Whoever is named for the first time gets its pseudonym here. */
    List<SealedCursor.Row<OpenNeedView>> page(Acting.Party party, Wanted wanted) {
        LocalDate today = Days.of(wanted.now());
        PartnerRules rule = PartnerRules.of(rules.on(today));
        return database.write(party.scope(), tx -> {
            List<Found> found = read(tx.sql(), party, wanted, rule);
            Map<Pseudonyms.Known, AreaCode> toName = new HashMap<>();
            found.forEach(one -> toName.put(
                    new Pseudonyms.Known(party.client(), one.need().of()),
                    one.need().home().area()));
            Map<Pseudonyms.Known, String> names = pseudonyms.of(tx.sql(), toName);
            tx.audit(party.actor().did("LIST", "partner-need", wanted.areas().from(), null));
            List<SealedCursor.Row<OpenNeedView>> rows = new ArrayList<>();
            for (Found one : found) {
                String name = names.get(
                        new Pseudonyms.Known(party.client(), one.need().of()));
                if (name != null) {
                    rows.add(new SealedCursor.Row<>(place(one.need()), view(one, name, rule, today)));
                }
            }
            return rows;
        });
    }

    /** The open need of somebody whom the partner knows; nothing when the partner may not help it any more. */
    Optional<UUID> needOf(Acting.Party party, String pseudonym, Instant now) {
        LocalDate today = Days.of(now);
        String purpose = PartnerRules.of(rules.on(today)).purpose();
        return database.read(
                party.scope(),
                sql -> pseudonyms
                        .find(sql, party.client(), pseudonym)
                        .flatMap(of -> sql.createQuery("select n.id from need n where n.state = 'OPEN' and "
                                        + (of.kind() == Beneficiary.Kind.CHILD ? "n.child_id" : "n.pregnancy_id")
                                        + " = :id and " + Consented.sql("n", ":client"))
                                .bind("id", of.id())
                                .bind("client", party.client())
                                .bind("purpose", purpose)
                                .bind("day", today)
                                .mapTo(UUID.class)
                                .findOne()));
    }

    private static List<Found> read(Handle sql, Acting.Party party, Wanted wanted, PartnerRules rule) {
        Place after = Place.read(wanted.after());
        return sql.createQuery("""
                        select n.*, b.birth_date from need n left join child b on b.id = n.child_id
                        where n.state = 'OPEN' and n.area_code >= :from and n.area_code < :to
                            and n.rank <= :afterRank and (n.rank < :afterRank or n.id > :afterId)
                            and (cast(:item as text) is null
                                or n.items @> jsonb_build_array(jsonb_build_object('item', cast(:item as text))))
                            and not exists (select from placement p where p.need_id = n.id
                                and (p.state = 'COMMITTED' or p.state = 'HELD' and p.held_until > :now))
                            and""" + " " + Consented.sql("n", ":client") + " order by n.rank desc, n.id limit :rows")
                .bind("from", wanted.areas().from())
                .bind("to", wanted.areas().to())
                .bind("afterRank", after.rank())
                .bind("afterId", after.id())
                .bind("item", wanted.item() == null ? null : wanted.item().name())
                .bind("now", OffsetDateTime.ofInstant(wanted.now(), ZoneOffset.UTC))
                .bind("client", party.client())
                .bind("purpose", rule.purpose())
                .bind("day", Days.of(wanted.now()))
                .bind("rows", wanted.limit() + 1)
                .map((row, _) -> found(row))
                .list();
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(Needs.need(row), row.getObject("birth_date", LocalDate.class));
    }

    private static String place(Need need) {
        return need.plan().rank() + " " + need.id();
    }

    private static OpenNeedView view(Found found, String name, PartnerRules rule, LocalDate today) {
        Need need = found.need();
        Beneficiary.Kind kind = need.of().kind();
        return new OpenNeedView(
                name,
                OpenNeedView.label(kind, name),
                kind,
                Kecamatan.of(need.home().area()),
                Ages.months(found.birthDate(), today),
                need.plan().items(),
                need.plan().items().stream().mapToLong(Item::costRupiah).sum(),
                rule.urgency(need.plan().rank()));
    }
}
