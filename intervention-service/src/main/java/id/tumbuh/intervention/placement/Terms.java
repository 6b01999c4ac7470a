package id.tumbuh.intervention.placement;

import id.tumbuh.intervention.circumstance.Beneficiary;
import id.tumbuh.intervention.need.Item;
import id.tumbuh.intervention.need.Need;
import id.tumbuh.intervention.placement.ClaimNeed.Claim;
import id.tumbuh.intervention.placement.ClaimNeed.Moment;
import id.tumbuh.intervention.problem.InterventionProblem;
import id.tumbuh.platform.database.Columns;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What has to be so for a sponsor to help somebody: the guardian of a child, or the family of a pregnant woman, consented to it for
 * the programme as a whole or for the application that acts for the sponsor; and no programme of an OPD pays for the same already,
 * also one of an area above: nobody is fed twice.
 *
 * @param allowed whether a consent holds on the first day
 * @param paidFor what programmes give at some time of the period
 */
record Terms(boolean allowed, Set<Item.Kind> paidFor) {
    private static final String ASK = """
            select asked.claim, exists (
                    select from permission c
                    where (c.child_id = asked.child or asked.child is null and c.child_id is null and c.family_id = asked.family)
                        and c.purpose = asked.purpose and not c.withdrawn and asked.first_day between c.valid_from and c.valid_until
                        and (c.partner is null or c.partner = asked.client)) as allowed,
                items_paid_by_programmes(asked.need, asked.first_day, asked.last_day) as paid_for
            from unnest(?, ?, ?, ?, ?, ?, ?, ?)
                as asked (claim, need, child, family, client, purpose, first_day, last_day)""";

    Terms {
        paidFor = Set.copyOf(paidFor);
    }

    private record Question(
            UUID claim, Need.Open need, @Nullable String client) {
        @Nullable
        UUID child() {
            return need.of().kind() == Beneficiary.Kind.CHILD ? need.of().id() : null;
        }
    }

    /**
     * Under the locks of the needs' families: programmes enrol under them too, so of a sponsor and a programme that come at once one
     * sees the other. Of claims for needs that are closed nothing is asked.
     */
    static Map<Claim, Terms> of(Handle sql, Map<Claim, WantedNeed> wanted, Moment moment) {
        Map<UUID, Claim> claims = new HashMap<>();
        List<Question> questions = wanted.entrySet().stream()
                .filter(entry -> entry.getValue().need() instanceof Need.Open)
                .map(entry -> {
                    claims.put(entry.getKey().id(), entry.getKey());
                    return new Question(
                            entry.getKey().id(),
                            (Need.Open) entry.getValue().need(),
                            entry.getValue().client());
                })
                .toList();
        Map<Claim, Terms> terms = new HashMap<>();
        Columns.of(questions)
                .uuid(Question::claim)
                .uuid(question -> question.need().id())
                .uuid(Question::child)
                .uuid(question -> question.need().home().familyId())
                .text(Question::client)
                .text(_ -> moment.rules().consentPurpose())
                .as("date", _ -> moment.today())
                .as("date", _ -> moment.today().plusDays(moment.rules().periodDays() - 1L))
                .query(
                        sql,
                        ASK,
                        row -> terms.put(
                                claims.get(row.getObject("claim", UUID.class)),
                                new Terms(
                                        row.getBoolean("allowed"),
                                        Arrays.stream((Object[])
                                                        row.getArray("paid_for").getArray())
                                                .map(item -> Item.Kind.valueOf((String) item))
                                                .collect(Collectors.toSet()))));
        return terms;
    }

    /** Why what the sponsor gives may not be given; empty when it may. */
    Optional<InterventionProblem> fault(Set<Item.Kind> given) {
        if (!given.isEmpty() && paidFor.containsAll(given)) {
            return Optional.of(InterventionProblem.FUNDED_OTHERWISE);
        }
        return allowed ? Optional.empty() : Optional.of(InterventionProblem.CONSENT_MISSING);
    }
}
