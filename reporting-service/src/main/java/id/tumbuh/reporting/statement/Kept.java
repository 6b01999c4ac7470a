package id.tumbuh.reporting.statement;

/** What became of a statement that was sent. */
public sealed interface Kept<T> {
    record Created<T>(T now) implements Kept<T> {
        public Created {}
    }

    record Changed<T>(T now) implements Kept<T> {
        public Changed {}
    }

    /** It said the same before. */
    record Unchanged<T>(T now) implements Kept<T> {
        public Unchanged {}
    }

    /** It says something else, and the sender has not said which version to replace. */
    record Taken<T>() implements Kept<T> {
        public Taken {}
    }

    /** Not the version the sender has read. */
    record Stale<T>() implements Kept<T> {
        public Stale {}
    }

    /** Of an area the sender does not answer for. */
    record NotYours<T>() implements Kept<T> {
        public NotYours {}
    }
}
