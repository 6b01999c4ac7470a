package id.tumbuh.reporting.area;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What became of areas, and what they were before. */
@ApplicationScoped
public class Successions {
    /** Those the area takes part in, on either side, the earliest first. */
    public List<Succession> of(Handle sql, String code) {
        return sql.createQuery("""
                        select s.predecessor, coalesce(p.name, s.predecessor) as predecessor_name,
                            s.successor, coalesce(n.name, s.successor) as successor_name, s.effective_on, s.kind, s.source
                        from area_succession s
                            left join area p on p.code = s.predecessor left join area n on n.code = s.successor
                        where s.predecessor = :code or s.successor = :code
                        order by s.effective_on, s.predecessor, s.successor""")
                .bind("code", code)
                .map((row, _) -> new Succession(
                        new Area(row.getString("predecessor"), row.getString("predecessor_name")),
                        new Area(row.getString("successor"), row.getString("successor_name")),
                        row.getObject("effective_on", LocalDate.class),
                        row.getString("kind"),
                        row.getString("source")))
                .list();
    }
}
