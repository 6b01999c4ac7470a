package id.tumbuh.reporting.statement;

/** Something said of an area, in its latest version. */
public interface Statement<T extends Statement<T>> {
    String area();

    long version();

    T withVersion(long version);

    /** What the audit calls it. */
    String kind();

    String key();
}
