package id.tumbuh.registry.lifeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tumbuh.registry.pregnancy.LifePolicy;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Stages of a life in the order in which they began. */
@Schema(name = "LifeLine", examples = """
        {"stages": [
           {"stage": "CATIN", "id": "0198c1a0-0000-7000-8000-000000000008", "from": "2024-01-12", "until": "2024-04-18",
            "outcome": "MARRIED"},
           {"stage": "PREGNANCY", "id": "0198c1a0-0000-7000-8000-000000000006", "from": "2024-06-10", "until": "2025-03-01",
            "outcome": "LIVE_BIRTH"},
           {"stage": "CHILD", "id": "0198c1a0-0000-7000-8000-000000000002", "from": "2025-03-01",
            "firstDays": {"begin": "2024-06-04", "end": "2027-03-01", "day": 420}}]}""")
record LifeLine(List<Stage> stages) {
    LifeLine {
        stages = List.copyOf(stages);
    }

    /** What somebody is in the eyes of the programme. */
    enum Kind {
        CATIN,
        PREGNANCY,
        CHILD
    }

    /**
     * A stage; one without an end goes on.
     *
     * @param id of the couple, the pregnancy or the child
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "LifeStage")
    record Stage(
            Kind stage,
            UUID id,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable LocalDate expectedOn,
            @Nullable String outcome,
            @Nullable FirstDays firstDays) {}

    /**
     * The first thousand days of life (1.000 HPK): in the womb and after.
     *
     * @param day which of them today is; null before and after
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "FirstThousandDays")
    record FirstDays(
            LocalDate begin, LocalDate end, @Nullable Integer day) {

        static FirstDays ofBorn(LocalDate birth, LifePolicy policy) {
            return from(birth.minusDays(policy.firstDaysInTheWomb()), policy);
        }

        /** Not born yet: counted back from the day it is expected. */
        static @Nullable FirstDays ofExpected(@Nullable LocalDate expectedOn, LifePolicy policy) {
            return expectedOn == null ? null : ofBorn(expectedOn, policy);
        }

        private static FirstDays from(LocalDate begin, LifePolicy policy) {
            LocalDate end = begin.plusDays(policy.firstDays());
            boolean isInside = !policy.today().isBefore(begin) && policy.today().isBefore(end);
            Integer day = isInside ? Math.toIntExact(ChronoUnit.DAYS.between(begin, policy.today())) + 1 : null;
            return new FirstDays(begin, end, day);
        }
    }
}
