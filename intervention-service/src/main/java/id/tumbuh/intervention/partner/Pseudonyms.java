package id.tumbuh.intervention.partner;

import static java.util.Objects.requireNonNull;

import id.tumbuh.intervention.circumstance.Beneficiary;
import id.tumbuh.intervention.placement.Days;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.rules.RuleBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * By what name one partner knows somebody: always the same for one partner, another for each. It follows from the id under a key
 * of that partner, so it can't be computed outside; the table resolves the few that would meet and finds the way back.
 */
@ApplicationScoped
public class Pseudonyms {
    /** Nothing that is read as something else, and no vowels, which would make words. */
    private static final String ALPHABET = "23456789BCDFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 6;
    private static final int ATTEMPTS = 8;

    private final PartnerKeys keys;
    private final RuleBook rules;

    Pseudonyms(PartnerKeys keys, RuleBook rules) {
        this.keys = keys;
        this.rules = rules;
    }

    /** Somebody as one partner knows it. */
    public record Known(String client, Beneficiary.Ref of) {}

    /** The pseudonyms, made where there is none yet; {@code area} says where somebody lives when it is first named. */
    public Map<Known, String> of(Handle sql, Map<Known, AreaCode> wanted) {
        Map<Known, String> found = read(sql, wanted.keySet());
        PartnerRules rule = PartnerRules.of(rules.on(Days.of(Clock.systemUTC().instant())));
        for (int attempt = 0; attempt < ATTEMPTS && found.size() < wanted.size(); attempt++) {
            Map<Known, String> fresh = new HashMap<>();
            for (Map.Entry<Known, AreaCode> one : wanted.entrySet()) {
                if (!found.containsKey(one.getKey())) {
                    fresh.put(one.getKey(), rule.kabupaten(one.getValue()) + "-" + code(one.getKey(), attempt));
                }
            }
            insert(sql, fresh);
            found = read(sql, wanted.keySet());
        }
        if (found.size() < wanted.size()) {
            throw new IllegalStateException("no free pseudonym was found");
        }
        return found;
    }

    /** Whom the partner means; another partner's pseudonym means nobody. */
    Optional<Beneficiary.Ref> find(Handle sql, String client, String pseudonym) {
        return sql.createQuery(
                        "select subject_kind, subject_id from partner_pseudonym where client = :client and code = :code")
                .bind("client", client)
                .bind("code", pseudonym)
                .map((row, _) -> new Beneficiary.Ref(
                        Beneficiary.Kind.valueOf(row.getString("subject_kind")),
                        row.getObject("subject_id", UUID.class)))
                .findOne();
    }

    String code(Known known, int attempt) {
        byte[] digest = keys.digest(
                "pseudonym",
                known.client(),
                known.of().kind() + "/" + known.of().id() + "/" + attempt);
        long number = ByteBuffer.wrap(digest).getLong();
        StringBuilder code = new StringBuilder(LENGTH);
        for (int place = 0; place < LENGTH; place++) {
            code.append(ALPHABET.charAt((int) Long.remainderUnsigned(number, ALPHABET.length())));
            number = Long.divideUnsigned(number, ALPHABET.length());
        }
        return code.toString();
    }

    /** In one order, so that two who name the same ones wait for each other and never in a circle. */
    private static void insert(Handle sql, Map<Known, String> fresh) {
        List<Known> known = List.copyOf(fresh.keySet());
        sql.createUpdate("""
                        insert into partner_pseudonym (client, subject_kind, subject_id, code)
                        select * from unnest(:clients, :kinds, :ids, :codes) as row (client, kind, id, code)
                        order by client, id on conflict do nothing""")
                .bindArray("clients", String.class, column(known, Known::client))
                .bindArray(
                        "kinds",
                        String.class,
                        column(known, one -> one.of().kind().name()))
                .bindArray("ids", UUID.class, column(known, one -> one.of().id()))
                .bindArray("codes", String.class, column(known, one -> requireNonNull(fresh.get(one))))
                .execute();
    }

    private static Map<Known, String> read(Handle sql, Collection<Known> wanted) {
        List<Known> known = List.copyOf(wanted);
        Map<Known, String> found = new HashMap<>();
        sql.createQuery("""
                        select p.* from unnest(:clients, :ids) as row (client, id)
                        join partner_pseudonym p on p.client = row.client and p.subject_id = row.id""")
                .bindArray("clients", String.class, column(known, Known::client))
                .bindArray("ids", UUID.class, column(known, one -> one.of().id()))
                .map((row, _) -> found.put(
                        new Known(
                                row.getString("client"),
                                new Beneficiary.Ref(
                                        Beneficiary.Kind.valueOf(row.getString("subject_kind")),
                                        row.getObject("subject_id", UUID.class))),
                        row.getString("code")))
                .list();
        return found;
    }

    private static Object[] column(List<Known> rows, Function<Known, Object> field) {
        return rows.stream().map(field).toArray();
    }
}
