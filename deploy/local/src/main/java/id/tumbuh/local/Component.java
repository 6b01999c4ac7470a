package id.tumbuh.local;

import java.util.List;
import java.util.Locale;

/** The processes of an installation, in the order in which they start. */
public enum Component {
    /** PostgreSQL and Kafka. */
    SERVERS,
    REGISTRY,
    MEASUREMENT,
    INTERVENTION,
    REPORTING;

    /** Those that answer HTTP. */
    public static final List<Component> SERVICES = List.of(REGISTRY, MEASUREMENT, INTERVENTION, REPORTING);

    /** The name in commands, files and messages. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
