package id.tumbuh.registry.batch;

import id.tumbuh.platform.http.ProblemCode;

/** What became of a merge, or of undoing one. */
public sealed interface Merging {
    record Done() implements Merging {}

    /** It is so already: the same request sent again. */
    record Unchanged() implements Merging {}

    /** Not there, or not the actor's business: nobody learns which. */
    record Unknown() implements Merging {}

    /** Not possible; the field is a JSON pointer into the request. */
    record Refused(ProblemCode reason, String field) implements Merging {}
}
