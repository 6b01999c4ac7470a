package id.tumbuh.intervention.calendar;

import id.tumbuh.platform.rules.RuleBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Reads the rules of the calendar, and what day it is where it is read. */
@ApplicationScoped
class CalendarRules {
    static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

    private final RuleBook rules;
    private final Clock clock = Clock.system(ZONE);

    CalendarRules(RuleBook rules) {
        this.rules = rules;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    Instant now() {
        return clock.instant();
    }

    CalendarPolicy policy() {
        return CalendarPolicy.of(rules.on(today()));
    }
}
