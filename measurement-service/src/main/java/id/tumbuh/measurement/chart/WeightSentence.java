package id.tumbuh.measurement.chart;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells the parent how the weight went: by how much, and whether that is what the card (KBM) expects of the month. */
final class WeightSentence {

    private final LocalDate today;
    private final Language language;
    private final List<Said> said = new ArrayList<>();

    /** A sentence and what it calls for. */
    record Said(String text, Advice advice) {}

    private WeightSentence(LocalDate today, Language language) {
        this.today = today;
        this.language = language;
    }

    static List<Said> of(@Nullable WeightChange change, LocalDate today, Language language) {
        WeightSentence sentence = new WeightSentence(today, language);
        if (change != null) {
            sentence.change(change);
        }
        return sentence.said;
    }

    private void say(String indonesian, String english, Advice advice) {
        said.add(new Said(language.say(indonesian, english), advice));
    }

    private void change(WeightChange change) {
        String weight = language.measure(change.now().measures().weightKg());
        ChartedMeasurement before = change.before();
        if (before == null) {
            say(
                    "Berat pertama yang tercatat " + weight + " kg.",
                    "The first recorded weight is " + weight + " kg.",
                    Advice.ROUTINE);
            return;
        }
        if (!change.comparable()) {
            say(
                    "Berat Ananda " + weight + " kg; hasil timbang sebelumnya perlu diperiksa ulang.",
                    "Your child weighs " + weight + " kg; the weighing before needs to be checked again.",
                    Advice.ASK);
            return;
        }
        String went = went(change.grams()) + " " + since(change.now().day(), before.day());
        switch (change.mark().letter()) {
            case B, O ->
                say(
                        went + "; bulan sebelumnya tidak ditimbang.",
                        went + "; the month before it was not weighed.",
                        change.grams() > 0 ? Advice.ROUTINE : Advice.ASK);
            case N -> say(went + ", cukup untuk umurnya.", went + ", enough for the age.", Advice.ROUTINE);
            case T -> notEnough(change, went);
        }
    }

    /** One T is enough to be referred: Buku KIA 2023. */
    private void notEnough(WeightChange change, String went) {
        Integer minimum = change.mark().minimumGain();
        String expected = language.grams(minimum == null ? 0 : minimum);
        if (change.grams() > 0) {
            say(
                    went + ", kurang dari " + expected + " yang diharapkan.",
                    went + ", less than the expected " + expected + ".",
                    Advice.REFER);
        } else {
            say(
                    went + "; diharapkan naik " + expected + ".",
                    went + "; a gain of " + expected + " was expected.",
                    Advice.REFER);
        }
        if (change.mark().twiceNotGained()) {
            say("Sudah dua kali tidak naik (2T).", "It has not gained twice in a row (2T).", Advice.REFER);
        }
    }

    private String went(int grams) {
        if (grams == 0) {
            return language.say("Berat Ananda tetap", "Your child's weight did not change");
        }
        String amount = language.grams(Math.abs(grams));
        return grams > 0
                ? language.say("Berat Ananda naik ", "Your child gained ") + amount
                : language.say("Berat Ananda turun ", "Your child lost ") + amount;
    }

    private String since(LocalDate now, LocalDate before) {
        YearMonth thisMonth = YearMonth.from(today);
        if (!YearMonth.from(now).equals(thisMonth)) {
            return language.say("dari ", "from ")
                    + language.shortDay(before)
                    + language.say(" ke ", " to ")
                    + language.shortDay(now);
        }
        return YearMonth.from(before).equals(thisMonth.minusMonths(1))
                ? language.say("sejak bulan lalu", "since last month")
                : language.say("sejak ", "since ") + language.day(before);
    }
}
