package id.tumbuh.reporting.evaluation;

import id.tumbuh.reporting.Country;
import id.tumbuh.reporting.indicator.Indicator;
import id.tumbuh.reporting.indicator.Period;
import id.tumbuh.reporting.reconciliation.Numbers;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts a report into words and numbers of one language. */
public final class ReportWording {
    private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");
    private static final String NOTHING = "–";
    private static final int ID_SHOWN = 8;

    private final Locale locale;
    private final EvaluationMessages words;
    private final Numbers numbers;
    private final ChangeWording changes;

    private ReportWording(Locale locale) {
        this.locale = locale;
        this.words = words(locale);
        this.numbers = new Numbers(locale);
        this.changes = new ChangeWording(this);
    }

    public static ReportWording in(Locale locale) {
        return new ReportWording(locale);
    }

    /** The bundle itself, for headings. */
    public static EvaluationMessages words(Locale locale) {
        return locale.getLanguage().equals("en")
                ? MessageBundles.get(EvaluationMessages.class, Localized.Literal.of("en"))
                : MessageBundles.get(EvaluationMessages.class);
    }

    EvaluationMessages words() {
        return words;
    }

    Numbers numbers() {
        return numbers;
    }

    /**
     * The whole sheet.
     *
     * @param posyandu their names, as far as they are known
     */
    public ReportSheet sheet(EvaluationView view, Map<UUID, String> posyandu) {
        Report report = view.report();
        return new ReportSheet(
                report.area(),
                report.name(),
                report.period(),
                semester(report.period()),
                state(view.state()),
                due(view.due()),
                words.dueBasis(view.due().source()),
                view.due().note() == null ? "" : view.due().note(),
                view.live() || view.frozen() == null
                        ? words.notFrozen()
                        : words.frozen(
                                moment(view.frozen().submittedAt()),
                                view.frozen().hash()),
                report.asOf() == null ? words.noData() : words.asOf(moment(report.asOf())),
                view.state() == EvaluationView.Stage.ACCEPTED,
                report.figures().stream().map(this::figure).toList(),
                changes.way(report.way()),
                changes.survey(report.survey(), locale),
                changes.changes(report),
                changes.untold(report.changes().untold()),
                rank(report),
                report.areas().stream().map(this::ranked).toList(),
                report.posyandu().stream().map(one -> weak(one, posyandu)).toList(),
                lines(view.live() ? view.obstacles() : report.obstacles()),
                lines(view.live() ? view.followUp() : report.followUp()),
                view.history().stream().map(this::happened).toList());
    }

    /** Semester I 2026 (Januari–Juni 2026). */
    public String semester(String code) {
        Period period = Period.of(code).orElseThrow();
        return words.semester(
                code.endsWith("1") ? "I" : "II",
                Integer.toString(period.first().getYear()),
                DateTimeFormatter.ofPattern("MMMM", locale).format(period.first()),
                month(period.last()));
    }

    /** How far it is. */
    public String state(EvaluationView.Stage state) {
        return switch (state) {
            case NOT_BEGUN -> words.stateNotBegun();
            case DRAFT -> words.stateDraft();
            case SUBMITTED -> words.stateSubmitted();
            case RETURNED -> words.stateReturned();
            case ACCEPTED -> words.stateAccepted();
        };
    }

    private String due(EvaluationView.Due due) {
        return words.due(dueText(due.on(), due.late(), due.overdue()));
    }

    /** Until when, and whether that is over. */
    public String dueText(LocalDate on, boolean late, boolean overdue) {
        String day = day(on);
        if (overdue) {
            return day + " – " + words.overdue();
        }
        return late ? day + " – " + words.late() : day;
    }

    private ReportSheet.Figure figure(Report.Line line) {
        return new ReportSheet.Figure(
                name(line),
                numbers.percent(line.now().percent()),
                counts(line.now()),
                numbers.percent(line.before().percent()),
                numbers.percent(line.yearBefore().percent()),
                change(line),
                line.direction().name().toLowerCase(Locale.ROOT));
    }

    String name(Report.Line line) {
        return in(line).name();
    }

    Indicator.Words in(Report.Line line) {
        return locale.getLanguage().equals("en") ? line.english() : line.indonesian();
    }

    private String counts(Report.Value value) {
        if (value.denominator() == 0) {
            return words.noData();
        }
        String counts = words.ofCounts(numbers.count(value.numerator()), numbers.count(value.denominator())) + ", "
                + months(value.months());
        return value.coverage() == null ? counts : counts + ", " + words.covered(numbers.percent(value.coverage()));
    }

    String months(List<YearMonth> months) {
        return months.size() == 1 ? month(months.getFirst()) : month(months.getFirst()) + "–" + month(months.getLast());
    }

    String change(Report.Line line) {
        return switch (line.direction()) {
            case BETTER -> words.better(points(line.points()));
            case WORSE -> words.worse(points(line.points()));
            case SAME -> words.same();
            case UNKNOWN -> words.notComparable();
        };
    }

    private String points(@Nullable BigDecimal points) {
        if (points == null) {
            return NOTHING;
        }
        String text = numbers.decimal(points, 1);
        return points.signum() > 0 ? "+" + text : text;
    }

    String rank(Report report) {
        Report.Rank rank = report.rank();
        return rank == null
                ? words.noRank()
                : words.rank(
                        numbers.count((long) rank.place()),
                        numbers.count((long) rank.of()),
                        rank.within().equals(Country.CODE) ? words.inCountry() : words.inProvince());
    }

    private ReportSheet.Ranked ranked(Report.Ranked one) {
        return new ReportSheet.Ranked(
                one.place() == null ? NOTHING : one.place().toString(),
                one.name(),
                numbers.percent(one.percent()),
                words.ofCounts(numbers.count(one.stunted()), numbers.count(one.measured())),
                numbers.percent(one.coverage()));
    }

    private ReportSheet.Weak weak(Report.Weak one, Map<UUID, String> names) {
        return new ReportSheet.Weak(
                posyandu(one, names),
                one.areaName() == null ? one.area() : one.areaName(),
                numbers.count(one.measured()),
                one.signs().stream().map(changes::sign).toList());
    }

    String posyandu(Report.Weak one, Map<UUID, String> names) {
        String id = one.posyanduId().toString();
        return names.getOrDefault(one.posyanduId(), words.unnamed(id.substring(id.length() - ID_SHOWN)));
    }

    private ReportSheet.Happened happened(EvaluationView.Happened step) {
        return new ReportSheet.Happened(
                moment(step.at()),
                switch (step.action()) {
                    case SUBMITTED -> words.stepSubmitted();
                    case RETURNED -> words.stepReturned();
                    case ACCEPTED -> words.stepAccepted();
                },
                words.team() + " " + step.officeName(),
                step.remarks());
    }

    private List<String> lines(String text) {
        return text.isBlank() ? List.of(words.notWritten()) : text.lines().toList();
    }

    String month(YearMonth month) {
        return DateTimeFormatter.ofPattern("MMMM yyyy", locale).format(month);
    }

    /** 15 Juli 2026. */
    public String day(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy", locale).format(day);
    }

    /** 15 Juli 2026 09.12 WIB. */
    public String moment(Instant moment) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy HH.mm", locale).format(moment.atZone(WIB)) + " WIB";
    }
}
