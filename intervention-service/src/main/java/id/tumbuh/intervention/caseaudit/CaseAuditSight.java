package id.tumbuh.intervention.caseaudit;

import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import jakarta.enterprise.context.RequestScoped;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How much of a case the caller may know. */
@RequestScoped
class CaseAuditSight {
    /** Those who care for the case and may ask registry for the name. */
    private static final Set<String> CARING = Set.of(Roles.TPPS, Roles.PUSKESMAS, Roles.BKKBN);
    /** Those who see its health data, by its number alone. */
    private static final Set<String> SEEING = Set.of(Roles.AUDITOR, Roles.ADMIN);

    private final Caller caller;
    private final CaseAuditRules rules;

    CaseAuditSight(Caller caller, CaseAuditRules rules) {
        this.caller = caller;
        this.rules = rules;
    }

    /** An OPD sees what it was told of, and what it is to do: neither worksheet nor reviews. */
    private boolean onlyWhatItWasTold() {
        return Collections.disjoint(caller.roles(), CARING) && Collections.disjoint(caller.roles(), SEEING);
    }

    boolean sees(CaseAudit audit) {
        return !onlyWhatItWasTold() || (told(audit.stage()) && isOfItsField(audit));
    }

    /** The field of an OPD, which sees the cases and lines of no other; null for everybody else, and where the token names none. */
    @Nullable
    String field() {
        return onlyWhatItWasTold() ? caller.opd().orElse(null) : null;
    }

    /** Whether the caller may plan or complete a line of this field: an OPD only those of the field that its token names. */
    boolean actsFor(String field) {
        return !onlyWhatItWasTold() || field.equals(field());
    }

    private boolean isOfItsField(CaseAudit audit) {
        String own = field();
        CaseAuditDossier.Codes told = audit.file().dossier().dissemination();
        return own == null || (told != null && told.codes().contains(own));
    }

    Set<CaseAuditStage> stages() {
        EnumSet<CaseAuditStage> stages = EnumSet.noneOf(CaseAuditStage.class);
        Arrays.stream(CaseAuditStage.values())
                .filter(stage -> !onlyWhatItWasTold() || told(stage))
                .forEach(stages::add);
        return stages;
    }

    /** One case, whose reading is audited. */
    CaseAuditView.Telling telling(Locale language) {
        return telling(language, !onlyWhatItWasTold());
    }

    /** Cases of a list: without worksheets and reviews. */
    CaseAuditView.Telling listing(Locale language) {
        return telling(language, false);
    }

    private CaseAuditView.Telling telling(Locale language, boolean withDossier) {
        boolean caring = !Collections.disjoint(caller.roles(), CARING);
        return new CaseAuditView.Telling(
                rules,
                rules.words(rules.today()),
                language,
                new CaseAuditView.Parts(caring, !onlyWhatItWasTold(), withDossier));
    }

    private static boolean told(CaseAuditStage stage) {
        return switch (stage) {
            case DISSEMINATED, FOLLOW_UP, EVALUATED -> true;
            case PROPOSED, SELECTED, NOT_SELECTED, WORKSHEET, REVIEWED, RECOMMENDED, WITHDRAWN -> false;
        };
    }
}
