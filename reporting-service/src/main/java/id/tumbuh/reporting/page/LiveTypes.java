package id.tumbuh.reporting.page;

/** The events a cockpit follows. */
final class LiveTypes {
    static final String ALL = "reporting.indicators-changed,measurement.child-became-stunted,"
            + "measurement.child-ceased-stunted,measurement.child-stunting-severity-changed,"
            + "registry.family-flagged-at-risk,intervention.need-opened";

    private LiveTypes() {}
}
