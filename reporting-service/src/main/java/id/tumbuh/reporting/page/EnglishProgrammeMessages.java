package id.tumbuh.reporting.page;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;

/** Words of the page of offices and budget, English. */
@Localized("en")
public interface EnglishProgrammeMessages extends ProgrammeMessages {
    @Override
    @Message("Offices and budget")
    String title();

    @Override
    @Message("Year")
    String year();

    @Override
    @Message("Source: programmes of offices by intervention-service")
    String source();

    @Override
    @Message("Ceiling")
    String ceiling();

    @Override
    @Message("Spent")
    String spent();

    @Override
    @Message("Share spent")
    String absorbed();

    @Override
    @Message("Programmes")
    String programmes();

    @Override
    @Message("Late")
    String late();

    @Override
    @Message("of {count} programmes")
    String ofProgrammes(String count);

    @Override
    @Message("{share} of the ceiling")
    String ofCeiling(String share);

    @Override
    @Message("all sources of money")
    String allSources();

    @Override
    @Message("No quarter is over yet: by the rule nobody is late.")
    String nothingExpected();

    @Override
    @Message(
            "Late means: after quarter {quarter}, output below {output} of the target or spending below {money} of the ceiling (rule programme.late, version {version}).")
    String rule(String quarter, String output, String money, String version);

    @Override
    @Message("By office")
    String byField();

    @Override
    @Message("By source of money")
    String bySource();

    @Override
    @Message("Spending by quarter")
    String byQuarter();

    @Override
    @Message("Quarter")
    String quarter();

    @Override
    @Message("So far")
    String cumulative();

    @Override
    @Message("Expected by the rule")
    String expected();

    @Override
    @Message("Office")
    String field();

    @Override
    @Message("Source of money")
    String moneySource();

    @Override
    @Message("Programmes one by one")
    String list();

    @Override
    @Message("Programme")
    String programme();

    @Override
    @Message("Area")
    String area();

    @Override
    @Message("Output")
    String output();

    @Override
    @Message("Status")
    String status();

    @Override
    @Message("{done} of {target} {unit}")
    String outputOf(String done, String target, String unit);

    @Override
    @Message("(unit unknown)")
    String unitUnknown();

    @Override
    @Message("Late: output")
    String lateOutput();

    @Override
    @Message("Late: spending")
    String lateSpending();

    @Override
    @Message("Late: output and spending")
    String lateBoth();

    @Override
    @Message("On time")
    String onTime();

    @Override
    @Message("part of another programme, counted once")
    String partOfOther();

    @Override
    @Message("Programme of {field}")
    String titleUnknown(String field);

    @Override
    @Message("Titles of programmes and units of output are not shown to your role.")
    String wordsRefused();

    @Override
    @Message(
            "Titles of programmes and units of output can not be read from intervention-service now; the figures are complete.")
    String wordsAway();

    @Override
    @Message("There are no programmes in this year yet.")
    String none();

    @Override
    @Message("{count} more programmes are in the CSV file.")
    String more(String count);

    @Override
    @Message("Download all programmes (CSV)")
    String download();

    @Override
    @Message("The rule and its source")
    String ruleNote();

    @Override
    @Message("The numbers of each picture stand in the same row.")
    String tableBeside();

    @Override
    @Message("Families referred to offices")
    String referrals();

    @Override
    @Message("Referrals that are open today, by events up to {moment}.")
    String referralsSource(String moment);

    @Override
    @Message("Open")
    String open();

    @Override
    @Message("Not answered")
    String waiting();

    @Override
    @Message("Sent back")
    String declined();

    @Override
    @Message("Done, waiting for data")
    String done();

    @Override
    @Message("Overdue")
    String overdue();

    @Override
    @Message("No referral is open.")
    String noReferrals();
}
