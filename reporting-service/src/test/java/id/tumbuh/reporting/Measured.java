package id.tumbuh.reporting;

import id.tumbuh.platform.messaging.Announcement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One revision of a measurement; the default is a weighed boy of 14 months who is well. */
public record Measured(
        UUID id,
        UUID child,
        long version,
        LocalDate on,
        String area,
        int ageMonths,
        boolean voided,
        String height,
        String weightForHeight,
        String weight,
        boolean implausible,
        @Nullable UUID posyandu,
        @Nullable String mark) {

    public static Measured of(UUID child, LocalDate on, String area) {
        return new Measured(
                UUID.randomUUID(), child, 1, on, area, 14, false, "NORMAL", "NORMAL", "NORMAL", false, null, null);
    }

    public Measured withId(UUID other) {
        return new Measured(
                other,
                child,
                version,
                on,
                area,
                ageMonths,
                voided,
                height,
                weightForHeight,
                weight,
                implausible,
                posyandu,
                mark);
    }

    public Measured height(String category) {
        return new Measured(
                id,
                child,
                version,
                on,
                area,
                ageMonths,
                voided,
                category,
                weightForHeight,
                weight,
                implausible,
                posyandu,
                mark);
    }

    public Measured weightForHeight(String category) {
        return new Measured(
                id, child, version, on, area, ageMonths, voided, height, category, weight, implausible, posyandu, mark);
    }

    public Measured weight(String category) {
        return new Measured(
                id,
                child,
                version,
                on,
                area,
                ageMonths,
                voided,
                height,
                weightForHeight,
                category,
                implausible,
                posyandu,
                mark);
    }

    public Measured at(UUID where) {
        return new Measured(
                id,
                child,
                version,
                on,
                area,
                ageMonths,
                voided,
                height,
                weightForHeight,
                weight,
                implausible,
                where,
                mark);
    }

    /** With a mark on the growth card: B, O, N or T. */
    public Measured marked(String letter) {
        return new Measured(
                id,
                child,
                version,
                on,
                area,
                ageMonths,
                voided,
                height,
                weightForHeight,
                weight,
                implausible,
                posyandu,
                letter);
    }

    public Measured aged(int months) {
        return new Measured(
                id,
                child,
                version,
                on,
                area,
                months,
                voided,
                height,
                weightForHeight,
                weight,
                implausible,
                posyandu,
                mark);
    }

    public Measured beyondPlausible() {
        return new Measured(
                id, child, version, on, area, ageMonths, voided, height, weightForHeight, weight, true, posyandu, mark);
    }

    public Measured correctedTo(LocalDate day) {
        return new Measured(
                id,
                child,
                version + 1,
                day,
                area,
                ageMonths,
                voided,
                height,
                weightForHeight,
                weight,
                implausible,
                posyandu,
                mark);
    }

    public Measured voidedNow() {
        return new Measured(
                id,
                child,
                version + 1,
                on,
                area,
                ageMonths,
                true,
                height,
                weightForHeight,
                weight,
                implausible,
                posyandu,
                mark);
    }

    /** The same measurement as another child's, two versions later: voided where it was in between. */
    public Measured givenTo(UUID other, String itsArea) {
        return new Measured(
                id,
                other,
                version + 2,
                on,
                itsArea,
                ageMonths,
                voided,
                height,
                weightForHeight,
                weight,
                implausible,
                posyandu,
                mark);
    }

    public Announcement event() {
        return Given.event(
                "measurement.measurements",
                version == 1 ? "measurement.child-measured" : "measurement.measurement-corrected",
                id.toString(),
                child.toString(),
                version,
                """
                {"measurementId":"%s","version":%d,"childId":"%s","familyId":"%s","areaCode":"%s","sex":"L",%s
                "measuredOn":"%s","ageDays":%d,"ageMonths":%d,"voided":%s,"source":"POSYANDU","weightKg":8.9,
                "lengthHeightCm":73.5,"positionAssumed":false,"oedema":false,"indices":{
                "lengthHeightForAge":{"z":-1.2,"implausible":%s,"category":"%s"},
                "weightForLengthHeight":{"z":-0.4,"implausible":false,"category":"%s"},
                "weightForAge":{"z":-0.8,"implausible":false,"category":"%s"}},%s
                "standard":"WHO-2006","ruleVersion":"1"}""".formatted(
                                id,
                                version,
                                child,
                                child,
                                area,
                                posyandu == null ? "" : "\"posyanduId\":\"" + posyandu + "\",",
                                on,
                                ageMonths * 30,
                                ageMonths,
                                voided,
                                implausible,
                                height,
                                weightForHeight,
                                weight,
                                growthCard()));
    }

    /** As the contract has it: on the weighing that counts, with the month it is of. */
    private String growthCard() {
        return mark == null ? "" : """
                "growthCard":{"month":"%s","mark":"%s","notGainedInARow":0,"twiceNotGained":false,"ruleVersion":"kms-1"},""".formatted(YearMonth.from(on), mark);
    }
}
