package id.tumbuh.measurement.maternal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was sent about one check: where and when, and what was measured. */
sealed interface CheckContent permits PregnancyContent, CoupleContent {

    /** The pregnancy or the couple; a correction never changes it. */
    @JsonIgnore
    UUID subjectId();

    /** The family, where there is one yet; a correction never changes it. */
    @JsonIgnore
    @Nullable
    UUID family();

    String areaCode();

    LocalDate checkedOn();
}
