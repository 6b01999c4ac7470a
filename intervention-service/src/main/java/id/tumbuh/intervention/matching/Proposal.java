package id.tumbuh.intervention.matching;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a sponsor helps with a need.
 *
 * @param place in the order in which needs should be helped, from 1
 * @param points how well the two suit each other
 * @param outcome what became of it; null as long as nobody decided
 */
record Proposal(
        UUID needId,
        UUID sponsorId,
        String area,
        int place,
        int points,
        List<Reason> reasons,
        @Nullable String outcome) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<Reason>> REASONS = new TypeReference<>() {};

    Proposal {
        reasons = List.copyOf(reasons);
    }

    static List<Proposal> of(MatchPlan plan) {
        List<Proposal> proposals = new ArrayList<>();
        for (SoughtNeed need : FirstPlan.inOrder(plan)) {
            FreeSponsor sponsor = need.sponsor();
            if (sponsor != null) {
                proposals.add(new Proposal(
                        need.id(),
                        sponsor.id(),
                        need.facts().area().value(),
                        proposals.size() + 1,
                        plan.terms().weights().pair(need.facts(), sponsor),
                        Reason.of(need.facts(), sponsor, plan.terms()),
                        null));
            }
        }
        return proposals;
    }

    /** The claim that makes it a placement: the same whenever it is made again. */
    UUID claimId(UUID run) {
        return UUID.nameUUIDFromBytes(("matching/" + run + "/" + needId).getBytes(StandardCharsets.UTF_8));
    }

    String reasonsAsJson() {
        try {
            return JSON.writeValueAsString(reasons);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("reasons can't be written", impossible);
        }
    }

    static Proposal read(ResultSet row) throws SQLException {
        try {
            return new Proposal(
                    row.getObject("need_id", UUID.class),
                    row.getObject("sponsor_id", UUID.class),
                    row.getString("area_code"),
                    row.getInt("place"),
                    row.getInt("points"),
                    JSON.readValue(row.getString("reasons"), REASONS),
                    row.getString("outcome"));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("reasons of a proposal are no JSON", broken);
        }
    }
}
