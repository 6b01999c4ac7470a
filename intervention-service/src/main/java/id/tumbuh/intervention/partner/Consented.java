package id.tumbuh.intervention.partner;

/**
 * As a condition of SQL the rule by which {@code placement} lets somebody be helped: the guardian of a child, or the family of a
 * pregnant woman, consented for the programme as a whole or for this client.
 */
public final class Consented {
    private static final String HOLDS =
            " and c.purpose = :purpose and not c.withdrawn and :day between c.valid_from and c.valid_until"
                    + " and (c.partner is null or c.partner = ";

    private Consented() {}

    /**
     * Binds {@code :purpose} and {@code :day}.
     *
     * @param row alias of what has {@code child_id} and {@code family_id}
     * @param client an expression for the client
     */
    public static String sql(String row, String client) {
        return """
                (case when ROW.child_id is not null
                    then exists (select from permission c where c.child_id = ROW.child_idHOLDS))
                    else exists (select from permission c where c.child_id is null and c.family_id = ROW.family_idHOLDS))
                end)""".replace("ROW", row).replace("HOLDS", HOLDS + client);
    }
}
