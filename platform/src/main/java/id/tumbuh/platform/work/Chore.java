package id.tumbuh.platform.work;

/** Work that is due by the clock, in steps of one short transaction each. */
public interface Chore {
    /** For logs and metrics, as {@code needs.aged}. */
    String name();

    /**
     * Does the next portion of what is due. Several replicas call it at once: rows are locked, or skipped when locked.
     *
     * @return whether there may be more
     */
    boolean step();
}
