package id.tumbuh.registry.area;

import id.tumbuh.platform.access.AreaCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Desa that have another code now, as far as somebody is still under the old one. */
@ApplicationScoped
public class AreaMoves {

    /** Whoever is in the one is in the other since that day. */
    public record Move(AreaCode from, AreaCode to, LocalDate on, String formerName) {}

    /**
     * Locked: of two that look at once one waits. Also finds what came later under the old code, from a form without a network or
     * a file of last year.
     */
    public Optional<Move> next(Handle sql) {
        return sql.createQuery("""
                        select m.from_code, m.to_code, m.effective_on, area.name
                        from area_move m join area on area.code = m.from_code and not area.active
                        where exists (select from family where area_code = m.from_code)
                            or exists (select from posyandu where area_code = m.from_code)
                        order by m.from_code limit 1 for update of m""")
                .map((row, _) -> new Move(
                        new AreaCode(row.getString("from_code")),
                        new AreaCode(row.getString("to_code")),
                        row.getObject("effective_on", LocalDate.class),
                        row.getString("name")))
                .findOne();
    }
}
