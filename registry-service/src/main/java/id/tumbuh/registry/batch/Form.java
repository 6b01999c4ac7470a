package id.tumbuh.registry.batch;

import java.util.Optional;

/** A body, or a part of one, as it is written in JSON. */
public interface Form {
    /** The first thing wrong with it. */
    Optional<Registration.Invalid> fault();
}
