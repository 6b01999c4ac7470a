package id.tumbuh.reporting.quality;

import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.reporting.Given;
import java.util.UUID;

/**
 * An assessment of a posyandu as measurement-service announces it.
 *
 * @param rounded heights that end in .0 or .5, of the measured
 */
public record Assessed(UUID posyandu, String month, long version, String area, int measured, int cases, int rounded) {

    public static Assessed of(UUID posyandu, String month, String area) {
        return new Assessed(posyandu, month, 1, area, 40, 4, 8);
    }

    public Assessed version(long other) {
        return new Assessed(posyandu, month, other, area, measured, cases, rounded);
    }

    public Assessed cases(int other) {
        return new Assessed(posyandu, month, version, area, measured, other, rounded);
    }

    public Assessed rounded(int other) {
        return new Assessed(posyandu, month, version, area, measured, cases, other);
    }

    public Announcement event() {
        String heights = rounded * 2 > measured ? "POOR" : "GOOD";
        String cases = this.cases == 0 ? "ATTENTION" : "GOOD";
        String worst = heights.equals("POOR") ? heights : cases;
        String key = posyandu + "/" + month;
        return Given.event(
                "measurement.quality",
                "measurement.measuring-quality-assessed",
                key,
                posyandu.toString(),
                version,
                """
                {"posyanduId":"%s","month":"%s","version":%d,"areaCode":"%s","months":6,"measured":%d,"verdict":"%s",
                "indicators":[
                {"code":"IMPLAUSIBLE","numerator":1,"denominator":%d,"value":0.025,"verdict":"GOOD"},
                {"code":"SPREAD","numerator":%d,"denominator":%d,"value":1.1,"verdict":"GOOD"},
                {"code":"ROUNDED_HEIGHTS","numerator":%d,"denominator":%d,"value":%s,"verdict":"%s"},
                {"code":"SHRUNK","numerator":0,"denominator":0,"value":null,"verdict":"TOO_FEW"},
                {"code":"NO_CASE","numerator":%d,"denominator":%d,"value":0.0,"verdict":"%s"}],
                "ruleVersion":"quality-1"}""".formatted(
                                posyandu,
                                month,
                                version,
                                area,
                                measured,
                                worst,
                                measured,
                                measured,
                                measured,
                                rounded,
                                measured,
                                rounded / (double) measured,
                                heights,
                                this.cases,
                                measured,
                                cases));
    }
}
