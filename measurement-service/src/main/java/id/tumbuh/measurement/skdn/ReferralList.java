package id.tumbuh.measurement.skdn;

import id.tumbuh.platform.access.AuditEntry;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The children of a posyandu whom a month's weighing refers to the bidan or puskesmas, and for what. */
@ApplicationScoped
class ReferralList {

    private final Database database;

    /**
     * A child to be referred. Its name is the registry's to tell.
     *
     * @param reasons T, 2T, BGM, STUNTED, SEVERELY_STUNTED; the gravest first
     */
    @Schema(name = "ChildToRefer")
    record ToRefer(UUID childId, LocalDate measuredOn, List<String> reasons) {}

    ReferralList(Database database) {
        this.database = database;
    }

    List<ToRefer> of(UUID posyandu, YearMonth month, Caller caller) {
        return database.write(caller.scope(), tx -> {
            List<ToRefer> found = tx.sql()
                    .createQuery("""
                            select c.id, m.measured_on, m.growth_mark, m.twice_not_gained, m.below_red_line, m.stunting
                            from child c
                            join lateral (
                                select * from measurement m
                                where m.child_id = c.id and m.measured_on >= :first and m.measured_on < :next
                                    and m.growth_mark is not null limit 1) m on true
                            where c.posyandu_id = :posyandu and c.active and c.merged_into is null
                                and (m.growth_mark = 'T' or m.below_red_line or m.stunting <> 'NORMAL')
                            order by m.below_red_line desc, m.twice_not_gained desc, c.id""")
                    .bind("posyandu", posyandu)
                    .bind("first", month.atDay(1))
                    .bind("next", month.plusMonths(1).atDay(1))
                    .map((row, _) -> toRefer(row))
                    .list();
            found.forEach(one -> tx.audit(AuditEntry.of(caller, "READ", "child", one.childId(), null)));
            return found;
        });
    }

    private static ToRefer toRefer(ResultSet row) throws SQLException {
        List<String> reasons = new ArrayList<>();
        if (row.getBoolean("below_red_line")) {
            reasons.add("BGM");
        }
        String stunting = row.getString("stunting");
        if (isStunted(stunting)) {
            reasons.add(stunting);
        }
        if (row.getBoolean("twice_not_gained")) {
            reasons.add("2T");
        } else if ("T".equals(row.getString("growth_mark"))) {
            reasons.add("T");
        }
        return new ToRefer(
                row.getObject("id", UUID.class), row.getObject("measured_on", LocalDate.class), List.copyOf(reasons));
    }

    private static boolean isStunted(@Nullable String stunting) {
        return stunting != null && !stunting.equals("NORMAL");
    }
}
