package id.tumbuh.registry.imports;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import id.tumbuh.platform.messaging.IntegrationEvent;
import id.tumbuh.registry.imports.eppgbm.PositionTaken;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A raw measurement that came with an import, as it stood in the file. Contract: {@code contracts/registry/growth-record-received.v1}. */
record GrowthRecordReceived(
        UUID measurementId,
        long version,
        UUID childId,
        UUID familyId,
        @JsonFormat(shape = JsonFormat.Shape.STRING) LocalDate measuredOn,
        @Nullable UUID posyanduId,
        @Nullable BigDecimal weightKg,
        @Nullable BigDecimal lengthHeightCm,
        @Nullable PositionTaken position,
        @Nullable BigDecimal armCircumferenceCm,
        String source,
        UUID importId,
        @Nullable ImportedZ importedZ)
        implements IntegrationEvent {

    /** z-scores printed in the file, kept beside our own. */
    record ImportedZ(
            @Nullable BigDecimal weightForAge,
            @Nullable BigDecimal lengthHeightForAge,
            @Nullable BigDecimal weightForLengthHeight) {}

    @Override
    @JsonIgnore
    public String topic() {
        return "registry.growth-records";
    }

    @Override
    @JsonIgnore
    public String type() {
        return "id.tumbuh.registry.growth-record-received.v1";
    }

    @Override
    @JsonIgnore
    public String key() {
        return measurementId.toString();
    }

    @Override
    @JsonIgnore
    public String partitionKey() {
        return familyId.toString();
    }

    @Override
    @JsonIgnore
    public long sequence() {
        return version;
    }
}
