package id.tumbuh.reporting.growth;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One measurement in its latest revision, as far as it counts. */
record Weighing(
        UUID childId,
        UUID measurementId,
        @Nullable UUID posyanduId,
        long version,
        LocalDate measuredOn,
        String areaCode,
        String sex,
        AgeBand ageBand,
        int findings,
        boolean voided) {

    /** A measurement that changed hands has a row with each child. */
    record Key(UUID childId, UUID measurementId) {}

    Key key() {
        return new Key(childId, measurementId);
    }

    static Weighing of(MeasurementState state, long version) {
        return new Weighing(
                state.childId(),
                state.measurementId(),
                state.posyanduId(),
                version,
                state.measuredOn(),
                state.areaCode(),
                state.sex(),
                state.ageBand(),
                state.findings(),
                state.voided());
    }

    LocalDate month() {
        return measuredOn.withDayOfMonth(1);
    }

    /** Whether this one counts rather than the other: the later of two in a month, by date and then by id. */
    boolean countsBefore(Weighing other) {
        int byDate = measuredOn.compareTo(other.measuredOn);
        // The id as text, as PostgreSQL orders it; UUID.compareTo compares signed halves.
        return byDate != 0 ? byDate > 0 : measurementId.toString().compareTo(other.measurementId.toString()) > 0;
    }
}
