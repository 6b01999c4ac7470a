package id.tumbuh.registry.child;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.registry.identity.Sex;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A child as those who care for it see it. The NIK is never answered, only whether it is known. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ChildView")
record ChildView(
        UUID id,
        long version,
        UUID familyId,
        AreaCode area,
        @Nullable UUID posyanduId,
        Sex sex,
        LocalDate birthDate,
        @Nullable String name,
        @Nullable String motherName,
        @Nullable String fatherName,
        boolean nikKnown,
        @Nullable Integer birthOrder,
        @Nullable Integer birthWeightGrams,
        @Nullable BigDecimal birthLengthCm,
        boolean active,
        @Nullable String stunting,

        @Schema(description = "The child this one was found to be") @Nullable
        UUID mergedInto) {

    static ChildView of(KnownChild child) {
        NewChild content = child.content();
        return new ChildView(
                content.id(),
                child.version(),
                content.familyId(),
                child.area(),
                content.posyanduId(),
                content.sex(),
                content.birthDate(),
                content.name(),
                content.motherName(),
                content.fatherName(),
                content.nik() != null,
                content.birthOrder(),
                content.birthWeightGrams(),
                content.birthLengthCm(),
                content.active(),
                child.stunting(),
                child.mergedInto());
    }

    @Override
    public String toString() {
        return "ChildView[" + id + "]";
    }
}
