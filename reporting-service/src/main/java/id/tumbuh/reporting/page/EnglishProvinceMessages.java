package id.tumbuh.reporting.page;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;

/** Words of the board of a province, English. */
@Localized("en")
public interface EnglishProvinceMessages extends ProvinceMessages {
    @Override
    @Message("Province board")
    String title();

    @Override
    @Message("{kabupaten} kabupaten and kota; {silent} silent or never heard of, {late} late")
    String sentence(String kabupaten, String silent, String late);

    @Override
    @Message("Survey, routine data and KRS")
    String figures();

    @Override
    @Message(
            "Survey and routine data are two kinds of figures and are never blended. Routine: stunted of those measured in {month}, with D/S. Found: children recorded against those the newest survey makes expect. The sign –: not known.")
    String figuresHint(String month);

    @Override
    @Message("Kabupaten/kota")
    String kabupaten();

    @Override
    @Message("Survey {year}")
    String survey(String year);

    @Override
    @Message("Routine")
    String routine();

    @Override
    @Message("Found")
    String found();

    @Override
    @Message("KRS")
    String atRisk();

    @Override
    @Message("% of target families")
    String share();

    @Override
    @Message("Province")
    String whole();

    @Override
    @Message("National path")
    String national();

    @Override
    @Message("Surveys and the national path")
    String charts();

    @Override
    @Message(
            "The same scale in each picture. Dots: surveys; dashed: the RPJMN path. Years without a survey are empty. The table above has the numbers.")
    String chartsHint();

    @Override
    @Message("{area}: {points}")
    String chart(String area, String points);

    @Override
    @Message("no survey yet")
    String noSurvey();

    @Override
    @Message("Quality of deliveries")
    String arrivals();

    @Override
    @Message(
            "The last {days} days; watched since {since}. Delay: from the event until it is here, for 19 of 20 events.")
    String arrivalsHint(String days, String since);

    @Override
    @Message("Last event arrived")
    String lastEvent();

    @Override
    @Message("Events")
    String events();

    @Override
    @Message("Delay (p95)")
    String delay();

    @Override
    @Message("Rows received")
    String received();

    @Override
    @Message("Rejected")
    String rejected();

    @Override
    @Message("Sent again")
    String unchanged();

    @Override
    @Message("Schema versions")
    String schemas();

    @Override
    @Message("State")
    String state();

    @Override
    @Message("in time")
    String fine();

    @Override
    @Message("late")
    String late();

    @Override
    @Message("silent")
    String silent();

    @Override
    @Message("nothing ever")
    String unknown();

    @Override
    @Message("none yet")
    String never();

    @Override
    @Message("at most {time}")
    String atMost(String time);

    @Override
    @Message("more than {time}")
    String moreThan(String time);

    @Override
    @Message("{n} milliseconds")
    String milliseconds(String n);

    @Override
    @Message("{n} s")
    String seconds(String n);

    @Override
    @Message("{n} min")
    String minutes(String n);

    @Override
    @Message("{n} h")
    String hours(String n);

    @Override
    @Message("{n} days")
    String days(String n);

    @Override
    @Message(
            "The ledger of registry cannot be read for your role or now, so what was rejected and sent again is not known.")
    String ledgerUnknown();

    @Override
    @Message("Systems that send for more than one kabupaten and cannot be told apart: {sources}.")
    String several(String sources);

    @Override
    @Message(
            "Late: a delay of more than {minutes} minutes. Silent: no event for more than {days} days. These limits are assumed.")
    String limits(String minutes, String days);

    @Override
    @Message("Kinds of events and their versions")
    String schemaTable();

    @Override
    @Message("Kind")
    String type();

    @Override
    @Message("The same numbers as JSON")
    String asJson();

    @Override
    @Message("This board is of one province.")
    String onlyProvince();

    @Override
    @Message(
            "Source: surveys as they were quoted; weighings of posyandu; families in registry; deliveries as they arrived.")
    String source();
}
