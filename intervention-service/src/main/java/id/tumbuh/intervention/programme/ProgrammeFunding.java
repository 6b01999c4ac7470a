package id.tumbuh.intervention.programme;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What is paid for by programmes already, for whoever looks for givers: no need is funded twice for the same thing. */
public final class ProgrammeFunding {
    private ProgrammeFunding() {}

    /** From a day to a day, both of them in it. */
    public record Time(LocalDate from, LocalDate to) {
        public Time {
            if (to.isBefore(from)) {
                throw new IllegalArgumentException("the end is before the start");
            }
        }

        boolean meets(Time other) {
            return !from.isAfter(other.to) && !other.from.isAfter(to);
        }
    }

    /**
     * Those of the needs for which a programme that was not withdrawn gives the item on any day of the time. Asked in the
     * transaction that acts on the answer, under the lock of the needs' families: enrolling takes it too.
     */
    public static Set<UUID> covered(Handle sql, Collection<UUID> needIds, String item, Time time) {
        return new HashSet<>(sql.createQuery("""
                        select b.need_id from programme_beneficiary b join programme p on p.id = b.programme_id
                        where b.need_id = any(:needs) and p.state = 'ACTIVE' and b.item = :item
                            and b.from_on <= :to and least(b.to_on, b.ended_on) >= :from""")
                .bindArray("needs", UUID.class, needIds.toArray())
                .bind("item", item)
                .bind("from", time.from())
                .bind("to", time.to())
                .mapTo(UUID.class)
                .list());
    }
}
