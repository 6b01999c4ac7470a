package id.tumbuh.registry.member;

import id.tumbuh.registry.identity.Sex;

/** Whose age decides about a family's risk: the wife of the couple of reproductive age (PUS). */
final class Wives {
    /** The same said in SQL, of a row of {@code member}. */
    static final String CONDITION = "active and sex = 'P' and (relation = 'WIFE' or marital_status = 'MARRIED')";

    private Wives() {}

    static boolean mayBe(NewMember member) {
        return member.sex() == Sex.P
                && (member.relation() == Relation.WIFE || member.maritalStatus() == MaritalStatus.MARRIED);
    }
}
