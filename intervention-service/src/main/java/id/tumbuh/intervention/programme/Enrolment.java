package id.tumbuh.intervention.programme;

import id.tumbuh.intervention.circumstance.Beneficiary;
import id.tumbuh.intervention.circumstance.Home;
import id.tumbuh.intervention.need.Item;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A need on the list of a programme.
 *
 * @param item what of the need the programme gives; null where that is nothing that is brought
 * @param time in which the programme pays
 * @param plan in which it is brought, by the rules; null where nothing is, or it was not planned yet
 * @param end null while it lasts
 */
public record Enrolment(
        UUID id,
        UUID programmeId,
        UUID needId,
        Beneficiary.Ref of,
        Home home,
        Item.@Nullable Kind item,
        ProgrammeFunding.Time time,
        ProgrammeFunding.@Nullable Time plan,
        @Nullable End end) {
    public Enrolment {}

    /**
     * How it ended.
     *
     * @param lastDay that counts; before the first when nothing was given
     */
    public record End(LocalDate lastDay, Reason reason) {
        public End {}
    }

    /** The names stand in the database: never renamed. */
    public enum Reason {
        TAKEN_OFF,
        NEED_CLOSED,
        /** Out of the area that pays. */
        MOVED_AWAY,
        PROGRAMME_WITHDRAWN
    }

    Enrolment ended(LocalDate lastDay, Reason reason) {
        return new Enrolment(id, programmeId, needId, of, home, item, time, plan, new End(lastDay, reason));
    }

    Enrolment at(Home now, ProgrammeFunding.@Nullable Time planned) {
        return new Enrolment(id, programmeId, needId, of, now, item, time, planned, end);
    }
}
