package id.tumbuh.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The command lines and environments of an installation's processes. */
final class Programs {

    /** The same in training and in use: an AOT cache made under other flags is not accepted. */
    private static final List<String> SMALL =
            List.of("-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-XX:+ExitOnOutOfMemoryError");

    private static final List<String> QUIET = List.of(
            "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-Dfile.encoding=UTF-8");

    private final Layout layout;
    private final PortPlan ports;
    private final Secrets secrets;
    private final SigningKey key;
    private final AotCaches caches;

    /** Whether processes use the caches of an earlier run, or make them. */
    enum AotCaches {
        USE,
        MAKE
    }

    Programs(Layout layout, PortPlan ports, SigningKey key, AotCaches caches) {
        this.layout = layout;
        this.ports = ports;
        this.secrets = layout.secrets();
        this.key = key;
        this.caches = caches;
    }

    Launch launch(Component component) throws IOException {
        return component == Component.SERVERS ? servers() : service(component);
    }

    private Launch servers() throws IOException {
        List<String> command = java(Component.SERVERS, "384m");
        command.addAll(List.of(
                "-cp",
                layout.serversClassPath(),
                Servers.class.getName(),
                "--data",
                layout.data().toString(),
                "--postgres-port",
                Integer.toString(ports.postgres()),
                "--kafka-port",
                Integer.toString(ports.kafka()),
                "--exit-with-stdin"));
        return new Launch(Component.SERVERS, command, Map.of(), announcement(), layout.log(Component.SERVERS));
    }

    /** Where PostgreSQL and Kafka say that they are ready. */
    Path announcement() {
        return layout.run().resolve("servers.out");
    }

    private Launch service(Component service) throws IOException {
        List<String> command = java(service, heap(service));
        command.addAll(List.of("-jar", layout.serviceJar(service).toString()));
        return new Launch(service, command, environment(service), layout.log(service), layout.log(service));
    }

    private Map<String, String> environment(Component service) throws IOException {
        String name = service.label();
        Map<String, String> environment = new HashMap<>();
        environment.put("QUARKUS_HTTP_HOST", Ports.LOOPBACK);
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(ports.of(service)));
        environment.put(
                "TUMBUH_DATABASE_URL", "jdbc:postgresql://" + Ports.LOOPBACK + ":" + ports.postgres() + "/" + name);
        environment.put("TUMBUH_DATABASE_OWNER_USER", ServiceDatabases.owner(name));
        environment.put("TUMBUH_DATABASE_OWNER_PASSWORD", secrets.get(ServiceDatabases.owner(name)));
        environment.put("TUMBUH_DATABASE_USER", ServiceDatabases.application(name));
        environment.put("TUMBUH_DATABASE_PASSWORD", secrets.get(ServiceDatabases.application(name)));
        environment.put("TUMBUH_KAFKA", Ports.LOOPBACK + ":" + ports.kafka());
        environment.put("TUMBUH_AUTH_PUBLIC_KEY", key.publicKey());
        environment.put("TUMBUH_AUTH_SERVER", ""); // one that the caller's environment names is not this installation's
        environment.put("TUMBUH_AUTH_ISSUER", Tokens.ISSUER);
        environment.put("TUMBUH_AUTH_AUDIENCE", Tokens.AUDIENCE);
        switch (service) {
            case REGISTRY -> {
                environment.put(
                        "TUMBUH_MASTER_KEY_FILE",
                        layout.keys().resolve("master-key").toString());
                environment.put("TUMBUH_MASTER_KEY_GENERATE", "true");
            }
            case REPORTING -> {
                environment.put("TUMBUH_SIGN_IN_DIRECTORY", layout.signIn().toString());
                for (Component other : List.of(Component.REGISTRY, Component.MEASUREMENT, Component.INTERVENTION)) {
                    environment.put("TUMBUH_" + other.name() + "_URL", url(other));
                }
            }
            case MEASUREMENT -> {
                environment.put("TUMBUH_SIGN_IN_DIRECTORY", layout.signIn().toString());
                environment.put("TUMBUH_REGISTRY_URL", url(Component.REGISTRY));
            }
            case INTERVENTION -> {
                environment.put("TUMBUH_SIGN_IN_DIRECTORY", layout.signIn().toString());
                environment.put(
                        "TUMBUH_PARTNER_KEY_FILE",
                        layout.keys().resolve("partner-key").toString());
                environment.put("TUMBUH_PARTNER_KEY_GENERATE", "true");
                environment.put("TUMBUH_PHOTOS_DIRECTORY", layout.photos().toString());
            }
            case SERVERS -> {
                // nothing but what all have
            }
        }
        return environment;
    }

    String url(Component service) {
        return "http://" + Ports.LOOPBACK + ":" + ports.of(service);
    }

    private List<String> java(Component component, String heap) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-D" + ProcessRecord.MARK + ".component=" + component.label()); // by which it is found again
        command.add("-Xmx" + heap);
        command.addAll(SMALL);
        command.addAll(QUIET);
        Optional<Path> usable = layout.usableAotCache(component);
        switch (caches) {
            case MAKE -> command.add("-XX:AOTCacheOutput=" + layout.aotCache(component));
            case USE -> usable.ifPresent(cache -> command.add("-XX:AOTCache=" + cache));
        }
        // A cache that does not fit costs speed, nothing else; its warnings would mix with what the process says.
        command.addAll(List.of("-Xlog:disable", "-Xlog:all=error:stderr"));
        return command;
    }

    private static String heap(Component service) {
        String chosen = System.getenv("TUMBUH_" + service.name() + "_HEAP");
        return chosen == null || chosen.isBlank() ? "256m" : chosen;
    }
}
