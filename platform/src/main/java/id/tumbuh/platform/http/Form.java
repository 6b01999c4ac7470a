package id.tumbuh.platform.http;

import java.util.Optional;

/** A body, or a row of one, as it is written in JSON. */
public interface Form {
    /** The first thing wrong with it, by a pointer from the form itself. */
    Optional<Problem.Violation> fault();
}
