package id.tumbuh.measurement.maternal;

import id.tumbuh.measurement.maternal.CoupleFinding.CriterionCode;
import java.util.List;
import java.util.Set;

/**
 * Every number by which a check of a couple is judged.
 *
 * @param smoking which of the criteria about smoke count
 * @param leadDays how long before the wedding a couple is to be seen
 * @param versions the rules these numbers come from
 */
record CouplePolicy(
        Ages brideAge,
        Ages groomAge,
        double bmiAbove,
        double armFromCm,
        double haemoglobinFrom,
        Set<CriterionCode> smoking,
        int leadDays,
        List<String> versions) {

    /** Completed years, both ends included. */
    record Ages(int from, int to) {
        boolean contains(int years) {
            return years >= from && years <= to;
        }
    }

    CouplePolicy {
        smoking = Set.copyOf(smoking);
        versions = List.copyOf(versions);
    }
}
