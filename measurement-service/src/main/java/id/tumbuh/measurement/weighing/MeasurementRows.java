package id.tumbuh.measurement.weighing;

import id.tumbuh.measurement.growth.GrowthIndex;
import id.tumbuh.measurement.growth.Measures;
import id.tumbuh.measurement.kms.CardEntry;
import id.tumbuh.measurement.sql.SetStatement;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Writes measurements: what was taken, what the standard and the card say, and where it comes from. */
@ApplicationScoped
class MeasurementRows {

    private static final Submission.Imported NOT_IMPORTED =
            new Submission.Imported(-1, Measures.NONE, Measures.NONE, Measures.NONE);

    /** What is measured and what is said about it, in the order in which {@link #bindContent} binds it. */
    private static final String CONTENT = """
            child_id, area_code, counted_in, posyandu_id, kit, day, source, weight_kg, length_height_cm, position,
            head_circumference_cm, arm_circumference_cm, triceps_mm, subscapular_mm, oedema, z_length_height, z_weight,
            z_weight_for_length, z_bmi, z_head, z_arm, z_triceps, z_subscapular, stunting, rule_version, growth_mark,
            not_gained, twice_not_gained, gain_grams, minimum_gain, below_red_line, card_rule, import_version,
            imported_z_weight, imported_z_length_height, imported_z_weight_for_length""";

    private static final String CONTENT_PARAMETERS = "?" + ", ?".repeat(35);

    private static final String INSERT = """
            insert into measurement (id, child_id, area_code, counted_in, posyandu_id, kit, measured_on, source, version,
                weight_kg, length_height_cm, position, head_circumference_cm, arm_circumference_cm, triceps_mm,
                subscapular_mm, oedema, z_length_height, z_weight, z_weight_for_length, z_bmi, z_head, z_arm, z_triceps,
                z_subscapular, stunting, rule_version, growth_mark, not_gained, twice_not_gained, gain_grams, minimum_gain,
                below_red_line, card_rule, import_version, imported_z_weight, imported_z_length_height,
                imported_z_weight_for_length, content_hash, recorded_by, recorded_for)
            select id, child_id, area_code, counted_in, posyandu_id, kit, date '1970-01-01' + day, source, 1,
                weight_kg, length_height_cm, position, head_circumference_cm, arm_circumference_cm, triceps_mm,
                subscapular_mm, oedema, z_length_height, z_weight, z_weight_for_length, z_bmi, z_head, z_arm, z_triceps,
                z_subscapular, stunting, rule_version, growth_mark, not_gained, twice_not_gained, gain_grams, minimum_gain,
                below_red_line, card_rule, nullif(import_version, -1), imported_z_weight, imported_z_length_height,
                imported_z_weight_for_length, content_hash, recorded_by, recorded_for
            from unnest(%s, ?, ?, ?, ?) as came (%s, id, content_hash, recorded_by, recorded_for)
            on conflict (id) do nothing returning id""".formatted(CONTENT_PARAMETERS, CONTENT);

    /**
     * The fingerprint stays that of the first submission when staff corrects, so that a phone that sends its row once more
     * hears that it arrived; a newer import brings its own. Whom it was sent for is remembered for the undoing of a merge, and
     * forgotten when a person says whose it is.
     */
    private static final String REVISE = """
            update measurement set child_id = new.child_id, area_code = new.area_code, counted_in = new.counted_in,
                posyandu_id = new.posyandu_id, kit = new.kit, measured_on = date '1970-01-01' + new.day, source = new.source,
                weight_kg = new.weight_kg, length_height_cm = new.length_height_cm, position = new.position,
                head_circumference_cm = new.head_circumference_cm, arm_circumference_cm = new.arm_circumference_cm,
                triceps_mm = new.triceps_mm, subscapular_mm = new.subscapular_mm, oedema = new.oedema,
                z_length_height = new.z_length_height, z_weight = new.z_weight,
                z_weight_for_length = new.z_weight_for_length, z_bmi = new.z_bmi, z_head = new.z_head,
                z_arm = new.z_arm, z_triceps = new.z_triceps, z_subscapular = new.z_subscapular,
                stunting = new.stunting, rule_version = new.rule_version, growth_mark = new.growth_mark,
                not_gained = new.not_gained, twice_not_gained = new.twice_not_gained, gain_grams = new.gain_grams,
                minimum_gain = new.minimum_gain, below_red_line = new.below_red_line, card_rule = new.card_rule,
                version = new.version, voided = new.voided, reason = new.reason, recorded_at = clock_timestamp(),
                recorded_by = coalesce(new.recorded_by, measurement.recorded_by),
                recorded_for = case when new.staff and new.former_child is not null then null
                    else coalesce(measurement.recorded_for, new.former_child) end,
                staff_corrected = measurement.staff_corrected or new.staff,
                content_hash = coalesce(new.content_hash, measurement.content_hash),
                import_version = case when new.import_version = -1 then measurement.import_version else new.import_version end,
                imported_z_weight = case when new.import_version = -1 then measurement.imported_z_weight
                    else new.imported_z_weight end,
                imported_z_length_height = case when new.import_version = -1 then measurement.imported_z_length_height
                    else new.imported_z_length_height end,
                imported_z_weight_for_length = case when new.import_version = -1
                    then measurement.imported_z_weight_for_length else new.imported_z_weight_for_length end
            from unnest(%s, ?, ?, ?, ?, ?, ?, ?, ?)
                as new (%s, id, version, voided, reason, recorded_by, former_child, staff, content_hash)
            where measurement.id = new.id""".formatted(CONTENT_PARAMETERS, CONTENT);

    private static final String ARCHIVED = """
            id, child_id, area_code, counted_in, posyandu_id, kit, measured_on, source, version, voided, weight_kg,
            length_height_cm, position, head_circumference_cm, arm_circumference_cm, triceps_mm, subscapular_mm, oedema,
            z_length_height, z_weight, z_weight_for_length, z_bmi, z_head, z_arm, z_triceps, z_subscapular, stunting,
            rule_version, content_hash, recorded_by, recorded_at, staff_corrected, import_version, imported_z_weight,
            imported_z_length_height, imported_z_weight_for_length, reason, recorded_for, growth_mark, not_gained,
            gain_grams, minimum_gain, twice_not_gained, below_red_line, card_rule""";

    /** An assessed measurement with the submission it comes from. */
    record Entry(AssessedMeasurement assessed, Submission submission) {
        Submission.Imported imported() {
            return submission.imported() == null ? NOT_IMPORTED : submission.imported();
        }

        private @Nullable UUID recordedFor() {
            UUID child = assessed.measurement().childId();
            return child.equals(submission.childId()) ? null : submission.childId();
        }
    }

    /** Inserts those whose id is free, in the order given, and returns their ids. */
    Set<UUID> insert(Handle sql, List<Entry> entries) {
        SetStatement<Entry> insert = SetStatement.over(entries, sql, INSERT);
        bindContent(insert, Entry::assessed, Entry::imported);
        insert.uuid(entry -> entry.submission().id())
                .whole(entry -> entry.submission().contentHash())
                .text(entry -> entry.submission().recordedBy())
                .uuid(Entry::recordedFor);
        return new HashSet<>(insert.query(row -> row.getObject(1, UUID.class)));
    }

    /** Puts next revisions in the place of those before, which go to the history. */
    void revise(Handle sql, Collection<Revision> revisions) {
        SetStatement.over(
                        revisions,
                        sql,
                        "insert into measurement_revision (%s) select %s from measurement where id = any(?)"
                                .formatted(ARCHIVED, ARCHIVED))
                .uuid(Revision::id)
                .execute();
        SetStatement<Revision> update = SetStatement.over(revisions, sql, REVISE);
        bindContent(update, Revision::assessed, MeasurementRows::imported);
        update.uuid(Revision::id)
                .whole(revision -> revision.measurement().version())
                .flag(revision -> revision.measurement().voided())
                .text(revision -> revision.reason().name())
                .text(revision ->
                        revision.author() == null ? null : revision.author().recordedBy())
                .uuid(Revision::formerChild)
                .flag(revision -> revision.author() != null && revision.author().isStaff())
                .wholeOrNull(MeasurementRows::contentHash)
                .execute();
    }

    /** The same content in a newer version of its record: only that is remembered, so that an older one stays older. */
    void noteImport(Handle sql, List<Submission> submissions) {
        SetStatement.over(submissions, sql, """
                        update measurement set import_version = newer.version
                        from unnest(?, ?) as newer (id, version)
                        where measurement.id = newer.id and measurement.import_version < newer.version""")
                .uuid(Submission::id)
                .wholeOrNull(
                        one -> one.imported() == null ? null : one.imported().version())
                .execute();
    }

    private static Submission.Imported imported(Revision revision) {
        Submission submission =
                revision.author() == null ? null : revision.author().imported();
        return submission == null || submission.imported() == null ? NOT_IMPORTED : submission.imported();
    }

    private static @Nullable Long contentHash(Revision revision) {
        Submission submission =
                revision.author() == null ? null : revision.author().imported();
        return submission == null ? null : submission.contentHash();
    }

    private static <R> void bindContent(
            SetStatement<R> statement,
            Function<R, AssessedMeasurement> assessed,
            Function<R, Submission.Imported> imported) {
        Function<R, Measurement> taken = row -> assessed.apply(row).measurement();
        statement
                .uuid(row -> taken.apply(row).childId())
                .text(row -> assessed.apply(row).child().areaCode())
                .text(row -> taken.apply(row).countedIn())
                .uuid(row -> taken.apply(row).posyanduId())
                .text(row -> taken.apply(row).kit())
                .day(row -> taken.apply(row).measuredOn())
                .text(row -> taken.apply(row).source());
        bindMeasures(statement, row -> taken.apply(row).measures());
        for (GrowthIndex index : GrowthIndex.values()) {
            statement.number(row -> assessed.apply(row).assessment().unroundedZ(index));
        }
        statement
                .text(row -> name(assessed.apply(row).stunting()))
                .whole(row -> assessed.apply(row).policy().version());
        bindCard(statement, row -> taken.apply(row).marking());
        statement
                .whole(row -> imported.apply(row).version())
                .number(row -> imported.apply(row).weightForAge())
                .number(row -> imported.apply(row).lengthHeightForAge())
                .number(row -> imported.apply(row).weightForLengthHeight());
    }

    private static <R> void bindMeasures(SetStatement<R> statement, Function<R, Measures> of) {
        statement
                .number(row -> of.apply(row).weightKg())
                .number(row -> of.apply(row).lengthHeightCm())
                .text(row -> name(of.apply(row).position()))
                .number(row -> of.apply(row).headCircumferenceCm())
                .number(row -> of.apply(row).armCircumferenceCm())
                .number(row -> of.apply(row).tricepsMm())
                .number(row -> of.apply(row).subscapularMm())
                .flag(row -> of.apply(row).oedema());
    }

    private static <R> void bindCard(SetStatement<R> statement, Function<R, Marking> of) {
        statement
                .text(row -> name(of.apply(row).of(CardEntry::mark)))
                .wholeOrNull(row -> whole(of.apply(row).of(CardEntry::notGained)))
                .flag(row -> Boolean.TRUE.equals(of.apply(row).of(CardEntry::twiceNotGained)))
                .wholeOrNull(row -> whole(of.apply(row).of(CardEntry::gainGrams)))
                .wholeOrNull(row -> whole(of.apply(row).of(CardEntry::minimumGain)))
                .flag(row -> of.apply(row).belowRedLine())
                .wholeOrNull(row -> whole(of.apply(row).of(CardEntry::ruleVersion)));
    }

    private static @Nullable Long whole(@Nullable Integer value) {
        return value == null ? null : value.longValue();
    }

    private static @Nullable String name(@Nullable Enum<?> word) {
        return word == null ? null : word.name();
    }
}
