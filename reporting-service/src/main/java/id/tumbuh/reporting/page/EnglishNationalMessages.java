package id.tumbuh.reporting.page;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;

/** Words of the page of national indicators, English. */
@Localized("en")
public interface EnglishNationalMessages extends NationalMessages {
    @Override
    @Message("National indicators")
    String title();

    @Override
    @Message(
            "What the centre asks for, one by one: counted from events, recorded with its source, or not recorded yet. Recorded figures are never added up from areas below.")
    String lead();

    @Override
    @Message("List")
    String list();

    @Override
    @Message("Period")
    String period();

    @Override
    @Message("Semester {number} of {year}")
    String semesterOf(String number, String year);

    @Override
    @Message("Quarter {number} of {year}")
    String quarterOf(String number, String year);

    @Override
    @Message("Year {year}")
    String yearOf(String year);

    @Override
    @Message("{known} of {of} indicators are known")
    String knownOf(String known, String of);

    @Override
    @Message("{computed} counted from events, {recorded} recorded, {missing} not recorded yet.")
    String howMany(String computed, String recorded, String missing);

    @Override
    @Message("No.")
    String number();

    @Override
    @Message("Indicator")
    String indicator();

    @Override
    @Message("Value")
    String value();

    @Override
    @Message("Counts")
    String counts();

    @Override
    @Message("Source")
    String source();

    @Override
    @Message("{numerator} of {denominator}")
    String ofWhom(String numerator, String denominator);

    @Override
    @Message("Counted from events")
    String fromEvents();

    @Override
    @Message("Counted from events, {month}")
    String fromEventsOf(String month);

    @Override
    @Message("Not recorded yet")
    String unrecorded();

    @Override
    @Message("Another source says otherwise.")
    String contradicted();

    @Override
    @Message("The wording of this indicator is not established.")
    String wordingOpen();

    @Override
    @Message("Lower is better.")
    String lowerIsBetter();

    @Override
    @Message("This list was not in force in that period.")
    String none();

    @Override
    @Message("Download CSV")
    String file();

    @Override
    @Message("Dictionary of columns")
    String dictionary();

    @Override
    @Message(
            "Figures are recorded here or through the API by the TPPS or BKKBN of this area or above, with author, title and date of the source.")
    String howToRecord();
}
