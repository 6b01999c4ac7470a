package id.tumbuh.measurement.kader;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import id.tumbuh.measurement.growth.Position;
import id.tumbuh.measurement.growth.Sex;
import id.tumbuh.measurement.growth.Stunting;
import id.tumbuh.measurement.kms.GrowthMark;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a phone takes along for one day at one posyandu.
 *
 * @param rules what it decides with, by code: the rules in force on the day
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "RosterOfTheDay")
record DayRoster(
        Place posyandu, LocalDate day, Names.State names, Map<String, RuleInForce> rules, List<Entry> children) {

    /** The posyandu; without a name when registry did not answer. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "RosterPlace")
    record Place(UUID id, String area, @Nullable String name) {}

    @Schema(name = "RosterRule")
    record RuleInForce(int version, JsonNode value) {}

    /**
     * A child to be weighed.
     *
     * @param stunting as it is known today, so that a new case is told from an old one
     * @param last the card in the latest month before this one in which the child was weighed
     * @param thisMonth this month's weighing, when there is one already
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "RosterChild")
    record Entry(
            UUID id,
            Sex sex,
            LocalDate birthDate,
            Stunting stunting,
            @Nullable String name,
            @Nullable String mother,
            @Nullable String rw,
            @Nullable String rt,
            @Nullable Month last,
            @Nullable Month thisMonth) {
        @Override
        public String toString() {
            return "Entry[" + id + "]";
        }
    }

    /** A month of the card, with the weighing that counts in it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "RosterMonth")
    record Month(
            @Schema(examples = "2025-07") String month,
            LocalDate measuredOn,
            double weightKg,
            @Nullable Double lengthHeightCm,
            @Nullable Position position,
            boolean oedema,

            GrowthMark mark,

            @Schema(description = "T in a row up to this month; a missed month is skipped")
            int tInARow) {}
}
