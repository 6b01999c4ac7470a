package id.tumbuh.intervention.partner;

import id.tumbuh.intervention.area.AreaNames;
import id.tumbuh.intervention.placement.Days;
import id.tumbuh.intervention.problem.InterventionProblem;
import id.tumbuh.platform.http.ProblemException;
import id.tumbuh.platform.rules.RuleBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts together the page of a portfolio. */
@ApplicationScoped
class PortfolioPages {
    /** What is shown before somebody chose: half a year, as partners report it. */
    private static final int USUAL_MONTHS = 6;

    private final Portfolios portfolios;
    private final AreaNames areas;
    private final RuleBook rules;
    private final Clock clock = Clock.systemUTC();

    PortfolioPages(Portfolios portfolios, AreaNames areas, RuleBook rules) {
        this.portfolios = portfolios;
        this.areas = areas;
        this.rules = rules;
    }

    PortfolioPage of(Reader reader, @Nullable String from, @Nullable String to) {
        YearMonth now = YearMonth.from(Days.of(clock.instant()));
        var months = from == null && to == null
                ? new Portfolios.Months(now.minusMonths(USUAL_MONTHS - 1L), now)
                : Portfolios.Months.asked(from, to);
        try {
            PortfolioView portfolio = portfolios.of(reader.party(), months);
            return page(months, null, figures(portfolio, months, reader));
        } catch (ProblemException refused) {
            if (refused.problem().code() != InterventionProblem.TOO_FEW_CHILDREN) {
                throw refused;
            }
            int least = PartnerRules.of(rules.on(Days.of(clock.instant()))).leastChildren();
            return page(months, reader.words().tooFew(reader.wording().count(least)), null);
        }
    }

    private static PortfolioPage page(
            Portfolios.Months months, @Nullable String tooFew, PortfolioPage.@Nullable Figures figures) {
        return new PortfolioPage(months.from().toString(), months.to().toString(), tooFew, figures);
    }

    private PortfolioPage.Figures figures(PortfolioView portfolio, Portfolios.Months months, Reader reader) {
        PageWording wording = reader.wording();
        Map<String, String> names = areas.of(
                portfolio.kecamatan().stream().map(PortfolioView.Row::kecamatan).toList());
        Integer needEnded = portfolio.needEnded();
        return new PortfolioPage.Figures(
                wording.month(months.from()) + " " + reader.words().until() + " " + wording.month(months.to()),
                wording.count(portfolio.children()),
                needEnded == null ? reader.words().tooFewToTell() : wording.count(needEnded),
                wording.count(portfolio.reports()),
                portfolio.kecamatan().stream()
                        .map(row -> new PortfolioPage.Row(
                                names.getOrDefault(row.kecamatan(), row.kecamatan()), wording.count(row.children())))
                        .toList(),
                portfolio.others() == 0 ? null : wording.count(portfolio.others()),
                reader.words().suppression(wording.count(portfolio.leastChildren())));
    }
}
