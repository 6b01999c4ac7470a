package id.tumbuh.reporting.survey;

import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.rules.RuleBook;
import id.tumbuh.platform.rules.RuleSet;
import id.tumbuh.reporting.statement.KeptAnswer;
import id.tumbuh.reporting.statement.StatementProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** The surveys and indicators there are, by dated rules. */
@ApplicationScoped
public class SurveyRules {
    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

    private final RuleBook rules;

    SurveyRules(RuleBook rules) {
        this.rules = rules;
    }

    /** In the order in which they are preferred where several speak of one year. */
    public List<String> instruments() {
        return today().list("survey.instruments");
    }

    public void checkIndicator(String indicator) {
        if (!today().list("survey.indicators").contains(indicator)) {
            throw KeptAnswer.invalid("/indicator", StatementProblem.INDICATOR_UNKNOWN);
        }
    }

    void checkInstrument(String instrument) {
        if (!instruments().contains(instrument)) {
            throw KeptAnswer.invalid("/instrument", StatementProblem.INSTRUMENT_UNKNOWN);
        }
    }

    /** Nobody has surveyed or counted a year that has not begun. */
    void checkYear(int year) {
        if (year > LocalDate.now(JAKARTA).getYear()) {
            throw KeptAnswer.invalid("/year", CommonProblem.OUT_OF_RANGE);
        }
    }

    private RuleSet today() {
        return rules.on(LocalDate.now(JAKARTA));
    }
}
