package id.tumbuh.reporting.page;

import id.tumbuh.platform.rules.RuleBook;
import id.tumbuh.reporting.area.Area;
import id.tumbuh.reporting.area.Areas;
import id.tumbuh.reporting.delivery.DeliveredMonths;
import id.tumbuh.reporting.delivery.DeliveredMonths.Count;
import id.tumbuh.reporting.delivery.DeliveryConsumer;
import id.tumbuh.reporting.indicator.Figure;
import id.tumbuh.reporting.indicator.Figures;
import id.tumbuh.reporting.indicator.Indicator;
import id.tumbuh.reporting.indicator.Indicators;
import id.tumbuh.reporting.indicator.Sums;
import id.tumbuh.reporting.monthly.MonthCounters;
import id.tumbuh.reporting.page.FosterPage.Delivered;
import id.tumbuh.reporting.progress.Progress;
import id.tumbuh.reporting.support.NeedConsumer;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads who waits for a sponsor and what sponsors delivered, and puts it into words. */
@ApplicationScoped
class FosterView {
    private final Areas areas;
    private final Figures figures;
    private final Indicators indicators;
    private final DeliveredMonths deliveries;
    private final Progress progress;
    private final RuleBook rules;

    FosterView(
            Areas areas,
            Figures figures,
            Indicators indicators,
            DeliveredMonths deliveries,
            Progress progress,
            RuleBook rules) {
        this.areas = areas;
        this.figures = figures;
        this.indicators = indicators;
        this.deliveries = deliveries;
        this.progress = progress;
        this.rules = rules;
    }

    /** What stands in the database, read in one go. */
    record Read(
            Opening.Place place,
            List<Area> below,
            Map<String, Sums> sums,
            List<YearMonth> months,
            Map<DeliveredMonths.Place, Count> deliveries,
            @Nullable Instant asOf) {
        Count delivered(String area, YearMonth month) {
            return deliveries.getOrDefault(new DeliveredMonths.Place(area, month), Count.NONE);
        }

        Count delivered(String area) {
            return months.stream().map(month -> delivered(area, month)).reduce(Count.NONE, Count::plus);
        }
    }

    Read read(Handle sql, Opening.Place place) {
        List<Area> below = areas.children(sql, place.area().code(), months().getFirst());
        List<String> codes = new ArrayList<>(below.stream().map(Area::code).toList());
        codes.add(place.area().code());
        List<YearMonth> months = months();
        return new Read(
                place,
                below,
                new HashMap<>(figures.sums(sql, codes, MonthCounters.present())),
                months,
                deliveries.of(sql, codes, months),
                progress.asOf(sql, List.of(NeedConsumer.GROUP, DeliveryConsumer.GROUP))
                        .orElse(null));
    }

    /** The present month is the last. */
    private List<YearMonth> months() {
        int trial =
                rules.on(MonthCounters.today()).number("foster.trial-months").intValueExact();
        List<YearMonth> months = new ArrayList<>();
        for (int back = trial - 1; back >= 0; back--) {
            months.add(MonthCounters.present().minusMonths(back));
        }
        return months;
    }

    FosterPage page(Read read, Intervention.Answer<InterventionRecords.Sponsors> told, Locale locale) {
        Wording wording = new Wording(locale);
        FosterMessages words = Pages.words(FosterMessages.class, locale);
        Count all = read.delivered(read.place().area().code());
        return new FosterPage(
                read.place(),
                read.asOf() == null ? null : wording.moment(read.asOf()),
                numbers(read, told, words, wording),
                told.missing(words.sponsorsRefused(), words.sponsorsAway()),
                words.trial(
                        Integer.toString(read.months().size()),
                        wording.month(read.months().getFirst()),
                        wording.month(read.months().getLast())),
                all.due() > 0,
                read.months().stream()
                        .map(month -> new FosterPage.Month(
                                wording.month(month),
                                delivered(read.delivered(read.place().area().code(), month), wording)))
                        .toList(),
                rows(read, wording));
    }

    private List<Headline> numbers(
            Read read, Intervention.Answer<InterventionRecords.Sponsors> told, FosterMessages words, Wording wording) {
        Figure gap = gap(read, read.place().area().code());
        Count delivered = read.delivered(read.place().area().code());
        List<Headline> numbers = new ArrayList<>();
        numbers.add(new Headline(words.needs(), wording.count(gap.denominator()), words.whose()));
        numbers.add(new Headline(words.without(), wording.count(gap.numerator()), words.ofNeeds(wording.percent(gap))));
        if (told instanceof Intervention.Answer.Told<InterventionRecords.Sponsors>(var sponsors)) {
            numbers.add(new Headline(
                    words.free(),
                    wording.count(sponsors.free()),
                    words.ofCapacity(wording.count(sponsors.capacity()), wording.count(sponsors.sponsors()))));
        }
        numbers.add(new Headline(
                words.received(),
                Portion.of(delivered.made(), delivered.due()).text(wording),
                words.ofDue(wording.count(delivered.made()), wording.count(delivered.due()))));
        return numbers;
    }

    private Figure gap(Read read, String area) {
        Indicator indicator = indicators.of("foster-gap");
        return indicator.of(read.sums().getOrDefault(area, Sums.NONE));
    }

    /** Where most are without comes first. */
    private List<FosterPage.Row> rows(Read read, Wording wording) {
        return read.below().stream()
                .sorted(Comparator.comparingLong(
                                (Area area) -> -gap(read, area.code()).numerator())
                        .thenComparing(Area::name))
                .map(area -> {
                    Figure gap = gap(read, area.code());
                    Portion portion = Portion.of(gap.numerator(), gap.denominator());
                    return new FosterPage.Row(
                            area.code(),
                            area.name(),
                            wording.count(gap.denominator()),
                            wording.count(gap.numerator()),
                            portion.text(wording),
                            portion.bar(),
                            delivered(read.delivered(area.code()), wording));
                })
                .toList();
    }

    private static Delivered delivered(Count count, Wording wording) {
        BigDecimal made = new BigDecimal(Portion.of(count.made(), count.due()).bar());
        BigDecimal missed =
                new BigDecimal(Portion.of(count.missed(), count.due()).bar());
        BigDecimal refused =
                new BigDecimal(Portion.of(count.refused(), count.due()).bar());
        return new Delivered(
                wording.count(count.due()),
                wording.count(count.made()),
                wording.count(count.missed()),
                wording.count(count.refused()),
                Portion.of(count.made(), count.due()).text(wording),
                new FosterPage.Bar(
                        made.toPlainString(),
                        missed.toPlainString(),
                        refused.toPlainString(),
                        made.toPlainString(),
                        made.add(missed).toPlainString()));
    }
}
