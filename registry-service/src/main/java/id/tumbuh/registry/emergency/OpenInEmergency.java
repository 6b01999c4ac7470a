package id.tumbuh.registry.emergency;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.AreaLevel;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemCode;
import id.tumbuh.platform.http.ProblemException;
import id.tumbuh.platform.rules.RuleBook;
import id.tumbuh.platform.rules.RuleSet;
import id.tumbuh.registry.batch.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Opens an area to a reader for a few hours, ends it, and remembers who was told. */
@ApplicationScoped
class OpenInEmergency {
    private static final ZoneId DAY_BEGINS_IN = ZoneId.of("Asia/Jakarta");
    private static final Pattern REFERENCE = Pattern.compile("(?!.*\\d{16})[A-Za-z0-9][A-Za-z0-9._/-]{0,99}");
    private static final String OBJECT = "emergency-access";

    private final Database database;
    private final RuleBook rules;
    private final Clock clock;

    OpenInEmergency(Database database, RuleBook rules, Clock clock) {
        this.database = database;
        this.rules = rules;
        this.clock = clock;
    }

    /** The limits in force. */
    private record Limits(int hours, int atATime) {}

    EmergencyAccess open(Actor actor, EmergencyAccess.Wanted wanted) {
        RuleSet today = rules.on(LocalDate.now(clock.withZone(DAY_BEGINS_IN)));
        check(actor, wanted, today);
        Limits limits = new Limits(
                today.number("emergency.hours").intValueExact(),
                today.number("emergency.at-a-time").intValueExact());
        // everywhere: the area is not among the actor's, that is the point
        return database.write(Scope.everywhere(), tx -> open(tx, actor, wanted, limits));
    }

    private static EmergencyAccess open(Transaction tx, Actor actor, EmergencyAccess.Wanted wanted, Limits limits) {
        long live = EmergencyAccesses.liveOf(tx.sql(), actor.subject());
        Optional<EmergencyAccess> known = EmergencyAccesses.find(tx.sql(), wanted.id());
        if (known.isPresent()) {
            return known.filter(same -> same.sameRequestAs(actor.subject(), wanted))
                    .orElseThrow(() -> refused(EmergencyProblem.EMERGENCY_ID_TAKEN));
        }
        if (!EmergencyAccesses.areaExists(tx.sql(), wanted.area())) {
            throw refused(EmergencyProblem.EMERGENCY_AREA_UNKNOWN, "/area");
        }
        if (live >= limits.atATime()) {
            throw refused(EmergencyProblem.EMERGENCY_TOO_MANY);
        }
        EmergencyAccesses.add(tx.sql(), wanted, actor, limits.hours());
        tx.audit(actor.did("OPEN", OBJECT, wanted.id(), wanted.area()));
        return EmergencyAccesses.find(tx.sql(), wanted.id()).orElseThrow();
    }

    /** By those who answer for the area, and by whom it was opened for. Ending it twice is ending it once. */
    EmergencyAccess revoke(Actor actor, UUID id) {
        return database.write(Scope.everywhere(), tx -> {
            EmergencyAccess access = visible(tx, actor, id);
            if (EmergencyAccesses.revoke(tx.sql(), id, actor.subject())) {
                tx.audit(actor.did("REVOKE", OBJECT, id, access.area()));
            }
            return EmergencyAccesses.find(tx.sql(), id).orElseThrow();
        });
    }

    EmergencyAccess acknowledge(Actor actor, UUID id) {
        return database.write(actor.scope(), tx -> {
            EmergencyAccess access =
                    EmergencyAccesses.find(tx.sql(), id).orElseThrow(() -> refused(CommonProblem.NOT_FOUND));
            if (EmergencyAccesses.acknowledge(tx.sql(), id, actor.subject())) {
                tx.audit(actor.did("ACKNOWLEDGE", OBJECT, id, access.area()));
            }
            return EmergencyAccesses.find(tx.sql(), id).orElseThrow();
        });
    }

    private static EmergencyAccess visible(Transaction tx, Actor actor, UUID id) {
        return EmergencyAccesses.find(tx.sql(), id)
                .filter(access -> access.subject().equals(actor.subject())
                        || actor.scope().allows(new AreaCode(access.area())))
                .orElseThrow(() -> refused(CommonProblem.NOT_FOUND));
    }

    private static void check(Actor actor, EmergencyAccess.Wanted wanted, RuleSet today) {
        if (!AreaCode.isValid(wanted.area())) {
            throw refused(CommonProblem.INVALID_REQUEST, "/area", CommonProblem.INVALID_AREA);
        }
        AreaCode area = new AreaCode(wanted.area());
        if (area.level().compareTo(AreaLevel.valueOf(today.text("emergency.widest"))) < 0) {
            throw refused(EmergencyProblem.EMERGENCY_AREA_TOO_WIDE, "/area");
        }
        if (actor.scope().allows(area)) {
            throw refused(EmergencyProblem.EMERGENCY_NOT_NEEDED, "/area");
        }
        if (!today.list("emergency.reasons").contains(wanted.reason())) {
            throw refused(EmergencyProblem.EMERGENCY_REASON_UNKNOWN, "/reason");
        }
        if (!REFERENCE.matcher(wanted.reference()).matches()) {
            throw refused(EmergencyProblem.EMERGENCY_REFERENCE_INVALID, "/reference");
        }
    }

    private static ProblemException refused(ProblemCode problem) {
        return new ProblemException(Problem.of(problem));
    }

    private static ProblemException refused(ProblemCode problem, String pointer) {
        return refused(problem, pointer, problem);
    }

    private static ProblemException refused(ProblemCode problem, String pointer, ProblemCode reason) {
        return new ProblemException(Problem.of(problem).at(pointer, reason));
    }
}
