package id.tumbuh.local;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the built programs and the data of an installation lie. */
record Layout(Path root, Path data) {

    Layout {
        root = root.toAbsolutePath().normalize();
        data = data.toAbsolutePath().normalize();
    }

    Path logs() {
        return data.resolve("logs");
    }

    Path log(Component component) {
        return logs().resolve(component.label() + ".log");
    }

    /** Process records and the lock. */
    Path run() {
        return data.resolve("run");
    }

    Path keys() {
        return data.resolve("keys");
    }

    Path signIn() {
        return data.resolve("sign-in");
    }

    Path photos() {
        return data.resolve("photos");
    }

    Path postgres() {
        return data.resolve("postgresql");
    }

    Secrets secrets() {
        return new Secrets(data.resolve("secrets"));
    }

    /** The path that a person would type, when the data lies below the current folder. */
    static String shown(Path path) {
        Path here = Path.of("").toAbsolutePath();
        return path.startsWith(here) ? here.relativize(path).toString() : path.toString();
    }

    Path serviceJar(Component service) {
        return root.resolve(service.label() + "-service/target/quarkus-app/quarkus-run.jar");
    }

    /** A cache of loaded classes and profiles, beside the program that it belongs to. */
    Path aotCache(Component component) {
        return component == Component.SERVERS
                ? root.resolve("deploy/local/target/servers.aot")
                : serviceJar(component).resolveSibling(component.label() + ".aot");
    }

    /** The cache, unless the program was built anew since: Java would reject it, with a warning. */
    Optional<Path> usableAotCache(Component component) throws IOException {
        Path cache = aotCache(component);
        Path program = component == Component.SERVERS ? serversProgram() : serviceJar(component);
        boolean usable =
                Files.exists(cache) && Files.exists(program) && modified(cache).compareTo(modified(program)) > 0;
        return usable ? Optional.of(cache) : Optional.empty();
    }

    /** In a fixed order: an AOT cache belongs to one class path. */
    String serversClassPath() throws IOException {
        List<String> entries = new ArrayList<>();
        entries.add(serversProgram().toString());
        try (Stream<Path> libraries = Files.list(root.resolve("deploy/local/target/lib"))) {
            libraries.map(Path::toString).sorted().forEach(entries::add);
        }
        return String.join(File.pathSeparator, entries);
    }

    /** The jar once it is packaged, since a folder of classes cannot be cached; tests run before packaging. */
    private Path serversProgram() throws IOException {
        Path classes = root.resolve("deploy/local/target/classes");
        try (Stream<Path> files = Files.list(root.resolve("deploy/local/target"))) {
            Optional<Path> jar = files.filter(
                            file -> file.getFileName().toString().matches("local-[0-9.]+(-SNAPSHOT)?\\.jar"))
                    .findFirst();
            Path servers = classes.resolve("id/tumbuh/local/Servers.class");
            boolean current = jar.isPresent()
                    && (!Files.exists(servers) || modified(jar.get()).compareTo(modified(servers)) >= 0);
            return current ? jar.get() : classes;
        }
    }

    private static FileTime modified(Path file) throws IOException {
        return Files.getLastModifiedTime(file);
    }
}
