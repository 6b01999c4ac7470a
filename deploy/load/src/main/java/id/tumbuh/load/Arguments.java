package id.tumbuh.load;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Numbers given on the command line, as {@code --families 200000}. */
record Arguments(Map<String, String> given) {
    Arguments {
        given = Map.copyOf(given);
    }

    static Arguments parse(List<String> arguments) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i + 1 < arguments.size(); i += 2) {
            given.put(arguments.get(i), arguments.get(i + 1));
        }
        return new Arguments(given);
    }

    int number(String name, int otherwise) {
        String value = given.get(name);
        return value == null ? otherwise : Integer.parseInt(value);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(given.get(name));
    }
}
