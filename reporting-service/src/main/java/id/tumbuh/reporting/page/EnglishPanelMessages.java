package id.tumbuh.reporting.page;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;

/** Words of the lower panels of the cockpit, English. */
@Localized("en")
public interface EnglishPanelMessages extends PanelMessages {
    @Override
    @Message("{count} late")
    String late(String count);

    @Override
    @Message("No programmes this year yet")
    String noProgrammes();

    @Override
    @Message("No case audits yet")
    String noAudits();

    @Override
    @Message("Nothing is coming up")
    String nothingNext();

    @Override
    @Message("Commitment: {party}")
    String commitment(String party);

    @Override
    @Message("{instrument} {year}")
    String survey(String instrument, String year);

    @Override
    @Message("Routine (D/S {coverage})")
    String routine(String coverage);

    @Override
    @Message("No survey yet")
    String noSurvey();

    @Override
    @Message("The difference explained")
    String explained();

    @Override
    @Message("More")
    String all();
}
