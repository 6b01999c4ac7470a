package id.tumbuh.local;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reports of the deliveries that are due, as the kitchens would send them: most came, some did not. Sent once more it changes nothing. */
final class DemoDeliveries {

    private static final String AREA = "36.04";
    private static final String WHAT =
            "\\{\"id\":\"([0-9a-f-]{36})\"[^{}]*?\"plannedOn\":\"([0-9-]{10})\"[^{}]*?\"plannedQuantity\":([0-9.]+)";

    private static final Pattern PLANNED = Pattern.compile(WHAT);
    /** Missed by time alone: that gives way to any report. */
    private static final Pattern NOT_REPORTED = Pattern.compile(WHAT + "[^{}]*?\"reason\":\"NOT_REPORTED\"");

    private static final int MOST = 1000;
    private static final int MONTHS = 3;
    /** One of so many does not come, and one of as many is turned away. */
    private static final int RARE = 11;

    private final ServiceApi api;
    private final LocalDate today;

    DemoDeliveries(ServiceApi api, LocalDate today) {
        this.api = api;
        this.today = today;
    }

    void send(Consumer<String> tell) throws IOException, InterruptedException {
        // time may make one missed between the two questions
        Map<String, MatchResult> planned = new LinkedHashMap<>();
        Stream.concat(due("PLANNED", PLANNED), due("MISSED", NOT_REPORTED))
                .forEach(one -> planned.putIfAbsent(one.group(1), one));
        if (planned.isEmpty()) {
            tell.accept("No delivery is due: nobody was promised anything that had to come by today");
            return;
        }
        List<String> rows = new ArrayList<>();
        for (MatchResult one : planned.values().stream().limit(MOST).toList()) {
            rows.add(report(one, Math.floorMod(one.group(1).hashCode(), RARE)));
        }
        api.post("/v1/deliveries:batch", "[" + String.join(",", rows) + "]");
        tell.accept("%d deliveries reported".formatted(rows.size()));
    }

    private Stream<MatchResult> due(String state, Pattern pattern) throws IOException, InterruptedException {
        ServiceApi.Answer due = api.get("/v1/deliveries?area=" + AREA + "&state=" + state + "&from="
                + today.minusMonths(MONTHS) + "&to=" + today + "&limit=" + MOST);
        return pattern.matcher(due.body()).results();
    }

    private static String report(MatchResult planned, int kind) {
        String begin = "{\"id\": \"" + planned.group(1) + "\", \"day\": \"" + planned.group(2) + "\", \"outcome\": ";
        return switch (kind) {
            case 0 -> begin + "\"MISSED\", \"reason\": \"NO_TRANSPORT\"}";
            case 1 -> begin + "\"REFUSED\", \"reason\": \"NOT_WANTED\"}";
            default -> begin + "\"DELIVERED\", \"quantity\": " + planned.group(3) + "}";
        };
    }
}
