package id.tumbuh.measurement.quality;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import id.tumbuh.platform.messaging.IntegrationEvent;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How well a posyandu measures. Contract: {@code contracts/measurement/measuring-quality-assessed.v1}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record QualityEvent(
        UUID posyanduId,
        String month,
        long version,
        String areaCode,
        int months,
        int measured,
        Verdict verdict,
        List<Indicator> indicators,
        String ruleVersion)
        implements IntegrationEvent {

    /** A sign with what it is made of. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Indicator(
            Sign code,
            int numerator,
            int denominator,
            @Nullable Double value,
            Verdict verdict) {
        static Indicator of(Reading reading) {
            return new Indicator(
                    reading.sign(),
                    reading.numerator(),
                    reading.denominator(),
                    reading.value() == null ? null : Math.round(reading.value() * 10_000) / 10_000.0,
                    reading.verdict());
        }
    }

    @JsonIgnore
    @Override
    public String type() {
        return "id.tumbuh.measurement.measuring-quality-assessed.v1";
    }

    @JsonIgnore
    @Override
    public String topic() {
        return "measurement.quality";
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
