package id.tumbuh.reporting.evaluation;

import id.tumbuh.reporting.indicator.Period;

/** Which report: of an area and semester. */
public record EvaluationKey(String area, Period period) {
    @Override
    public String toString() {
        return area + "/" + period.code();
    }
}
