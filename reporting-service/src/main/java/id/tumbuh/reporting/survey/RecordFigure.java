package id.tumbuh.reporting.survey;

import id.tumbuh.platform.database.Database;
import id.tumbuh.reporting.statement.KeepStatement;
import id.tumbuh.reporting.statement.Kept;
import id.tumbuh.reporting.statement.Writer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Records what somebody said of the routine figures, or of an indicator that the centre asks for. */
@ApplicationScoped
public class RecordFigure {
    private final Database database;
    private final RecordedFigures figures;
    private final SurveyRules rules;

    RecordFigure(Database database, RecordedFigures figures, SurveyRules rules) {
        this.database = database;
        this.figures = figures;
        this.rules = rules;
    }

    /** Refuses an indicator that no list has, and a year that has not begun. */
    public Kept<RecordedFigure> record(Writer writer, UUID id, FigureForm form) {
        RecordedFigure told = form.value(id);
        if (!database.read(writer.scope(), sql -> figures.isListed(sql, told.indicator()))) {
            rules.checkIndicator(told.indicator());
        }
        rules.checkYear(told.year());
        return database.write(writer.scope(), tx -> new KeepStatement<>(figures).keep(tx, writer, told));
    }
}
