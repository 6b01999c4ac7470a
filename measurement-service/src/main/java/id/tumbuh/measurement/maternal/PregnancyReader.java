package id.tumbuh.measurement.maternal;

import id.tumbuh.platform.http.CommonProblem;
import java.io.IOException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The fields of a check of a pregnant woman. The limits are those of a living woman, not of health. */
final class PregnancyReader implements CheckRows.ContentReader<PregnancyContent> {

    static final int MOST_WEEKS = 45;

    private @Nullable UUID pregnancyId;
    private @Nullable UUID familyId;
    private @Nullable String areaCode;
    private @Nullable LocalDate checkedOn;
    private @Nullable Integer weeks;
    private @Nullable LocalDate lastPeriod;
    private @Nullable Double armCm;
    private @Nullable Double haemoglobin;
    private @Nullable Double weightKg;
    private @Nullable Double heightCm;
    private @Nullable Integer tablets;
    private String source = "POSYANDU";

    @Override
    public boolean take(String field, CheckFields in) throws IOException {
        switch (field) {
            case "pregnancyId" -> pregnancyId = in.id(field);
            case "familyId" -> familyId = in.id(field);
            case "areaCode" -> areaCode = in.village(field);
            case "checkedOn" -> checkedOn = in.pastDate(field);
            case "gestationalWeeks" -> weeks = in.whole(field, 0, MOST_WEEKS);
            case "lastMenstrualPeriodOn" -> lastPeriod = in.date(field);
            case "armCircumferenceCm" -> armCm = in.number(field, 10, 60);
            case "haemoglobinGramsPerDl" -> haemoglobin = in.number(field, 1, 25);
            case "weightKg" -> weightKg = in.number(field, 20, 250);
            case "heightCm" -> heightCm = in.number(field, 80, 230);
            case "ironTabletsTotal" -> tablets = in.whole(field, 0, 500);
            case "source" -> source = in.source(field, source);
            default -> {
                return false;
            }
        }
        return true;
    }

    @Override
    public @Nullable PregnancyContent content(CheckFields in) {
        in.require("pregnancyId", pregnancyId);
        in.require("familyId", familyId);
        in.require("areaCode", areaCode);
        in.require("checkedOn", checkedOn);
        if (weeks != null && lastPeriod != null) {
            in.wrong("gestationalWeeks", MaternalProblem.WEEKS_GIVEN_TWICE);
        }
        if (armCm == null && haemoglobin == null && weightKg == null && tablets == null && !in.anythingWrong()) {
            in.wrong("", MaternalProblem.NOTHING_CHECKED);
        }
        if (pregnancyId == null || familyId == null || areaCode == null || checkedOn == null) {
            return null;
        }
        return new PregnancyContent(
                pregnancyId,
                familyId,
                areaCode,
                checkedOn,
                lastPeriod == null ? weeks : weeksSince(lastPeriod, checkedOn, in),
                lastPeriod,
                armCm,
                haemoglobin,
                weightKg,
                heightCm,
                tablets,
                source);
    }

    /** Completed weeks: the day a week is full belongs to it. */
    private static @Nullable Integer weeksSince(LocalDate lastPeriod, LocalDate checkedOn, CheckFields in) {
        long days = ChronoUnit.DAYS.between(lastPeriod, checkedOn);
        if (days < 0 || days / 7 > MOST_WEEKS) {
            in.wrong("lastMenstrualPeriodOn", CommonProblem.OUT_OF_RANGE);
            return null;
        }
        return (int) (days / 7);
    }
}
