package id.tumbuh.intervention.placement;

import id.tumbuh.intervention.circumstance.Beneficiary;
import id.tumbuh.intervention.need.Item;
import id.tumbuh.intervention.need.Need;
import java.util.Arrays;
import java.util.Set;
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
            select exists (
                    select from permission c
                    where %s and c.purpose = :purpose and not c.withdrawn and :first between c.valid_from and c.valid_until
                        and (c.partner is null or c.partner = cast(:client as text))) as allowed,
                items_paid_by_programmes(:need, :first, :last) as paid_for""";

    private static final String OF_CHILD = ASK.formatted("c.child_id = :of");
    private static final String OF_FAMILY = ASK.formatted("c.child_id is null and c.family_id = :of");

    Terms {
        paidFor = Set.copyOf(paidFor);
    }

    /**
     * Under the lock of the need's family: programmes enrol under it too, so of a sponsor and a programme that come at once one sees
     * the other.
     *
     * @param client the application that acts for the sponsor; null for sponsors whom the programme looks after itself
     */
    static Terms of(Handle sql, Need.Open need, @Nullable String client, ClaimNeed.Moment moment) {
        boolean child = need.of().kind() == Beneficiary.Kind.CHILD;
        return sql.createQuery(child ? OF_CHILD : OF_FAMILY)
                .bind("of", child ? need.of().id() : need.home().familyId())
                .bind("purpose", moment.rules().consentPurpose())
                .bind("client", client)
                .bind("need", need.id())
                .bind("first", moment.today())
                .bind("last", moment.today().plusDays(moment.rules().periodDays() - 1L))
                .map((row, _) -> new Terms(
                        row.getBoolean("allowed"),
                        Arrays.stream((Object[]) row.getArray("paid_for").getArray())
                                .map(item -> Item.Kind.valueOf((String) item))
                                .collect(Collectors.toSet())))
                .one();
    }
}
