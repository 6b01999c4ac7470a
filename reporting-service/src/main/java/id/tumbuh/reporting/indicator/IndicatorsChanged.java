package id.tumbuh.reporting.indicator;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import id.tumbuh.platform.messaging.IntegrationEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The figures of one area and month moved. Contract: {@code contracts/reporting/indicators-changed.v1}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record IndicatorsChanged(String areaCode, YearMonth month, long version, Instant asOf, List<Moved> figures)
        implements IntegrationEvent {

    /** A figure after the change; value and coverage in percent. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Moved(
            String code,
            long numerator,
            long denominator,
            @Nullable BigDecimal value,
            @Nullable BigDecimal coverage) {
        static Moved of(Indicator indicator, Sums sums) {
            Figure figure = indicator.of(sums);
            return new Moved(
                    indicator.code(),
                    figure.numerator(),
                    figure.denominator(),
                    figure.percent(),
                    figure.coveragePercent());
        }
    }

    @Override
    @JsonIgnore
    public String topic() {
        return "reporting.indicators";
    }

    @Override
    @JsonIgnore
    public String type() {
        return "id.tumbuh.reporting.indicators-changed.v1";
    }

    @Override
    @JsonIgnore
    public String key() {
        return areaCode + "/" + month;
    }

    @Override
    @JsonIgnore
    public String partitionKey() {
        return key();
    }

    @Override
    @JsonIgnore
    public long sequence() {
        return version;
    }
}
