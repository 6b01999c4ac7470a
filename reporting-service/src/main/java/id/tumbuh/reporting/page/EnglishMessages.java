package id.tumbuh.reporting.page;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;

/** Words of the pages, English. */
@Localized("en")
public interface EnglishMessages extends Messages {
    @Message("Stunting cockpit")
    @Override
    String cockpit();

    @Message("Stunted children, one by one")
    @Override
    String caseList();

    @Message("sample data")
    @Override
    String sampleData();

    @Message("Live")
    @Override
    String live();

    @Message("Disconnected since")
    @Override
    String disconnected();

    @Message("Data as of")
    @Override
    String asOf();

    @Message("no data yet")
    @Override
    String noData();

    @Message("Month")
    @Override
    String month();

    @Message("Stunted children on record")
    @Override
    String casesRecorded();

    @Message("of them severely stunted")
    @Override
    String severelyAmong();

    @Message("of")
    @Override
    String outOf();

    @Message("children measured")
    @Override
    String measured();

    @Message("Coverage")
    @Override
    String coverage();

    @Message("Areas ranked")
    @Override
    String ranking();

    @Message("Area")
    @Override
    String area();

    @Message("Stunted children")
    @Override
    String stuntedChildren();

    @Message("Prevalence")
    @Override
    String prevalenceShort();

    @Message("Latest events")
    @Override
    String latest();

    @Message("Newly stunted")
    @Override
    String becameStunted();

    @Message("No longer stunted")
    @Override
    String ceasedStunted();

    @Message("Severity changed")
    @Override
    String severityChanged();

    @Message("Family newly at risk")
    @Override
    String flagged();

    @Message("Need opened")
    @Override
    String needOpened();

    @Message("No events yet")
    @Override
    String nothingYet();

    @Message("Show the children")
    @Override
    String toCases();

    @Message("Back to the cockpit")
    @Override
    String toCockpit();

    @Message("Next page")
    @Override
    String nextPage();

    @Message("Name")
    @Override
    String name();

    @Message("Mother's name")
    @Override
    String mother();

    @Message("Age")
    @Override
    String age();

    @Message("months")
    @Override
    String months();

    @Message("Height for age")
    @Override
    String heightForAge();

    @Message("Status")
    @Override
    String status();

    @Message("Since")
    @Override
    String since();

    @Message("Posyandu")
    @Override
    String posyandu();

    @Message("Severely stunted")
    @Override
    String severelyStunted();

    @Message("Stunted")
    @Override
    String stunted();

    @Message("Names are not shown to your role")
    @Override
    String namesHidden();

    @Message("Names cannot be read from the registry right now")
    @Override
    String namesAway();

    @Message("Every reading of a name is recorded.")
    @Override
    String readingAudited();

    @Message("Sign in")
    @Override
    String signIn();

    @Message("This page shows the figures of your areas. Open it by the sign-in link you were given.")
    @Override
    String signInHint();

    @Message("This sign-in link is no longer valid. Each link works once.")
    @Override
    String linkSpent();

    @Message("There is no such area, or it is not one of yours.")
    @Override
    String notYours();

    @Message("This page is not for your role")
    @Override
    String notForYourRole();

    @Message("This page is for TPPS, puskesmas, OPD, BKKBN and auditors. You are signed in with another role.")
    @Override
    String notForYourRoleHint();

    @Message("Sign out")
    @Override
    String signOut();

    @Message("Source: routine data of the posyandu. Every figure has its numerator, denominator and time.")
    @Override
    String source();

    @Message("Skip to content")
    @Override
    String skip();

    @Message("Language")
    @Override
    String language();

    @Message("Pages")
    @Override
    String pages();

    @Message("Survey and routine")
    @Override
    String survey();

    @Message("Area path")
    @Override
    String breadcrumb();

    @Message("No stunted child is on record in this area.")
    @Override
    String noCases();
}
