package id.tumbuh.intervention.delivery;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** What a report does to a delivery: a pure function. */
sealed interface Telling {
    /**
     * It is told now.
     *
     * @param gaveWay the report that it replaces
     */
    record Changed(Delivery.Told delivery, @Nullable Report gaveWay) implements Telling {}

    /** It was told before: it stands, or a correction made good what this tells again. */
    record Unchanged() implements Telling {}

    /** Something else was told, and nobody said that it was wrong. */
    record Conflict() implements Telling {}

    /** It isn't due any more. */
    record Cancelled() implements Telling {}

    /**
     * What the report does.
     *
     * @param before everything that was ever told of it
     */
    static Telling of(
            Delivery delivery, Report report, Report.@Nullable Correction correction, Collection<Report> before) {
        return switch (delivery) {
            case Delivery.Planned planned -> changed(planned, report, null);
            case Delivery.Cancelled _ -> new Cancelled();
            case Delivery.Told told when told.report().equals(report) -> new Unchanged();
            case Delivery.Told told
            when told.report().givesWayTo(report) || correction != null -> changed(told, report, told.report());
            case Delivery.Told _ when before.contains(report) -> new Unchanged();
            case Delivery.Told _ -> new Conflict();
        };
    }

    private static Changed changed(Delivery delivery, Report report, @Nullable Report gaveWay) {
        return new Changed(Delivery.told(delivery.slot(), report, delivery.version() + 1), gaveWay);
    }
}
