package id.tumbuh.intervention.matching;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How many of each kecamatan would be helped if every kecamatan had the same part of its needs helped. */
final class FairShares {
    private FairShares() {}

    /** Rounded down, so that all shares together never need more places than there are. */
    static Map<String, Integer> of(List<SoughtNeed> needs, List<FreeSponsor> sponsors) {
        Map<String, Integer> sought = new HashMap<>();
        needs.forEach(need -> sought.merge(need.kecamatan(), 1, Integer::sum));
        long places = Math.min(
                needs.size(), sponsors.stream().mapToLong(FreeSponsor::free).sum());
        Map<String, Integer> shares = new HashMap<>();
        sought.forEach((kecamatan, count) ->
                shares.put(kecamatan, needs.isEmpty() ? 0 : Math.toIntExact(count * places / needs.size())));
        return shares;
    }
}
