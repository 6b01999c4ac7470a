package id.tumbuh.measurement.chart;

import id.tumbuh.measurement.chart.GrowthChart.Wish;
import java.time.LocalDate;
import java.util.List;

/** Says what the picture shows to whoever does not see it. */
final class Description {

    private final ChartedChild child;
    private final Wish wish;
    private final boolean older;
    private final Language language;

    Description(ChartedChild child, Wish wish, boolean older) {
        this.child = child;
        this.wish = wish;
        this.older = older;
        language = wish.language();
    }

    /** The span of the axis across. */
    static String window(Wish wish, boolean older) {
        Language language = wish.language();
        if (wish.chart().byLength()) {
            return older
                    ? language.say("45\u2013120 cm, berdiri", "45\u2013120 cm, standing")
                    : language.say("45\u2013100 cm, telentang", "45\u2013100 cm, lying");
        }
        return (older ? "0\u201360" : "0\u201324") + language.say(" bulan", " months");
    }

    String title() {
        return language.say("Grafik ", "Chart: ") + wish.chart().title(language) + ", "
                + Wording.sex(child.sex(), language) + ", " + window(wish, older);
    }

    String of(List<GrowthPoint> points) {
        String lines = language.say(
                "Garis Standar WHO 2006 dari \u22123 sampai +3 SD. ",
                "Lines of the WHO standards 2006 from \u22123 to +3 SD. ");
        if (points.isEmpty()) {
            return lines + language.say("Belum ada pengukuran.", "No measurement yet.");
        }
        GrowthPoint newest = points.getLast();
        LocalDate first = points.getFirst().measurement().day();
        LocalDate last = newest.measurement().day();
        return lines
                + points.size()
                + language.say(" pengukuran dari ", " measurements from ")
                + language.day(first)
                + language.say(" sampai ", " to ")
                + language.day(last)
                + language.say(". Terakhir ", ". The latest: ")
                + Wording.value(newest, wish.chart(), language)
                + language.say(", umur ", ", age ")
                + Wording.age(child.birthDate(), last, language)
                + ", z "
                + language.z(newest.z())
                + ", "
                + Wording.status(newest, language)
                + card(newest)
                + ".";
    }

    private String card(GrowthPoint newest) {
        OnCard card = newest.measurement().card();
        if (wish.chart() != ChartIndex.BBU || card.mark() == null) {
            return "";
        }
        return ", KMS " + card.mark().text() + (card.belowRedLine() ? ", BGM" : "");
    }
}
