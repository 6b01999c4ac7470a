package id.tumbuh.load;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a run of the ingest benchmark does. */
record Settings(int children, int history, int seconds, int clients, int rowsPerRequest, int singlesPerSecond) {

    static Settings parse(List<String> arguments) {
        Map<String, Integer> given = new HashMap<>();
        for (int i = 0; i + 1 < arguments.size(); i += 2) {
            given.put(arguments.get(i), Integer.valueOf(arguments.get(i + 1)));
        }
        return new Settings(
                given.getOrDefault("--children", 20_000),
                given.getOrDefault("--history", 0),
                given.getOrDefault("--seconds", 60),
                given.getOrDefault("--clients", 3),
                500,
                50);
    }
}
