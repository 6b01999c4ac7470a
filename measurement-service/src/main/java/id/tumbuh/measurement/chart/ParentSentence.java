package id.tumbuh.measurement.chart;

import id.tumbuh.measurement.growth.Assessment;
import id.tumbuh.measurement.growth.Category;
import id.tumbuh.measurement.growth.GrowthIndex;
import id.tumbuh.measurement.growth.HeadForAge;
import id.tumbuh.measurement.growth.HeightForAge;
import id.tumbuh.measurement.growth.WeightForAge;
import id.tumbuh.measurement.growth.WeightForHeight;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the chart says to the parent, in a few plain words: how the weight went, how the child stands, what to do next. It
 * names no disease: what lies beyond a limit is looked at by a midwife or the health centre.
 */
final class ParentSentence {

    /** "Near the limit" is a way of speaking and decides nothing: a quarter of a standard deviation lower were beyond it. */
    private static final double NEAR = 0.25;

    private final ChartedChild child;
    private final ChartIndex chart;
    private final LocalDate today;
    private final Language language;
    private final List<String> said = new ArrayList<>();
    private Advice advice = Advice.ROUTINE;

    private ParentSentence(ChartedChild child, ChartIndex chart, LocalDate today, Language language) {
        this.child = child;
        this.chart = chart;
        this.today = today;
        this.language = language;
    }

    static String of(ChartedChild child, ChartIndex chart, LocalDate today, Language language) {
        ParentSentence sentence = new ParentSentence(child, chart, today, language);
        if (child.newest() == null) {
            sentence.say("Belum ada hasil ukur.", "Nothing has been measured yet.", Advice.ROUTINE);
        }
        sentence.weight();
        sentence.weightForAge();
        sentence.heightForAge();
        sentence.weightForHeight();
        sentence.head();
        sentence.advise();
        return String.join(" ", sentence.said);
    }

    private void say(String indonesian, String english, Advice urgency) {
        said.add(language.say(indonesian, english));
        advice = advice.or(urgency);
    }

    private void weight() {
        if (newestIsDoubtful()) {
            say(
                    "Hasil ukur terakhir perlu diperiksa ulang.",
                    "The latest measurement needs to be checked again.",
                    Advice.MEASURE_AGAIN);
            return;
        }
        for (WeightSentence.Said one : WeightSentence.of(WeightChange.of(child), today, language)) {
            said.add(one.text());
            advice = advice.or(one.advice());
        }
    }

    /** Of this chart, or the weight of which the first sentence speaks. */
    private boolean newestIsDoubtful() {
        ChartedMeasurement newest = child.newest();
        return newest != null && (newest.doubtful(chart.index()) || newest.doubtful(GrowthIndex.WEIGHT_FOR_AGE));
    }

    private void weightForAge() {
        if (!(newest(GrowthIndex.WEIGHT_FOR_AGE)
                instanceof Found(WeightForAge weight, String when, boolean near, boolean red))) {
            return;
        }
        if (red) {
            say(
                    "Beratnya di bawah garis merah" + when + ".",
                    "The weight is below the red line" + when + ".",
                    Advice.REFER);
            return;
        }
        switch (weight) {
            case SEVERELY_UNDERWEIGHT, UNDERWEIGHT ->
                say(
                        "Beratnya di bawah batas untuk umurnya" + when + ".",
                        "The weight is below the limit for the age" + when + ".",
                        Advice.REFER);
            case NORMAL -> normal(near && chart == ChartIndex.BBU, near, new Subject("Beratnya", "The weight"), when);
            case RISK_OF_OVERWEIGHT -> {
                if (chart == ChartIndex.BBU) {
                    say(
                            "Beratnya di atas rata-rata anak seumurnya" + when + ".",
                            "The weight is above that of most children of this age" + when + ".",
                            Advice.ROUTINE);
                }
            }
        }
    }

    private void heightForAge() {
        if (!(newest(GrowthIndex.LENGTH_HEIGHT_FOR_AGE)
                instanceof Found(HeightForAge height, String when, boolean near, boolean _))) {
            return;
        }
        boolean asked = chart == ChartIndex.BBU || chart == ChartIndex.TBU;
        switch (height) {
            case SEVERELY_STUNTED ->
                say(
                        "Tinggi badannya jauh di bawah batas untuk umurnya" + when + ".",
                        "The height is far below the limit for the age" + when + ".",
                        Advice.REFER);
            case STUNTED ->
                say(
                        "Tinggi badannya di bawah batas untuk umurnya" + when + ".",
                        "The height is below the limit for the age" + when + ".",
                        Advice.REFER);
            case NORMAL -> normal(asked, near, new Subject("Tinggi badannya", "The height"), when);
            case TALL -> {
                if (chart == ChartIndex.TBU) {
                    say(
                            "Tinggi badannya di atas batas untuk umurnya" + when + ".",
                            "The height is above the limit for the age" + when + ".",
                            Advice.ASK);
                }
            }
        }
    }

    private void weightForHeight() {
        ChartedMeasurement newest = child.newest();
        if (newest != null && newest.measures().oedema()) {
            say(
                    "Bengkak di kedua kaki perlu segera diperiksa.",
                    "The swelling of both feet needs to be looked at at once.",
                    Advice.URGENT);
            return;
        }
        GrowthIndex index = chart == ChartIndex.IMTU ? GrowthIndex.BMI_FOR_AGE : GrowthIndex.WEIGHT_FOR_LENGTH_HEIGHT;
        if (!(newest(index) instanceof Found(WeightForHeight weight, String when, boolean near, boolean _))) {
            return;
        }
        boolean asked = chart == ChartIndex.BBTB || chart == ChartIndex.IMTU;
        switch (weight) {
            case SEVERELY_WASTED ->
                say(
                        "Beratnya jauh di bawah batas untuk tingginya" + when + ".",
                        "The weight is far below the limit for the height" + when + ".",
                        Advice.URGENT);
            case WASTED ->
                say(
                        "Beratnya di bawah batas untuk tingginya" + when + ".",
                        "The weight is below the limit for the height" + when + ".",
                        Advice.REFER);
            case NORMAL -> normal(asked, near, new Subject("Berat untuk tingginya", "The weight for the height"), when);
            case RISK_OF_OVERWEIGHT -> {
                if (asked) {
                    say(
                            "Berat untuk tingginya di atas rata-rata" + when + ".",
                            "The weight for the height is above average" + when + ".",
                            Advice.ASK);
                }
            }
            case OVERWEIGHT, OBESE ->
                say(
                        "Beratnya di atas batas untuk tingginya" + when + ".",
                        "The weight is above the limit for the height" + when + ".",
                        Advice.ASK);
        }
    }

    private void head() {
        if (!(newest(GrowthIndex.HEAD_CIRCUMFERENCE_FOR_AGE)
                instanceof Found(HeadForAge head, String when, boolean near, boolean _))) {
            return;
        }
        switch (head) {
            case MICROCEPHALY, MACROCEPHALY ->
                say(
                        "Lingkar kepalanya di luar batas untuk umurnya" + when + ".",
                        "The head circumference is outside the limits for the age" + when + ".",
                        Advice.REFER);
            case NORMAL ->
                normal(chart == ChartIndex.LKU, near, new Subject("Lingkar kepalanya", "The head circumference"), when);
        }
    }

    private record Subject(String indonesian, String english) {}

    private void normal(boolean asked, boolean near, Subject subject, String when) {
        if (asked) {
            say(
                    subject.indonesian() + " normal" + (near ? ", tetapi dekat batas" : "") + when + ".",
                    subject.english() + " is normal" + (near ? " but near the limit" : "") + when + ".",
                    Advice.ROUTINE);
        }
    }

    /** @param when empty for the newest measurement, otherwise of when this is */
    private record Found(Category category, String when, boolean near, boolean belowRedLine) {}

    private @Nullable Found newest(GrowthIndex index) {
        for (ChartedMeasurement one : child.measurements().reversed()) {
            Category category = one.category(index);
            if (category != null && one.assessment().has(index)) {
                return new Found(
                        category,
                        when(one),
                        near(one, index, category),
                        one.card().belowRedLine());
            }
        }
        return null;
    }

    private String when(ChartedMeasurement one) {
        return one.equals(child.newest())
                ? ""
                : language.say(" (diukur ", " (measured in ") + language.month(one.day()) + ")";
    }

    private static boolean near(ChartedMeasurement one, GrowthIndex index, Category category) {
        double z = one.assessment().z(index);
        boolean above = index == GrowthIndex.HEAD_CIRCUMFERENCE_FOR_AGE
                && !Objects.equals(one.policy().category(index, Assessment.rounded(z + NEAR)), category);
        return above || !Objects.equals(one.policy().category(index, Assessment.rounded(z - NEAR)), category);
    }

    private void advise() {
        String next = switch (advice) {
            case URGENT ->
                language.say("Segera bawa Ananda ke puskesmas.", "Take your child to the health centre at once.");
            case REFER ->
                language.say(
                        "Bawa Ananda ke bidan atau puskesmas untuk diperiksa.",
                        "Take your child to the midwife or the health centre to be examined.");
            case ASK -> language.say("Tanyakan kepada kader atau bidan.", "Ask the kader or the midwife.");
            case MEASURE_AGAIN -> language.say("Mintalah kader mengukur ulang.", "Ask the kader to measure again.");
            case ROUTINE -> child.underFive(today) ? routine() : "";
        };
        if (!next.isEmpty()) {
            said.add(next);
        }
    }

    private String routine() {
        ChartedMeasurement newest = child.newest();
        return newest != null && YearMonth.from(newest.day()).equals(YearMonth.from(today))
                ? language.say("Timbang lagi bulan depan.", "Weigh again next month.")
                : language.say("Timbang lagi bulan ini.", "Weigh again this month.");
    }
}
