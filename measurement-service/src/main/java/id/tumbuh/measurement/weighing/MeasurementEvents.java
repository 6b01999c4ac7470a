package id.tumbuh.measurement.weighing;

import id.tumbuh.measurement.roster.RosteredChild;
import id.tumbuh.platform.messaging.Announcement;

/** What is announced about measurements. Contracts: {@code contracts/measurement/}. */
enum MeasurementEvents {
    CHILD_MEASURED("child-measured"),
    MEASUREMENT_CORRECTED("measurement-corrected"),
    MEASUREMENT_VOIDED("measurement-voided"),
    MEASUREMENT_REASSESSED("measurement-reassessed");

    private static final String TOPIC = "measurement.measurements";

    private final String type;

    MeasurementEvents(String name) {
        this.type = "id.tumbuh.measurement." + name + ".v1";
    }

    Announcement of(AssessedMeasurement assessed) {
        Measurement measurement = assessed.measurement();
        return new Announcement(
                TOPIC,
                type,
                measurement.id().toString(),
                assessed.child().familyId().toString(),
                measurement.version(),
                MeasurementJson.event(assessed));
    }

    /** Takes the measurement out of the child it was thought to be of, one version before it is another's. */
    static Announcement leaving(AssessedMeasurement assessed, RosteredChild former) {
        Measurement measurement = assessed.measurement();
        return MEASUREMENT_VOIDED.of(new AssessedMeasurement(
                measurement.leaving(former.id()), former, assessed.age(), assessed.assessment(), assessed.policy()));
    }

    /** Erases the measurement from the topic; it may have been another family's before. */
    static Announcement erased(Measurement measurement) {
        return Announcement.erasing(TOPIC, MEASUREMENT_VOIDED.type, measurement.id(), measurement.version() + 1L);
    }
}
