package id.tumbuh.load;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers given on the command line, as {@code --families 200000}. */
record Arguments(Map<String, Integer> given) {
    Arguments {
        given = Map.copyOf(given);
    }

    static Arguments parse(List<String> arguments) {
        Map<String, Integer> given = new HashMap<>();
        for (int i = 0; i + 1 < arguments.size(); i += 2) {
            given.put(arguments.get(i), Integer.valueOf(arguments.get(i + 1)));
        }
        return new Arguments(given);
    }

    int number(String name, int otherwise) {
        return given.getOrDefault(name, otherwise);
    }
}
