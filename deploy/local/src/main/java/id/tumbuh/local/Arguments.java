package id.tumbuh.local;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** What a person asked the {@code tumbuh} command to do. */
sealed interface Arguments {

    String USAGE = """
            usage: ./tumbuh COMMAND

              up [--detach] [--data DIR] [--no-demo]   build what is missing and start everything
              down [--data DIR]                        stop everything
              status [--data DIR]                      what runs, where, and how much memory it has
              demo [--children N] [--data DIR]         load a synthetic e-PPGBM file of Kabupaten Serang
              token --role ROLE [--wilayah CODE]... [--client ID] [--opd FIELD] [--data DIR]
                                                       print a bearer token, valid for 12 hours
              logs [SERVICE] [--follow] [--data DIR]   the latest lines of one log or of all
              audit-verify [--data DIR]                compare every service's audit with its chain and with the topic
              test                                     run every test
            """;

    record Up(Path data, boolean detach, boolean demo) implements Arguments {}

    record Down(Path data) implements Arguments {}

    record Status(Path data) implements Arguments {}

    record LoadDemo(Path data, int children) implements Arguments {}

    record Token(Path data, Grant grant) implements Arguments {}

    record Logs(Path data, List<Component> components, boolean follow) implements Arguments {}

    record VerifyAudit(Path data) implements Arguments {}

    /** Of the build: makes the AOT caches. */
    record Train() implements Arguments {}

    /**
     * Reads the words after the command.
     *
     * @throws IllegalArgumentException with a line for the person who typed it
     */
    static Arguments parse(List<String> words, Path usualData) {
        if (words.isEmpty()) {
            throw new IllegalArgumentException("Which command?");
        }
        Options options = Options.of(words.subList(1, words.size()), usualData);
        return switch (words.getFirst()) {
            case "up" -> {
                options.allow("--detach", "--no-demo");
                yield new Up(options.data, options.has("--detach"), !options.has("--no-demo"));
            }
            case "down" -> {
                options.allow();
                yield new Down(options.data);
            }
            case "status" -> {
                options.allow();
                yield new Status(options.data);
            }
            case "demo" -> {
                options.allow("--children");
                yield new LoadDemo(options.data, children(options.value("--children")));
            }
            case "token" -> {
                options.allow("--role", "--wilayah", "--client", "--opd");
                String role = options.value("--role")
                        .orElseThrow(() ->
                                new IllegalArgumentException("Which role? --role tpps, for example; the roles are "
                                        + String.join(", ", Grant.ROLES)));
                yield new Token(
                        options.data,
                        Grant.of(role, options.values("--wilayah"), options.value("--client"))
                                .forOpd(options.value("--opd")));
            }
            case "logs" -> {
                options.allow("--follow");
                yield new Logs(options.data, components(options.words), options.has("--follow"));
            }
            case "audit-verify" -> {
                options.allow();
                yield new VerifyAudit(options.data);
            }
            case "train" -> {
                options.allow();
                yield new Train();
            }
            default -> throw new IllegalArgumentException("No command " + words.getFirst());
        };
    }

    private static int children(Optional<String> value) {
        if (value.isEmpty()) {
            return Demo.CHILDREN;
        }
        if (!value.get().matches("[1-9]\\d{0,5}")) {
            throw new IllegalArgumentException("--children must be a number from 1 to 128185, is " + value.get());
        }
        return Integer.parseInt(value.get());
    }

    private static List<Component> components(List<String> names) {
        if (names.isEmpty()) {
            return List.of(Component.values());
        }
        return names.stream().map(Arguments::component).toList();
    }

    private static Component component(String name) {
        for (Component component : Component.values()) {
            if (component.label().equals(name)) {
                return component;
            }
        }
        throw new IllegalArgumentException(
                "No log " + name + "; there are servers, registry, measurement, intervention, reporting");
    }

    /** The words after the command: {@code --name value}, {@code --name}, and for logs plain words. */
    final class Options {
        private static final List<String> WITHOUT_VALUE = List.of("--detach", "--no-demo", "--follow");

        private final Path data;
        private final List<String> words = new ArrayList<>();
        private final List<String> names = new ArrayList<>();
        private final List<String> values = new ArrayList<>();

        private Options(Deque<String> rest, Path usualData) {
            Path chosen = usualData;
            while (!rest.isEmpty()) {
                String word = rest.removeFirst();
                if (!word.startsWith("--")) {
                    words.add(word);
                    continue;
                }
                String value = WITHOUT_VALUE.contains(word) ? "" : required(word, rest);
                if (word.equals("--data")) {
                    chosen = Path.of(value).toAbsolutePath().normalize();
                } else {
                    names.add(word);
                    values.add(value);
                }
            }
            data = chosen;
        }

        static Options of(List<String> words, Path usualData) {
            return new Options(new ArrayDeque<>(words), usualData);
        }

        void allow(String... allowed) {
            for (String name : names) {
                if (!List.of(allowed).contains(name)) {
                    throw new IllegalArgumentException("No option " + name + " here");
                }
            }
            if (!words.isEmpty() && !List.of(allowed).contains("--follow")) {
                throw new IllegalArgumentException("What is " + words.getFirst() + "?");
            }
        }

        boolean has(String name) {
            return names.contains(name);
        }

        Optional<String> value(String name) {
            return values(name).stream().reduce((_, last) -> last);
        }

        List<String> values(String name) {
            List<String> found = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                if (names.get(i).equals(name)) {
                    found.add(values.get(i));
                }
            }
            return found;
        }

        private static String required(String name, Deque<String> rest) {
            if (rest.isEmpty()) {
                throw new IllegalArgumentException(name + " needs a value");
            }
            return rest.removeFirst();
        }
    }
}
