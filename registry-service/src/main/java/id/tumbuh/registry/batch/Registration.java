package id.tumbuh.registry.batch;

import id.tumbuh.platform.http.ProblemCode;
import java.util.Set;

/** What became of one row of a registration in bulk. */
public sealed interface Registration {

    /** Stored; {@code warnings} are codes of what looks odd and is kept all the same. */
    record Created(Set<String> warnings) implements Registration {
        public Created {
            warnings = Set.copyOf(warnings);
        }
    }

    /** The same id with the same content was stored before: sending again is safe. */
    record Unchanged() implements Registration {}

    /** The id is taken by other content; a correction goes by PUT. */
    record Conflict() implements Registration {}

    /** Refused, with the JSON pointer of the field inside the row. */
    record Invalid(ProblemCode reason, String field) implements Registration {}
}
