package id.tumbuh.registry.duplicate;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.registry.identity.Sex;
import id.tumbuh.registry.sameperson.Evidence;
import id.tumbuh.registry.sameperson.Person;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Two records that may be of one person, with what speaks for it. In lists without the persons. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Duplicate")
record DuplicateView(
        UUID id,

        @Schema(description = "CHILD, or MEMBER: of a family, and not followed as a child")
        PersonKind kind,

        DuplicatePages.State state,

        @Schema(description = "Bits of evidence", examples = "34.2")
        double score,

        @Schema(description = "So sure that it is merged without a person")
        boolean automatic,

        List<Reason> cautions,
        List<Reason> evidence,

        @Schema(description = "Of the rules that it was compared by")
        String modelVersion,

        @Schema(description = "The two, if they are children") @Nullable
        List<UUID> children,

        @Schema(description = "The two, if they are members of families") @Nullable
        List<UUID> members,

        @Schema(description = "Only when one pair is asked for; the reading of each is audited") @Nullable
        List<Compared> persons) {

    /** A reason in a code and in words, without a value of a person. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "DuplicateReason")
    record Reason(String code, @Nullable Double weight, String text) {}

    /** As much of a record as it takes to decide, of one's own area or not: no NIK, no address, no family. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "DuplicatePerson")
    record Compared(
            UUID id,
            AreaCode area,
            Sex sex,
            @Nullable LocalDate birthDate,
            @Nullable String name,
            @Nullable String motherName,
            @Nullable String fatherName,
            @Nullable String spouseName,
            boolean nikKnown,
            @Nullable Integer birthOrder,
            @Nullable Integer birthWeightGrams) {

        static Compared of(Person person) {
            return new Compared(
                    person.id(),
                    person.desa(),
                    person.sex(),
                    person.birthDate(),
                    person.names().own(),
                    person.names().mother(),
                    person.names().father(),
                    person.names().spouse(),
                    person.nikIndex() != null,
                    person.birthOrder(),
                    person.birthWeightGrams());
        }

        @Override
        public String toString() {
            return "Compared[" + id + "]";
        }
    }

    static DuplicateView listed(DuplicateRow row, Locale locale) {
        return of(row, locale, null);
    }

    static DuplicateView named(DuplicateRow row, Map<UUID, ComparedPerson> persons, Locale locale) {
        return of(
                row,
                locale,
                persons.values().stream()
                        .map(person -> Compared.of(person.person()))
                        .sorted((one, other) ->
                                one.id().toString().compareTo(other.id().toString()))
                        .toList());
    }

    private static DuplicateView of(DuplicateRow row, Locale locale, @Nullable List<Compared> persons) {
        List<UUID> pair = List.of(row.pair().one(), row.pair().other());
        return new DuplicateView(
                row.id(),
                row.kind(),
                row.state(),
                rounded(row.score()),
                row.automatic(),
                row.cautions().stream()
                        .map(caution -> new Reason(caution.name(), null, caution.sentence(locale)))
                        .toList(),
                row.evidence().stream()
                        .map(evidence -> reason(evidence, locale))
                        .toList(),
                row.modelVersion(),
                row.kind() == PersonKind.CHILD ? pair : null,
                row.kind() == PersonKind.MEMBER ? pair : null,
                persons);
    }

    static Reason reason(Evidence evidence, Locale locale) {
        return new Reason(
                evidence.field() + "_" + evidence.likeness(), rounded(evidence.weight()), evidence.sentence(locale));
    }

    static double rounded(double bits) {
        return Math.round(bits * 10) / 10.0;
    }
}
