package id.tumbuh.intervention.matching;

import com.fasterxml.jackson.databind.JsonNode;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.AreaLevel;
import id.tumbuh.platform.rules.RuleSet;

/**
 * What counts how much in a plan, in points: the dated rule {@code matching.weights}.
 *
 * @param rank for each point of a need's rank
 * @param fairShare for each need helped of a kecamatan's fair share: its part of all needs
 * @param wish where the sponsor would like to help, or anywhere if it doesn't mind
 * @param earlier who helped before
 */
public record MatchWeights(
        int rank, int fairShare, int wish, int earlier, Distance distance, int earlierDays, int version) {
    private static final String CODE = "matching.weights";

    /** Points by how near the sponsor belongs. */
    public record Distance(int sameDesa, int sameKecamatan, int sameKabupaten) {

        /** A sponsor of a whole kabupaten is near to nobody in particular. */
        int points(AreaCode sponsor, AreaCode need) {
            if (sponsor.equals(need)) {
                return sameDesa;
            }
            if (share(sponsor, need, AreaLevel.KECAMATAN)) {
                return sameKecamatan;
            }
            return share(sponsor, need, AreaLevel.KABUPATEN_KOTA) ? sameKabupaten : 0;
        }

        private static boolean share(AreaCode one, AreaCode other, AreaLevel level) {
            int length = level.codeLength();
            return one.value().length() >= length
                    && other.value().length() >= length
                    && one.value().regionMatches(0, other.value(), 0, length);
        }
    }

    static MatchWeights of(RuleSet rules) {
        JsonNode weights = rules.json(CODE);
        JsonNode distance = weights.get("distance");
        return new MatchWeights(
                weights.get("rank").intValue(),
                weights.get("fairShare").intValue(),
                weights.get("wish").intValue(),
                weights.get("earlier").intValue(),
                new Distance(
                        distance.get("sameDesa").intValue(),
                        distance.get("sameKecamatan").intValue(),
                        distance.get("sameKabupaten").intValue()),
                weights.get("earlierDays").intValue(),
                rules.rule(CODE).version());
    }

    /** How well the two suit each other, whoever else there is. */
    int pair(SoughtNeed.Facts need, FreeSponsor sponsor) {
        return distance.points(sponsor.area(), need.area())
                + (sponsor.wishesFor(need.area()) ? wish : 0)
                + (need.earlier().contains(sponsor.id()) ? earlier : 0);
    }
}
