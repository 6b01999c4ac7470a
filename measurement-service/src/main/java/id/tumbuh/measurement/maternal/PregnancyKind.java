package id.tumbuh.measurement.maternal;

import id.tumbuh.platform.messaging.IntegrationEvent;
import jakarta.enterprise.context.ApplicationScoped;

/** Checks of pregnant women. */
@ApplicationScoped
class PregnancyKind implements CheckKind<PregnancyContent, PregnancyFinding> {

    private final MaternalRules rules;

    PregnancyKind(MaternalRules rules) {
        this.rules = rules;
    }

    @Override
    public String table() {
        return "pregnancy_check";
    }

    @Override
    public String objectType() {
        return "pregnancy-check";
    }

    @Override
    public Class<PregnancyContent> contentType() {
        return PregnancyContent.class;
    }

    @Override
    public Class<PregnancyFinding> findingType() {
        return PregnancyFinding.class;
    }

    @Override
    public PregnancyFinding judge(PregnancyContent content) {
        return PregnancyAssessment.assess(content, rules.pregnancy(content.checkedOn()));
    }

    @Override
    public IntegrationEvent announce(Check<PregnancyContent, PregnancyFinding> check, Change change) {
        return PregnancyEvent.of(check, change);
    }
}
