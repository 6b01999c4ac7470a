package id.tumbuh.registry.area;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.platform.access.AreaLevel;
import id.tumbuh.platform.database.Columns;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.registry.batch.Registration;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Puts a change of areas in force: from its day on they are others. Who lives there is not its business. */
@ApplicationScoped
public class ChangeAreas {
    private static final String BEGIN_AREA = """
            insert into area (code, name, search, changed_by)
            select code, name, search, change from unnest(?, ?, ?, ?) as row (code, name, search, change)
            on conflict (code) do update set name = excluded.name, search = excluded.search, active = true,
                changed_by = excluded.changed_by""";

    /** A day that only a list has shown gives way to the day of the decree. */
    private static final String DATE_VERSION = """
            update area_version v set valid_from = row.day, name = row.name, search = row.search
            from unnest(?, ?, ?, ?) as row (code, name, search, day)
            where v.code = row.code and v.valid_to = 'infinity'""";

    private static final String BEGIN_VERSION = """
            insert into area_version (code, name, search, valid_from)
            select code, name, search, day from unnest(?, ?, ?, ?) as row (code, name, search, day)
            where not exists (select from area_version v where v.code = row.code and v.valid_to = 'infinity')""";

    private final AreaHistory history;
    private final PublishAreas publish;
    private final ObjectMapper json;

    ChangeAreas(AreaHistory history, PublishAreas publish, ObjectMapper json) {
        this.history = history;
        this.publish = publish;
        this.json = json;
    }

    /** The first thing that speaks against it. */
    public Optional<Registration.Invalid> fault(Handle sql, AreaChange change) {
        return new ChangeFaults(sql, history, change).first();
    }

    public void enforce(Transaction tx, AreaChange change) {
        Handle sql = tx.sql();
        List<AreaChange> all = new ArrayList<>(List.of(change));
        all.addAll(below(sql, change));
        List<AreaList.Entry> begun = new ArrayList<>();
        List<AreaList.Entry> kept = new ArrayList<>();
        List<String> ended = new ArrayList<>();
        List<Succession> successions = new ArrayList<>();
        for (AreaChange one : all) {
            ended.addAll(one.ended());
            successions.addAll(one.successions());
            one.successors()
                    .forEach(successor -> (one.predecessors().contains(successor.code()) ? kept : begun)
                            .add(new AreaList.Entry(successor.code(), nameOf(sql, successor))));
        }
        end(sql, change, ended);
        rename(sql, change, kept);
        begin(sql, change, begun);
        write(sql, change.id(), successions);
        Set<String> codes = new LinkedHashSet<>(ended);
        successions.forEach(one -> codes.add(one.successor()));
        decide(sql, change.id(), codes);
        tx.announce(Announcement.of(AreaChanged.of(change, successions), json));
        publish.around(tx, codes);
    }

    /** A whole area with another code takes all below it along, each keeping its own part of the code. */
    private static List<AreaChange> below(Handle sql, AreaChange change) {
        if (change.kind() != Succession.Kind.RECODED) {
            return List.of();
        }
        String from = change.predecessors().getFirst();
        String to = change.successors().getFirst().code();
        return sql.createQuery("""
                        select code, name from area where code > :from and code < :to
                            and (active or changed_by is null and exists (select from area_version v
                                where v.code = area.code and v.valid_from < :day and v.valid_to >= :day))
                        order by code""")
                .bind("from", from + ".")
                .bind("to", from + "/")
                .bind("day", change.effectiveOn())
                .map((row, _) -> new AreaChange(
                        change.id(),
                        change.kind(),
                        change.effectiveOn(),
                        change.source(),
                        List.of(row.getString("code")),
                        List.of(new AreaChange.Successor(
                                to + row.getString("code").substring(from.length()), row.getString("name"), null))))
                .list();
    }

    private static String nameOf(Handle sql, AreaChange.Successor successor) {
        return Optional.ofNullable(successor.name())
                .or(() -> sql.createQuery("select name from area where code = :code")
                        .bind("code", successor.code())
                        .mapTo(String.class)
                        .findOne())
                .orElseThrow(() -> new IllegalStateException("a new area has no name"));
    }

    private static void end(Handle sql, AreaChange change, List<String> codes) {
        sql.createUpdate("update area set active = false, changed_by = :change where code = any(:codes)")
                .bind("change", change.id())
                .bindArray("codes", String.class, codes)
                .execute();
        sql.createUpdate("delete from area_version where code = any(:codes) and valid_from >= :day")
                .bindArray("codes", String.class, codes)
                .bind("day", change.effectiveOn())
                .execute();
        sql.createUpdate("""
                        update area_version v set valid_to = :day where code = any(:codes)
                            and valid_from = (select max(valid_from) from area_version last where last.code = v.code)""")
                .bindArray("codes", String.class, codes)
                .bind("day", change.effectiveOn())
                .execute();
    }

    private static void rename(Handle sql, AreaChange change, List<AreaList.Entry> kept) {
        List<AreaList.Entry> renamed = kept.stream()
                .filter(entry -> sql.createQuery("""
                                select not exists (select from area_version where code = :code and valid_to = 'infinity'
                                    and name = :name and valid_from <= :day)""")
                        .bind("code", entry.code())
                        .bind("name", entry.name())
                        .bind("day", change.effectiveOn())
                        .mapTo(Boolean.class)
                        .one())
                .toList();
        List<String> codes = renamed.stream().map(AreaList.Entry::code).toList();
        sql.createUpdate("delete from area_version where code = any(:codes) and valid_from >= :day")
                .bindArray("codes", String.class, codes)
                .bind("day", change.effectiveOn())
                .execute();
        sql.createUpdate("""
                        update area_version v set valid_to = :day where code = any(:codes)
                            and valid_from = (select max(valid_from) from area_version last where last.code = v.code)""")
                .bindArray("codes", String.class, codes)
                .bind("day", change.effectiveOn())
                .execute();
        stand(sql, change.id(), kept);
        dated(renamed, change.effectiveOn()).update(sql, BEGIN_VERSION);
    }

    private static void begin(Handle sql, AreaChange change, List<AreaList.Entry> begun) {
        stand(sql, change.id(), begun);
        dated(begun, change.effectiveOn()).update(sql, DATE_VERSION);
        dated(begun, change.effectiveOn()).update(sql, BEGIN_VERSION);
    }

    private static void stand(Handle sql, UUID change, List<AreaList.Entry> entries) {
        Columns.of(entries)
                .text(AreaList.Entry::code)
                .text(AreaList.Entry::name)
                .text(ChangeAreas::search)
                .uuid(_ -> change)
                .update(sql, BEGIN_AREA);
    }

    private static Columns<AreaList.Entry> dated(List<AreaList.Entry> entries, LocalDate day) {
        return Columns.of(entries)
                .text(AreaList.Entry::code)
                .text(AreaList.Entry::name)
                .text(ChangeAreas::search)
                .as("date", _ -> day);
    }

    private static String search(AreaList.Entry entry) {
        return new AreaName(entry.name()).normalised();
    }

    private static void write(Handle sql, UUID change, List<Succession> successions) {
        Columns.of(successions)
                .text(Succession::predecessor)
                .text(Succession::successor)
                .as("date", Succession::effectiveOn)
                .text(Succession::kind)
                .as("numeric", Succession::share)
                .text(Succession::source)
                .uuid(_ -> change)
                .update(sql, """
                        insert into area_succession (predecessor, successor, effective_on, kind, share, source, change_id)
                        select * from unnest(?, ?, ?, ?, ?, ?, ?)
                        on conflict on constraint area_succession_pk do update set kind = excluded.kind,
                            share = excluded.share, source = excluded.source, change_id = excluded.change_id""");
        Columns.of(successions.stream().filter(ChangeAreas::movesDesa).toList())
                .text(Succession::predecessor)
                .text(Succession::successor)
                .as("date", Succession::effectiveOn)
                .uuid(_ -> change)
                .update(sql, """
                        insert into area_move (from_code, to_code, effective_on, change_id)
                        select * from unnest(?, ?, ?, ?)""");
    }

    private static boolean movesDesa(Succession succession) {
        return succession.kind() != Succession.Kind.SPLIT
                && !succession.predecessor().equals(succession.successor())
                && succession.predecessor().length() == AreaLevel.DESA_KELURAHAN.codeLength();
    }

    /** What lists have shown of these areas is explained. */
    private static void decide(Handle sql, UUID change, Set<String> codes) {
        sql.createUpdate("update area_finding set decided_by = :change where decided_by is null and code = any(:codes)")
                .bind("change", change)
                .bindArray("codes", String.class, codes)
                .execute();
        // what a list took for another name on its own day is told by the change
        sql.createUpdate("""
                        delete from area_succession s where s.change_id is null and s.kind = 'RENAMED'
                            and s.predecessor = any(:codes)
                            and not exists (select from area_version v where v.code = s.predecessor
                                and v.valid_from = s.effective_on)""").bindArray("codes", String.class, codes).execute();
    }
}
