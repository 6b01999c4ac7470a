package id.tumbuh.measurement.maternal;

import id.tumbuh.platform.messaging.IntegrationEvent;
import jakarta.enterprise.context.ApplicationScoped;

/** Checks of couples to be married. */
@ApplicationScoped
class CoupleKind implements CheckKind<CoupleContent, CoupleFinding> {

    private final MaternalRules rules;

    CoupleKind(MaternalRules rules) {
        this.rules = rules;
    }

    @Override
    public String table() {
        return "couple_check";
    }

    @Override
    public String objectType() {
        return "couple-check";
    }

    @Override
    public Class<CoupleContent> contentType() {
        return CoupleContent.class;
    }

    @Override
    public Class<CoupleFinding> findingType() {
        return CoupleFinding.class;
    }

    @Override
    public CoupleFinding judge(CoupleContent content) {
        return CoupleScreening.screen(content, rules.couple(content.checkedOn()));
    }

    @Override
    public IntegrationEvent announce(Check<CoupleContent, CoupleFinding> check, Change change) {
        return CoupleEvent.of(check, change);
    }
}
