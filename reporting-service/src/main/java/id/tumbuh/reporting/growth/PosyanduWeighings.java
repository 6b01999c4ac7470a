package id.tumbuh.reporting.growth;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Which posyandu weighed. */
@ApplicationScoped
public class PosyanduWeighings {
    /** Those of the given ones that have weighings in the month; the others have not reported. */
    public Set<UUID> reported(Handle sql, Collection<UUID> posyandu, YearMonth month) {
        return Set.copyOf(sql.createQuery("""
                        select distinct posyandu_id from posyandu_month
                        where posyandu_id = any(:posyandu) and month = :month and weighings > 0""")
                .bindArray("posyandu", UUID.class, posyandu.toArray())
                .bind("month", month.atDay(1))
                .mapTo(UUID.class)
                .list());
    }
}
