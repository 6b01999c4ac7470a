package id.tumbuh.local;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which port each part of an installation listens on. */
public record PortPlan(int postgres, int kafka, Map<Component, Integer> services) {

    static final int POSTGRES = 5442;
    static final int KAFKA = 9192;
    private static final int FIRST_SERVICE = 8081;

    public PortPlan {
        services = Map.copyOf(services);
    }

    /** The fixed ports, each of which an environment variable such as {@code TUMBUH_REGISTRY_PORT} overrides. */
    static PortPlan fixed(Map<String, String> environment) {
        Map<Component, Integer> services = new EnumMap<>(Component.class);
        for (Component service : Component.SERVICES) {
            int usual = FIRST_SERVICE + Component.SERVICES.indexOf(service);
            services.put(service, port(environment, service.name(), usual));
        }
        return new PortPlan(port(environment, "POSTGRES", POSTGRES), port(environment, "KAFKA", KAFKA), services);
    }

    /** Ports that nobody uses at the moment. */
    public static PortPlan free() throws IOException {
        Map<Component, Integer> services = new EnumMap<>(Component.class);
        for (Component service : Component.SERVICES) {
            services.put(service, Ports.free());
        }
        return new PortPlan(Ports.free(), Ports.free(), services);
    }

    public int of(Component service) {
        return Optional.ofNullable(services.get(service))
                .orElseThrow(() -> new IllegalArgumentException(service + " has more than one port"));
    }

    /** A line for each port that another program, or another part, already has. */
    List<String> conflicts() {
        List<String> conflicts = new ArrayList<>();
        Map<Integer, String> taken = new HashMap<>();
        variables().forEach((name, port) -> {
            String other = taken.putIfAbsent(port, name);
            if (other != null) {
                conflicts.add("Port " + port + " is given to two parts, by " + variable(other) + " and "
                        + variable(name) + ".");
            } else if (Ports.inUse(port)) {
                conflicts.add("Port " + port + " (" + name.toLowerCase(Locale.ROOT)
                        + ") is in use by another program. Stop that, or choose another port: " + variable(name)
                        + "=" + (port < 50_000 ? port + 10_000 : port - 10_000) + " ./tumbuh up");
            }
        });
        return conflicts;
    }

    static String variable(String name) {
        return "TUMBUH_" + name + "_PORT";
    }

    private Map<String, Integer> variables() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("POSTGRES", postgres);
        ports.put("KAFKA", kafka);
        Component.SERVICES.forEach(service -> ports.put(service.name(), of(service)));
        return ports;
    }

    private static int port(Map<String, String> environment, String name, int usual) {
        String value = environment.getOrDefault(variable(name), "");
        if (value.isBlank()) {
            return usual;
        }
        if (value.matches("\\d{1,5}")) {
            int port = Integer.parseInt(value);
            if (port >= 1 && port <= 65_535) {
                return port;
            }
        }
        throw new IllegalArgumentException(variable(name) + " must be a port from 1 to 65535, is " + value);
    }
}
