package id.tumbuh.platform.limits;

import id.tumbuh.platform.rules.RuleBook;
import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

/** What each application or address has left in each group of paths. */
@ApplicationScoped
class Limits {
    static final String METRIC = "tumbuh.requests.limited";
    private static final Clock CLOCK = Clock.system(ZoneId.of("Asia/Jakarta"));

    private final Map<String, LimitConfig.Group> groups;
    private final RuleBook rules;
    private final MeterRegistry meters;
    private final Buckets buckets;

    Limits(LimitConfig config, RuleBook rules, MeterRegistry meters) {
        this.groups = Map.copyOf(config.groups());
        this.rules = rules;
        this.meters = meters;
        this.buckets = new Buckets(TimeMeter.SYSTEM_NANOTIME, config.mostRemembered());
    }

    /** Whether requests of this kind are counted at all. */
    boolean counts(String method, String path) {
        return groups.values().stream().anyMatch(group -> isOf(group, method, path));
    }

    /** Seconds until the asker may ask this; 0 when it may now. */
    int secondsToWait(String asker, String method, String path) {
        int wait = 0;
        for (Map.Entry<String, LimitConfig.Group> entry : groups.entrySet()) {
            if (isOf(entry.getValue(), method, path)) {
                wait = Math.max(wait, take(asker, entry.getKey(), entry.getValue()));
            }
        }
        return wait;
    }

    static boolean isOf(LimitConfig.Group group, String method, String path) {
        return group.methods().contains(method)
                && (path.equals(group.path())
                        || path.startsWith(group.path() + "/")
                        || path.startsWith(group.path() + ":"));
    }

    private int take(String asker, String name, LimitConfig.Group group) {
        long perMinute = rules.on(LocalDate.now(CLOCK)).number(group.rule()).longValueExact();
        int wait = buckets.take(name, asker, perMinute);
        if (wait > 0) {
            meters.counter(METRIC, "group", name).increment(); // never the asker: metrics have no end of labels
        }
        return wait;
    }
}
