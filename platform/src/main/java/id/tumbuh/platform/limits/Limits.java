package id.tumbuh.platform.limits;

import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.rules.RuleBook;
import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

/** What each application has left in each group of paths. */
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

    /** Seconds until the caller may ask this; 0 when it may now. */
    int secondsToWait(Caller caller, String method, String path) {
        int wait = 0;
        for (Map.Entry<String, LimitConfig.Group> entry : groups.entrySet()) {
            if (isOf(entry.getValue(), method, path)) {
                wait = Math.max(wait, take(caller, entry.getKey(), entry.getValue()));
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

    private int take(Caller caller, String name, LimitConfig.Group group) {
        long perMinute = rules.on(LocalDate.now(CLOCK)).number(group.rule()).longValueExact();
        int wait = buckets.take(name, caller.client().orElseGet(caller::subject), perMinute);
        if (wait > 0) {
            meters.counter(METRIC, "group", name).increment(); // never the client: metrics have no end of labels
        }
        return wait;
    }
}
