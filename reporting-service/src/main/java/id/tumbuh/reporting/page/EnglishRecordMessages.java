package id.tumbuh.reporting.page;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;

/** Words of the form that records a figure, English. */
@Localized("en")
public interface EnglishRecordMessages extends RecordMessages {
    @Override
    @Message("Record a figure")
    String title();

    @Override
    @Message("Correct a figure")
    String correct();

    @Override
    @Message("Record")
    String one();

    @Override
    @Message("Correct")
    String change();

    @Override
    @Message(
            "Give the count, the percentage or the statement, and who said it. A figure of another source is recorded beside this one and does not take its place.")
    String lead();

    @Override
    @Message("Year")
    String year();

    @Override
    @Message("Month")
    String month();

    @Override
    @Message("The whole year")
    String wholeYear();

    @Override
    @Message("Count (numerator)")
    String numerator();

    @Override
    @Message("Out of (denominator)")
    String denominator();

    @Override
    @Message("Percentage as the source says")
    String percent();

    @Override
    @Message("Statement, where the source gives no number")
    String statement();

    @Override
    @Message("What was counted, in the words of the source")
    String definition();

    @Override
    @Message("Author or office")
    String author();

    @Override
    @Message("Title of the document")
    String document();

    @Override
    @Message("Published on")
    String published();

    @Override
    @Message("Address on the web")
    String url();

    @Override
    @Message("may be empty")
    String optional();

    @Override
    @Message("No name of a person, NIK or telephone number.")
    String nobody();

    @Override
    @Message("Save")
    String save();

    @Override
    @Message("Cancel")
    String cancel();

    @Override
    @Message("Not saved. Correct these fields:")
    String refused();

    @Override
    @Message("Saved: {indicator}.")
    String done(String indicator);

    @Override
    @Message("This form is no longer valid. Open the page again and fill it in once more.")
    String formOld();

    @Override
    @Message("Somebody has changed this figure since you opened it. Open the page again.")
    String stale();

    @Override
    @Message("This form was saved with other content. Open a new form, or correct what was saved.")
    String taken();

    @Override
    @Message("Only the TPPS, BKKBN or an admin of this area or above may record.")
    String notYours();
}
