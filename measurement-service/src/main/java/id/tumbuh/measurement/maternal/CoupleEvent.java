package id.tumbuh.measurement.maternal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import id.tumbuh.measurement.maternal.CheckKind.Change;
import id.tumbuh.measurement.maternal.CoupleContent.Bride;
import id.tumbuh.measurement.maternal.CoupleContent.Groom;
import id.tumbuh.measurement.maternal.CoupleFinding.Criterion;
import id.tumbuh.measurement.maternal.CoupleFinding.CriterionCode;
import id.tumbuh.measurement.maternal.CoupleFinding.Result;
import id.tumbuh.measurement.maternal.CoupleFinding.State;
import id.tumbuh.platform.messaging.IntegrationEvent;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A check of a couple, its whole state. Ages in years, no birth date. Contracts: {@code contracts/measurement/couple-…}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CoupleEvent(
        UUID checkId,
        long version,
        UUID coupleId,
        String areaCode,
        LocalDate checkedOn,
        boolean voided,
        String source,
        @Nullable LocalDate weddingOn,
        Bride bride,
        Groom groom,
        Result result,
        List<CriterionCode> concerns,
        List<CriterionCode> notChecked,
        List<String> ruleVersions,
        @JsonIgnore Change change)
        implements IntegrationEvent {

    static CoupleEvent of(Check<CoupleContent, CoupleFinding> check, Change change) {
        CoupleContent content = check.content();
        CoupleFinding finding = check.finding();
        return new CoupleEvent(
                check.id(),
                check.version(),
                content.coupleId(),
                content.areaCode(),
                content.checkedOn(),
                check.voided(),
                content.source(),
                content.weddingOn(),
                content.bride(),
                content.groom(),
                finding.result(),
                in(State.CONCERN, finding),
                in(State.NOT_CHECKED, finding),
                finding.ruleVersions(),
                change);
    }

    private static List<CriterionCode> in(State state, CoupleFinding finding) {
        return finding.criteria().stream()
                .filter(one -> one.state() == state)
                .map(Criterion::code)
                .toList();
    }

    @JsonIgnore
    @Override
    public String topic() {
        return "measurement.couple-checks";
    }

    @JsonIgnore
    @Override
    public String type() {
        return switch (change) {
            case CHECKED -> "id.tumbuh.measurement.couple-checked.v1";
            case CORRECTED -> "id.tumbuh.measurement.couple-check-corrected.v1";
            case VOIDED -> "id.tumbuh.measurement.couple-check-voided.v1";
        };
    }

    @JsonIgnore
    @Override
    public String key() {
        return checkId.toString();
    }

    @JsonIgnore
    @Override
    public String partitionKey() {
        return coupleId.toString();
    }

    @JsonIgnore
    @Override
    public long sequence() {
        return version;
    }
}
