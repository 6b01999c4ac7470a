package id.tumbuh.measurement.maternal;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tumbuh.measurement.maternal.CoupleFinding.Criterion;
import id.tumbuh.measurement.maternal.CoupleFinding.CriterionCode;
import id.tumbuh.measurement.maternal.CoupleFinding.Result;
import id.tumbuh.measurement.maternal.CoupleFinding.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a check of a couple says, criterion by criterion in words, and what to do next. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CoupleAnswer(
        Result result,
        List<Reason> criteria,
        List<String> advice,
        @Nullable Long daysUntilWedding,
        List<String> ruleVersions) {

    private static final Words NOT_CHECKED = new Words("belum diperiksa", "not checked yet");
    private static final Words BLOCKS_NOTHING = new Words(
            "Hasil ini tidak menghalangi pernikahan: pendampingan oleh Tim Pendamping Keluarga dimulai",
            "This result does not stand in the way of the wedding: companionship by the family companion team begins");
    private static final Words CHECK_THE_REST =
            new Words("Lengkapi pemeriksaan yang belum dilakukan", "Have the rest checked");
    private static final Words SOON =
            new Words("Pernikahan sudah dekat: dampingi sekarang juga", "The wedding is near: begin companionship now");

    /** A criterion, how it stands, and why. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Reason(
            CriterionCode code,
            State state,
            @Nullable Double measured,
            @Nullable Double limit,
            String reason) {}

    /** How one criterion is spoken of. */
    private record Vocabulary(Words subject, Words met, Words concern, Words advice) {}

    static CoupleAnswer of(CoupleFinding finding, Locale language) {
        return new CoupleAnswer(
                finding.result(),
                finding.criteria().stream().map(one -> reason(one, language)).toList(),
                advice(finding, language),
                finding.daysUntilWedding(),
                finding.ruleVersions());
    }

    private static Reason reason(Criterion criterion, Locale language) {
        Vocabulary vocabulary = vocabulary(criterion.code());
        double measured = criterion.measured() == null ? 0 : criterion.measured();
        double limit = criterion.limit() == null ? 0 : criterion.limit();
        String text = switch (criterion.state()) {
            case MET -> vocabulary.met().in(language, measured, limit);
            case CONCERN -> vocabulary.concern().in(language, measured, limit);
            case NOT_CHECKED -> NOT_CHECKED.in(language);
        };
        String subject = vocabulary.subject().in(language);
        return new Reason(
                criterion.code(), criterion.state(), criterion.measured(), criterion.limit(), subject + ": " + text);
    }

    private static List<String> advice(CoupleFinding finding, Locale language) {
        List<String> advice = new ArrayList<>();
        if (finding.result() == Result.RED) {
            advice.add(BLOCKS_NOTHING.in(language));
        }
        finding.criteria().stream()
                .filter(one -> one.state() == State.CONCERN)
                .map(one -> vocabulary(one.code()).advice().in(language))
                .distinct()
                .forEach(advice::add);
        if (finding.criteria().stream().anyMatch(one -> one.state() == State.NOT_CHECKED)) {
            advice.add(CHECK_THE_REST.in(language));
        }
        if (finding.shortOfLeadTime() && finding.result() != Result.GREEN) {
            advice.add(SOON.in(language));
        }
        return advice;
    }

    private static Vocabulary vocabulary(CriterionCode code) {
        return switch (code) {
            case BRIDE_AGE ->
                new Vocabulary(
                        new Words("Umur calon pengantin perempuan", "Age of the bride"),
                        new Words("{0} tahun, sesuai", "{0} years, as advised"),
                        new Words("{0} tahun, batasnya {1} tahun", "{0} years, the bound is {1} years"),
                        new Words(
                                "Konseling penundaan atau perencanaan kehamilan",
                                "Counselling on when to become pregnant"));
            case GROOM_AGE ->
                new Vocabulary(
                        new Words("Umur calon pengantin laki-laki", "Age of the groom"),
                        new Words("{0} tahun, sesuai", "{0} years, as advised"),
                        new Words("{0} tahun, batasnya {1} tahun", "{0} years, the bound is {1} years"),
                        new Words(
                                "Konseling perencanaan keluarga untuk pasangan",
                                "Counselling of the couple on planning a family"));
            case BRIDE_BMI ->
                new Vocabulary(
                        new Words("IMT", "BMI"),
                        new Words("{0}, di atas {1}", "{0}, above {1}"),
                        new Words("{0}, tidak di atas {1}", "{0}, not above {1}"),
                        new Words("Konseling gizi di puskesmas", "Counselling on nutrition at the puskesmas"));
            case BRIDE_ARM_CIRCUMFERENCE ->
                new Vocabulary(
                        new Words("LILA", "Arm circumference"),
                        new Words("{0} cm, paling sedikit {1} cm", "{0} cm, at least {1} cm"),
                        new Words("{0} cm, kurang dari {1} cm", "{0} cm, less than {1} cm"),
                        new Words("Konseling gizi di puskesmas", "Counselling on nutrition at the puskesmas"));
            case BRIDE_HAEMOGLOBIN ->
                new Vocabulary(
                        new Words("Hb", "Hb"),
                        new Words("{0} g/dL, paling sedikit {1} g/dL", "{0} g/dL, at least {1} g/dL"),
                        new Words("{0} g/dL, kurang dari {1} g/dL", "{0} g/dL, less than {1} g/dL"),
                        new Words(
                                "Tablet tambah darah dan pemeriksaan ulang Hb",
                                "Iron tablets, and haemoglobin checked again"));
            case BRIDE_SMOKING -> smoking("Merokok (perempuan)", "Smoking (bride)");
            case GROOM_SMOKING -> smoking("Merokok (laki-laki)", "Smoking (groom)");
            case BRIDE_SMOKE_EXPOSURE -> smoking("Terpapar asap rokok", "Exposure to smoke");
        };
    }

    private static Vocabulary smoking(String indonesian, String english) {
        return new Vocabulary(
                new Words(indonesian, english),
                new Words("tidak", "no"),
                new Words("ya", "yes"),
                new Words("Konseling berhenti merokok dan rumah bebas asap", "Counselling on a home without smoke"));
    }
}
