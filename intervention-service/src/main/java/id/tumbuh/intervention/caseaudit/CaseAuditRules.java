package id.tumbuh.intervention.caseaudit;

import com.fasterxml.jackson.databind.JsonNode;
import id.tumbuh.platform.rules.RuleBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the rules of case audits. */
@ApplicationScoped
class CaseAuditRules {
    static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

    private final RuleBook rules;
    private final Clock clock = Clock.system(ZONE);

    CaseAuditRules(RuleBook rules) {
        this.rules = rules;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    CaseAuditPolicy policy(LocalDate day) {
        return CaseAuditPolicy.of(rules.on(day));
    }

    CaseAuditWords words(LocalDate day) {
        return CaseAuditWords.of(rules.on(day).json("case-audit.words"));
    }

    WorksheetDefinition worksheet(CaseAuditGroup group, LocalDate day) {
        return WorksheetDefinition.of(rules.on(day).json("case-audit.worksheet"), group);
    }

    Set<String> neededExperts(CaseAuditGroup group, LocalDate day) {
        return rules.on(day)
                .json("case-audit.required-experts")
                .required(group.name())
                .valueStream()
                .map(JsonNode::asText)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** By when a round that starts on the day wants its cases to leave each stage. */
    Map<CaseAuditStage, LocalDate> stagesDue(LocalDate start) {
        Map<CaseAuditStage, LocalDate> due = new EnumMap<>(CaseAuditStage.class);
        rules.on(start)
                .json("case-audit.stage-due-days")
                .properties()
                .forEach(days -> due.put(
                        CaseAuditStage.valueOf(days.getKey()),
                        start.plusDays(days.getValue().intValue())));
        return due;
    }

    int remindDaysBefore(LocalDate day) {
        return rules.on(day).json("case-audit.reminders").required("daysBefore").intValue();
    }
}
