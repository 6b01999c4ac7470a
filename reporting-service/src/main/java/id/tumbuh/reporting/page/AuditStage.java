package id.tumbuh.reporting.page;

import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;

/** Stages of a case as a secretary thinks of them: those of intervention-service, some together. */
enum AuditStage {
    PROPOSED(AuditMessages::proposed, "PROPOSED"),
    SELECTED(AuditMessages::selected, "SELECTED"),
    REVIEWED(AuditMessages::reviewed, "WORKSHEET", "REVIEWED", "RECOMMENDED"),
    DISSEMINATED(AuditMessages::disseminated, "DISSEMINATED"),
    FOLLOW_UP(AuditMessages::followUp, "FOLLOW_UP"),
    EVALUATED(AuditMessages::evaluated, "EVALUATED"),
    /** Also what a later version of intervention may bring. */
    ENDED(AuditMessages::ended);

    @SuppressWarnings("ImmutableEnumChecker") // a reference to a method
    private final Function<AuditMessages, String> word;

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<String> stages;

    AuditStage(Function<AuditMessages, String> word, String... stages) {
        this.word = word;
        this.stages = Set.of(stages);
    }

    static AuditStage of(String stage) {
        return Arrays.stream(values())
                .filter(one -> one.stages.contains(stage))
                .findFirst()
                .orElse(ENDED);
    }

    String in(AuditMessages words) {
        return word.apply(words);
    }
}
