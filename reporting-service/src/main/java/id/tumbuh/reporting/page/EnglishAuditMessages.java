package id.tumbuh.reporting.page;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;

/** Words of the page of case audits, English. */
@Localized("en")
public interface EnglishAuditMessages extends AuditMessages {
    @Override
    @Message("Case audits")
    String title();

    @Override
    @Message("Source: case audits by intervention-service")
    String source();

    @Override
    @Message("Semester")
    String semester();

    @Override
    @Message("Semester {number} of {year}")
    String semesterOf(String number, String year);

    @Override
    @Message("Cases are shown by their numbers alone; names are never here.")
    String byPseudonym();

    @Override
    @Message("Groups and stages")
    String matrix();

    @Override
    @Message("Group")
    String group();

    @Override
    @Message("Total")
    String total();

    @Override
    @Message("Proposed")
    String proposed();

    @Override
    @Message("Selected")
    String selected();

    @Override
    @Message("Reviewed")
    String reviewed();

    @Override
    @Message("Disseminated")
    String disseminated();

    @Override
    @Message("Follow-up under way")
    String followUp();

    @Override
    @Message("Evaluated")
    String evaluated();

    @Override
    @Message("Not selected or withdrawn")
    String ended();

    @Override
    @Message("Reviewed: worksheet, review by experts or recommendation. RTL is the follow-up plan.")
    String reviewedMeans();

    @Override
    @Message("Couples to be married")
    String catin();

    @Override
    @Message("Pregnant women")
    String pregnant();

    @Override
    @Message("Women after birth")
    String postPartum();

    @Override
    @Message("Children of 0 to 23 months")
    String baduta();

    @Override
    @Message("Children of 24 to 59 months")
    String balita();

    @Override
    @Message("Cases one by one")
    String cases();

    @Override
    @Message("Case number")
    String number();

    @Override
    @Message("Area")
    String area();

    @Override
    @Message("Stage")
    String stage();

    @Override
    @Message("Since")
    String since();

    @Override
    @Message("Follow-ups open")
    String openFollowUps();

    @Override
    @Message("{open} of {all}")
    String openOf(String open, String all);

    @Override
    @Message("The list of cases is not shown to your role; the counts are complete.")
    String casesHidden();

    @Override
    @Message("{count} more cases are in the areas below.")
    String more(String count);

    @Override
    @Message("There is no case audit in this area yet.")
    String none();
}
