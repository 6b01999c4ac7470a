package id.tumbuh.reporting.page;

import id.tumbuh.platform.rules.Rule;
import id.tumbuh.platform.rules.RuleBook;
import id.tumbuh.platform.rules.RuleSet;
import id.tumbuh.reporting.monthly.MonthCounters;
import id.tumbuh.reporting.programme.LateRule;
import id.tumbuh.reporting.programme.Programme;
import id.tumbuh.reporting.programme.ProgrammeConsumer;
import id.tumbuh.reporting.programme.Programmes;
import id.tumbuh.reporting.progress.Progress;
import id.tumbuh.reporting.referral.ReferralConsumer;
import id.tumbuh.reporting.referral.Referrals;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads the programmes of an area and year and puts them into words. */
@ApplicationScoped
class ProgrammeView {
    private static final int SHOWN = 100;

    private final Programmes programmes;
    private final Referrals referrals;
    private final Progress progress;
    private final RuleBook rules;

    ProgrammeView(Programmes programmes, Referrals referrals, Progress progress, RuleBook rules) {
        this.programmes = programmes;
        this.referrals = referrals;
        this.progress = progress;
        this.rules = rules;
    }

    /** What stands in the database, read in one go. */
    record Read(
            Opening.Place place,
            int year,
            List<Integer> years,
            LateRule rule,
            LateRule.Expected expected,
            Programme.Sums sums,
            List<Programme.FieldSum> fields,
            List<Programme> list,
            List<Referrals.Count> referrals,
            @Nullable Instant asOf,
            @Nullable Instant referralsAsOf) {
        String area() {
            return place.area().code();
        }
    }

    Read read(Handle sql, Opening.Place place, @Nullable Integer asked, int limit) {
        LateRule rule = LateRule.of(rules());
        int year = asked == null ? MonthCounters.today().getYear() : asked;
        LateRule.Expected expected = rule.expected(year, MonthCounters.today());
        Programmes.Wanted wanted = new Programmes.Wanted(place.area().code(), year, expected);
        return new Read(
                place,
                year,
                programmes.years(sql, wanted.area()),
                rule,
                expected,
                programmes.sums(sql, wanted),
                programmes.byField(sql, wanted),
                programmes.list(sql, wanted, limit),
                referrals.open(sql, wanted.area(), MonthCounters.today()),
                progress.asOf(sql, List.of(ProgrammeConsumer.GROUP)).orElse(null),
                progress.asOf(sql, List.of(ReferralConsumer.GROUP)).orElse(null));
    }

    Read read(Handle sql, Opening.Place place, @Nullable Integer asked) {
        return read(sql, place, asked, SHOWN);
    }

    ProgrammePage page(Read read, Intervention.Answer<Intervention.Words> told, Locale locale) {
        Wording wording = new Wording(locale);
        ProgrammeMessages words = Pages.words(ProgrammeMessages.class, locale);
        ProgrammeWords named = new ProgrammeWords(words, told.orElse(Intervention.Words.NONE));
        Programme.Sums sums = read.sums();
        Fields fields = Fields.of(rules(), locale);
        ProgrammeMoney money = new ProgrammeMoney(wording, fields);
        Rule late = rules().rule(LateRule.CODE);
        return new ProgrammePage(
                read.place(),
                read.year(),
                read.years(),
                read.asOf() == null ? null : wording.moment(read.asOf()),
                rule(read.expected(), words, wording),
                numbers(sums, words, wording),
                read.fields().stream().map(money::field).toList(),
                money.sources(sums),
                quarters(read, wording),
                read.list().stream().map(one -> row(one, named, words, wording)).toList(),
                read.list().isEmpty() ? null : told.missing(words.wordsRefused(), words.wordsAway()),
                sums.programmes() > read.list().size()
                        ? words.more(
                                wording.count(sums.programmes() - read.list().size()))
                        : null,
                read.referralsAsOf() == null ? null : words.referralsSource(wording.moment(read.referralsAsOf())),
                read.referrals().stream()
                        .map(count -> referred(count, fields, wording))
                        .toList(),
                new ProgrammePage.Note(late.code(), late.value(), late.source(), late.note()));
    }

    private RuleSet rules() {
        return rules.on(MonthCounters.today());
    }

    private static String rule(LateRule.Expected expected, ProgrammeMessages words, Wording wording) {
        return expected.quarters() == 0
                ? words.nothingExpected()
                : words.rule(
                        Roman.of(expected.quarters()),
                        wholePercent(expected.targetShare(), wording),
                        wholePercent(expected.budgetShare(), wording),
                        Integer.toString(expected.ruleVersion()));
    }

    private static List<Headline> numbers(Programme.Sums sums, ProgrammeMessages words, Wording wording) {
        return List.of(
                new Headline(words.ceiling(), wording.aboutRupiah(sums.budget()), words.allSources()),
                new Headline(
                        words.spent(),
                        wording.aboutRupiah(sums.spent()),
                        words.ofCeiling(Portion.of(sums.spent(), sums.budget()).text(wording))),
                new Headline(words.programmes(), wording.count(sums.programmes()), ""),
                new Headline(
                        words.late(),
                        wording.count(sums.late()),
                        words.ofProgrammes(wording.count(sums.programmes()))));
    }

    private static List<ProgrammePage.Quarter> quarters(Read read, Wording wording) {
        List<ProgrammePage.Quarter> quarters = new ArrayList<>();
        long cumulative = 0;
        for (int quarter = 1; quarter <= read.sums().spentByQuarter().size(); quarter++) {
            long spent = read.sums().spentByQuarter().get(quarter - 1);
            cumulative += spent;
            Portion portion = Portion.of(cumulative, read.sums().budget());
            BigDecimal expected = read.rule().budgetShare().get(quarter - 1);
            quarters.add(new ProgrammePage.Quarter(
                    Roman.of(quarter),
                    wording.rupiah(spent),
                    wording.rupiah(cumulative),
                    portion.text(wording),
                    portion.bar(),
                    wholePercent(expected, wording),
                    expected.movePointRight(2).toPlainString()));
        }
        return quarters;
    }

    private static ProgrammePage.Row row(
            Programme one, ProgrammeWords named, ProgrammeMessages words, Wording wording) {
        Portion output = Portion.of(one.output(), one.target());
        Portion money = Portion.of(one.spentSoFar(), one.budget());
        return new ProgrammePage.Row(
                named.title(one),
                named.office(one),
                named.indicator(one),
                one.areaName() == null ? one.area() : one.areaName(),
                words.outputOf(wording.number(one.output(), 2), wording.number(one.target(), 2), named.unit(one)),
                output.text(wording),
                wording.rupiah(one.budget()),
                wording.rupiah(one.spentSoFar()),
                money.text(wording),
                one.isLate(),
                status(one, words),
                one.partOf() == null);
    }

    private static ProgrammePage.Referred referred(Referrals.Count count, Fields fields, Wording wording) {
        return new ProgrammePage.Referred(
                count.field(),
                fields.words(count.field()),
                wording.count(count.open()),
                wording.count(count.waiting()),
                wording.count(count.declined()),
                wording.count(count.done()),
                wording.count(count.overdue()));
    }

    private static String status(Programme one, ProgrammeMessages words) {
        if (!one.isLate()) {
            return words.onTime();
        }
        if (one.lateInOutput() && one.lateInSpending()) {
            return words.lateBoth();
        }
        return one.lateInOutput() ? words.lateOutput() : words.lateSpending();
    }

    private static String wholePercent(BigDecimal share, Wording wording) {
        return wording.number(share.movePointRight(2), 1) + "%";
    }

    /** Money by office and by source, as rows with bars. */
    private record ProgrammeMoney(Wording wording, Fields fields) {
        ProgrammePage.Share field(Programme.FieldSum sum) {
            return share(sum.field(), fields.words(sum.field()), sum.budget(), sum.spent(), sum);
        }

        List<ProgrammePage.Share> sources(Programme.Sums sums) {
            Map<String, Long> budget = new TreeMap<>(sums.budgetBySource());
            sums.spentBySource().keySet().forEach(source -> budget.putIfAbsent(source, 0L));
            return budget.entrySet().stream()
                    .map(one -> share(
                            one.getKey(),
                            null,
                            one.getValue(),
                            sums.spentBySource().getOrDefault(one.getKey(), 0L),
                            null))
                    .toList();
        }

        private ProgrammePage.Share share(
                String name, @Nullable String words, long budget, long spent, Programme.@Nullable FieldSum sum) {
            Portion portion = Portion.of(spent, budget);
            return new ProgrammePage.Share(
                    name,
                    words,
                    sum == null ? "" : wording.count(sum.programmes()),
                    wording.rupiah(budget),
                    wording.rupiah(spent),
                    portion.text(wording),
                    portion.bar(),
                    sum == null ? null : wording.count(sum.late()));
        }
    }
}
