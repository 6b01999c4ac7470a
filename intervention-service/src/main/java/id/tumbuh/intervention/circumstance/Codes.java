package id.tumbuh.intervention.circumstance;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.sql.Array;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;

/** Causes as the database keeps them: an array, sent as one text a row because arrays of arrays must be of one length. */
public final class Codes {
    private Codes() {}

    /** For {@code string_to_array(…, ',')}. */
    public static String joined(Collection<Cause> causes) {
        return causes.stream().sorted().map(Cause::code).collect(joining(","));
    }

    public static Set<Cause> read(Array column) throws SQLException {
        return Arrays.stream((Object[]) column.getArray())
                .map(code -> new Cause((String) code))
                .collect(toUnmodifiableSet());
    }
}
