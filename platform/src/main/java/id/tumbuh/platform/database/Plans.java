package id.tumbuh.platform.database;

/** How the statements of a transaction are planned (ADR 33). */
public enum Plans {
    /** As the server is set up, which in Tumbuh is anew for each execution: the best plan for these parameters, at the price of planning. */
    OF_THE_SERVER(""),

    /**
     * Once for a connection, until the statistics of a table change. For short work that finds every row by its key: where the plan is
     * the same whatever the parameters are, planning costs several times what the execution does.
     */
    KEPT(" || set_config('plan_cache_mode', 'force_generic_plan', true)");

    private final String setting;

    Plans(String setting) {
        this.setting = setting;
    }

    /** What is added to the settings with which a transaction begins: no statement of its own. */
    String setting() {
        return setting;
    }
}
