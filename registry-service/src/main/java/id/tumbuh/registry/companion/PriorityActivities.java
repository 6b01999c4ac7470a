package id.tumbuh.registry.companion;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tumbuh.platform.access.AreaCode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The five priority activities of RAN PASTI (Peraturan BKKBN 12/2021) in an area and month. Which families are targeted and at
 * risk is known as of today only: for a month that is over, today's families are counted with that month's visits.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PriorityActivities")
record PriorityActivities(AreaCode area, String month, LocalDate asOf, List<Activity> activities) {
    PriorityActivities {
        activities = List.copyOf(activities);
    }

    /** An activity: how many of how many, and what that means. Where it can't be said, why. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "PriorityActivity")
    record Activity(
            Code code,
            @Nullable Long numerator,
            @Nullable Long denominator,
            String definition,
            @Nullable String notAnswered,
            List<ByArea> rows) {
        Activity {
            rows = List.copyOf(rows);
        }

        static Activity of(Code code, List<ByArea> rows) {
            return new Activity(
                    code,
                    rows.stream().mapToLong(ByArea::numerator).sum(),
                    rows.stream().mapToLong(ByArea::denominator).sum(),
                    code.definition,
                    null,
                    rows);
        }
    }

    /** The same of an area below. */
    @Schema(name = "PriorityActivityArea")
    record ByArea(String area, long numerator, long denominator) {}

    /** The activities in the order of the regulation, and what is counted of what. */
    enum Code {
        KRS_DATA(
                "Targeted families of which every fact of the rule companion.complete-data is known, of all targeted families"),
        KRS_COMPANIONED(
                "Families at risk in the care of a team during the month and visited with an outcome that counts, within the "
                        + "month or one interval of visits before its end, of all families at risk"),
        CATIN_COMPANIONED(
                "Couples in the care of a team during the month and visited likewise, of the couples that plan to marry in the "
                        + "month or within the months of companionship after it"),
        KRS_SURVEILLANCE("Families at risk with an under-five and a visit likewise that answered an item of the rule "
                + "companion.surveillance-items with yes, of all families at risk with an under-five; whether the child was "
                + "weighed is known to measurement-service and not asked here"),
        CASE_AUDIT("Cases audited, of the cases selected for audit");

        private final String definition;

        Code(String definition) {
            this.definition = definition;
        }

        Activity notAnswered(String reason) {
            return new Activity(this, null, null, definition, reason, List.of());
        }
    }

    /**
     * The days whose visits count for a month.
     *
     * @param from at least one interval before the last, so that a month that has just begun isn't empty
     */
    record Period(LocalDate begins, LocalDate from, LocalDate to) {
        static Period of(YearMonth month, LocalDate today, int intervalDays) {
            LocalDate last = month.atEndOfMonth();
            LocalDate to = last.isAfter(today) ? today : last;
            LocalDate intervalBegins = to.minusDays(intervalDays - 1L);
            LocalDate begins = month.atDay(1);
            return new Period(begins, intervalBegins.isBefore(begins) ? intervalBegins : begins, to);
        }
    }
}
