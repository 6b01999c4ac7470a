package id.tumbuh.intervention.need;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.tumbuh.intervention.circumstance.Beneficiary;
import id.tumbuh.intervention.circumstance.Cause;
import id.tumbuh.intervention.circumstance.Codes;
import id.tumbuh.intervention.circumstance.Home;
import id.tumbuh.platform.access.AreaCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The needs of the database; one statement for each batch. */
public final class Needs {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<Item>> ITEMS = new TypeReference<>() {};

    private Needs() {}

    /** The open needs of the families, which the caller has locked. */
    public static List<Need.Open> openOf(Handle sql, Collection<UUID> familyIds) {
        return sql.createQuery("select * from need where family_id = any(:families) and state = 'OPEN'")
                .bindArray("families", UUID.class, familyIds.toArray())
                .map((row, _) -> open(row))
                .list();
    }

    /** Of these children the last need, where it ended because the child was merged into another. */
    public static List<Need.Closed> endedByMerge(Handle sql, Collection<UUID> children) {
        return sql
                .createQuery("""
                        select distinct on (child_id) * from need where child_id = any(:children)
                        order by child_id, coalesce(closed_on, date 'infinity') desc, opened_on desc, version desc""")
                .bindArray("children", UUID.class, children.toArray())
                .map((row, _) -> need(row))
                .stream()
                .flatMap(need -> need instanceof Need.Closed closed && closed.endedByMerge()
                        ? Stream.of(closed)
                        : Stream.<Need.Closed>empty())
                .toList();
    }

    /** Stores each need in its latest version. Closed ones first: the next need of a child may stand in the same batch. */
    public static void store(Handle sql, Collection<Need> needs) {
        upsert(sql, needs.stream().filter(Need.Closed.class::isInstance).toList());
        upsert(sql, needs.stream().filter(Need.Open.class::isInstance).toList());
    }

    private static void upsert(Handle sql, List<Need> needs) {
        if (needs.isEmpty()) {
            return;
        }
        sql.createUpdate("""
                        insert into need (id, subject_kind, child_id, pregnancy_id, family_id, area_code, causes, items, rank,
                            first_thousand_days, welfare_rank, rule_version, state, opened_on, closed_on, reason, version)
                        select id, kind, case kind when 'CHILD' then subject end, case kind when 'PREGNANCY' then subject end,
                            family_id, area_code, string_to_array(causes, ','), items::jsonb, rank, first_thousand_days,
                            welfare_rank, rule_version, state, opened_on, closed_on, reason, version
                        from unnest(:ids, :kinds, :subjects, :families, :areas, :causes, :items, :ranks, :first, :welfare,
                                :rules, :states, :opened, :closed, :reasons, :versions)
                            as row (id, kind, subject, family_id, area_code, causes, items, rank, first_thousand_days,
                                welfare_rank, rule_version, state, opened_on, closed_on, reason, version)
                        on conflict (id) do update set family_id = excluded.family_id, area_code = excluded.area_code,
                            causes = excluded.causes, items = excluded.items, rank = excluded.rank,
                            first_thousand_days = excluded.first_thousand_days, welfare_rank = excluded.welfare_rank,
                            rule_version = excluded.rule_version, state = excluded.state, closed_on = excluded.closed_on,
                            reason = excluded.reason, version = excluded.version""")
                .bindArray("ids", UUID.class, column(needs, Need::id))
                .bindArray(
                        "kinds",
                        String.class,
                        column(needs, need -> need.of().kind().name()))
                .bindArray(
                        "subjects", UUID.class, column(needs, need -> need.of().id()))
                .bindArray(
                        "families",
                        UUID.class,
                        column(needs, need -> need.home().familyId()))
                .bindArray(
                        "areas",
                        String.class,
                        column(needs, need -> need.home().area().value()))
                .bindArray(
                        "causes",
                        String.class,
                        column(needs, need -> Codes.joined(need.plan().causes())))
                .bindArray(
                        "items",
                        String.class,
                        column(needs, need -> text(need.plan().items())))
                .bindArray(
                        "ranks",
                        Integer.class,
                        column(needs, need -> need.plan().rank()))
                .bindArray(
                        "first",
                        Boolean.class,
                        column(needs, need -> need.plan().firstThousandDays()))
                .bindArray(
                        "welfare",
                        Integer.class,
                        column(needs, need -> need.plan().welfareRank()))
                .bindArray(
                        "rules", String.class, column(needs, need -> need.plan().ruleVersion()))
                .bindArray(
                        "states",
                        String.class,
                        column(needs, need -> NeedEvent.of(need).state().name()))
                .bindArray("opened", LocalDate.class, column(needs, Need::openedOn))
                .bindArray(
                        "closed",
                        LocalDate.class,
                        column(needs, need -> NeedEvent.of(need).closedOn()))
                .bindArray(
                        "reasons",
                        String.class,
                        column(needs, need -> need.reason().name()))
                .bindArray("versions", Long.class, column(needs, Need::version))
                .execute();
    }

    private static @Nullable Object[] column(List<Need> needs, Function<Need, @Nullable Object> field) {
        return needs.stream().map(field).toArray();
    }

    private static String text(List<Item> items) {
        try {
            return JSON.writeValueAsString(items);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("items can't be written", impossible);
        }
    }

    /** A need as it stands in a row, open or closed. */
    public static Need need(ResultSet row) throws SQLException {
        Need.Open need = open(row);
        LocalDate closedOn = row.getObject("closed_on", LocalDate.class);
        if (closedOn == null) {
            return need;
        }
        return new Need.Closed(
                need.id(),
                need.of(),
                need.home(),
                need.plan(),
                need.openedOn(),
                closedOn,
                need.reason(),
                need.version());
    }

    private static Need.Open open(ResultSet row) throws SQLException {
        UUID child = row.getObject("child_id", UUID.class);
        return new Need.Open(
                row.getObject("id", UUID.class),
                child == null
                        ? Beneficiary.Ref.pregnancy(row.getObject("pregnancy_id", UUID.class))
                        : Beneficiary.Ref.child(child),
                new Home(row.getObject("family_id", UUID.class), new AreaCode(row.getString("area_code"))),
                plan(row),
                Objects.requireNonNull(row.getObject("opened_on", LocalDate.class)),
                NeedReason.valueOf(row.getString("reason")),
                row.getLong("version"));
    }

    private static Plan plan(ResultSet row) throws SQLException {
        List<Cause> causes =
                Codes.read(row.getArray("causes")).stream().sorted().toList();
        return new Plan(
                causes,
                items(row.getString("items")),
                row.getInt("rank"),
                row.getBoolean("first_thousand_days"),
                row.getObject("welfare_rank", Integer.class),
                row.getString("rule_version"));
    }

    private static List<Item> items(String text) {
        try {
            return JSON.readValue(text, ITEMS);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a need's items are no JSON", broken);
        }
    }
}
