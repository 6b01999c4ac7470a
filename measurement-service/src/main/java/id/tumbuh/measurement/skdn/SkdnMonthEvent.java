package id.tumbuh.measurement.skdn;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import id.tumbuh.measurement.skdn.SkdnTable.Cell;
import id.tumbuh.measurement.skdn.SkdnTable.Figures;
import id.tumbuh.platform.messaging.IntegrationEvent;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A posyandu's month, closed or open again. Contracts: {@code contracts/measurement/skdn-month-…}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SkdnMonthEvent(
        UUID posyanduId,
        String month,
        long version,
        String areaCode,
        boolean closed,
        @Nullable String reason,
        List<Cell> cells,
        Figures total,
        String ruleVersion)
        implements IntegrationEvent {

    static SkdnMonthEvent of(MonthDecision decision) {
        return new SkdnMonthEvent(
                decision.posyanduId(),
                decision.month().toString(),
                decision.version(),
                decision.areaCode(),
                decision.closed(),
                decision.reason() == null ? null : decision.reason().name(),
                decision.content().cells(),
                decision.content().total(),
                "skdn-" + decision.ruleVersion());
    }

    @JsonIgnore
    @Override
    public String type() {
        return closed ? "id.tumbuh.measurement.skdn-month-closed.v1" : "id.tumbuh.measurement.skdn-month-reopened.v1";
    }

    @JsonIgnore
    @Override
    public String topic() {
        return "measurement.skdn";
    }

    @JsonIgnore
    @Override
    public String key() {
        return posyanduId + "/" + month;
    }

    @JsonIgnore
    @Override
    public String partitionKey() {
        return posyanduId.toString();
    }

    @JsonIgnore
    @Override
    public long sequence() {
        return version;
    }
}
