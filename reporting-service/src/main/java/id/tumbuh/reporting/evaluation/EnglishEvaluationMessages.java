package id.tumbuh.reporting.evaluation;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;

/** The words of reports in English. */
@Localized("en")
public interface EnglishEvaluationMessages extends EvaluationMessages {
    @Override
    @Message("Tiered evaluation")
    String title();

    @Override
    @Message("Semester report on reducing stunting")
    String reportTitle();

    @Override
    @Message("TPPS")
    String team();

    @Override
    @Message("Semester {half} {year} ({from}–{until})")
    String semester(String half, String year, String from, String until);

    @Override
    @Message("Summary")
    String summary();

    @Override
    @Message("Indicators")
    String indicators();

    @Override
    @Message("Indicator")
    String indicator();

    @Override
    @Message("Code")
    String code();

    @Override
    @Message("This semester")
    String thisSemester();

    @Override
    @Message("Semester before")
    String semesterBefore();

    @Override
    @Message("A year before")
    String yearBefore();

    @Override
    @Message("Change")
    String change();

    @Override
    @Message("Numerator")
    String numerator();

    @Override
    @Message("Denominator")
    String denominator();

    @Override
    @Message("Per cent")
    String percent();

    @Override
    @Message("Coverage")
    String coverage();

    @Override
    @Message("Months")
    String months();

    @Override
    @Message("Source")
    String source();

    @Override
    @Message("{part} of {whole}")
    String ofCounts(String part, String whole);

    @Override
    @Message("coverage {percent}")
    String covered(String percent);

    @Override
    @Message("no data yet")
    String noData();

    @Override
    @Message("{points} points, better")
    String better(String points);

    @Override
    @Message("{points} points, worse")
    String worse(String points);

    @Override
    @Message("unchanged")
    String same();

    @Override
    @Message("can’t be compared")
    String notComparable();

    @Override
    @Message("The target and the way to it")
    String way();

    @Override
    @Message("Target {year}: {percent} ({whose}).")
    String targetOf(String year, String percent, String whose);

    @Override
    @Message("the area’s own target")
    String ownTarget();

    @Override
    @Message("national path")
    String nationalPath();

    @Override
    @Message("national path, between two years that were set")
    String nationalBetween();

    @Override
    @Message("There is no target for {year}.")
    String noTarget(String year);

    @Override
    @Message("To {percent} in {year}, from {standing} by {survey}: down {points} points each year.")
    String wayTo(String percent, String year, String standing, String survey, String points);

    @Override
    @Message("To {percent} in {year}; without a survey of the area the way can’t be computed.")
    String wayWithoutSurvey(String percent, String year);

    @Override
    @Message("Children to be lifted out to reach it: {children} by the survey.")
    String liftBySurvey(String children);

    @Override
    @Message("Children to be lifted out to reach it: {children} of those on record.")
    String liftByRoutine(String children);

    @Override
    @Message("Survey and routine data (not blended)")
    String survey();

    @Override
    @Message("Survey: {percent} ({instrument} {year}{interval}). Source: {source}.")
    String surveySays(String percent, String instrument, String year, String interval, String source);

    @Override
    @Message(", interval {low}–{high}")
    String interval(String low, String high);

    @Override
    @Message("Routine data: {percent} ({month}).")
    String routineSays(String percent, String month);

    @Override
    @Message("What changed, and why")
    String changes();

    @Override
    @Message("Compared with the report of {period}, handed in {when}.")
    String sinceReport(String period, String when);

    @Override
    @Message(
            "The report of {period} was never handed in; compared with that semester’s figures as they are on record now.")
    String sinceCounted(String period);

    @Override
    @Message("{indicator}: from {then} ({thenCounts}) to {now} ({nowCounts}).")
    String moved(String indicator, String then, String thenCounts, String now, String nowCounts);

    @Override
    @Message("The record of the semester before changed after it was reported.")
    String recounted();

    @Override
    @Message("Children found stunted in this semester who still are: {count}.")
    String newly(String count);

    @Override
    @Message("Children who are not stunted any more: {count}.")
    String recovered(String count);

    @Override
    @Message("Stunted children who turned five and are counted no more: {count}.")
    String agedOut(String count);

    @Override
    @Message("What these three leave unexplained of the difference: {count}.")
    String rest(String count);

    @Override
    @Message("From the end of last year to {month}: {begun} families became at risk and {ended} ceased to be.")
    String families(String month, String begun, String ended);

    @Override
    @Message("What these figures can’t tell")
    String untold();

    @Override
    @Message("Who moved in or out: only the latest address is kept here.")
    String untoldMoves();

    @Override
    @Message("Who was weighed in only one of the two months: figures count children and do not follow them.")
    String untoldMeasuredOnce();

    @Override
    @Message("Of indicators of families and needs only the number is known, not which families.")
    String untoldOthers();

    @Override
    @Message("Ranking of the areas below")
    String ranking();

    @Override
    @Message("Place {place} of {of} areas of its level in {within} (1 = highest prevalence).")
    String rank(String place, String of, String within);

    @Override
    @Message("this province")
    String inProvince();

    @Override
    @Message("Indonesia")
    String inCountry();

    @Override
    @Message("No place yet: no child was measured.")
    String noRank();

    @Override
    @Message("Place")
    String place();

    @Override
    @Message("Area")
    String area();

    @Override
    @Message("Prevalence")
    String prevalence();

    @Override
    @Message("Stunted")
    String stunted();

    @Override
    @Message("Measured")
    String measured();

    @Override
    @Message("There is no area below.")
    String noAreas();

    @Override
    @Message("Posyandu to measure again")
    String posyandu();

    @Override
    @Message("Posyandu")
    String onePosyandu();

    @Override
    @Message("Posyandu …{id}")
    String unnamed(String id);

    @Override
    @Message("Why")
    String why();

    @Override
    @Message("No posyandu measures doubtfully.")
    String noPosyandu();

    @Override
    @Message("{share} of heights are rounded")
    String roundedHeights(String share);

    @Override
    @Message("{share} of weights are rounded")
    String roundedWeights(String share);

    @Override
    @Message("height for age spreads {value} SD")
    String spread(String value);

    @Override
    @Message("{share} of figures can hardly be")
    String implausible(String share);

    @Override
    @Message("{share} of figures are exactly those before")
    String repeats(String share);

    @Override
    @Message("{share} of children became shorter")
    String shrunk(String share);

    @Override
    @Message("{share} were measured in a position that does not fit the age")
    String position(String share);

    @Override
    @Message("none stunted of {children} children")
    String noCase(String children);

    @Override
    @Message("Obstacles")
    String obstacles();

    @Override
    @Message("Follow-up")
    String followUp();

    @Override
    @Message("Not written yet.")
    String notWritten();

    @Override
    @Message("History")
    String history();

    @Override
    @Message("No history yet.")
    String noHistory();

    @Override
    @Message("handed in")
    String stepSubmitted();

    @Override
    @Message("given back")
    String stepReturned();

    @Override
    @Message("accepted")
    String stepAccepted();

    @Override
    @Message("Remarks")
    String remarks();

    @Override
    @Message("When")
    String when();

    @Override
    @Message("What")
    String what();

    @Override
    @Message("By")
    String by();

    @Override
    @Message("Not written yet")
    String stateNotBegun();

    @Override
    @Message("Draft")
    String stateDraft();

    @Override
    @Message("Handed in, waits for a decision")
    String stateSubmitted();

    @Override
    @Message("Given back to be put right")
    String stateReturned();

    @Override
    @Message("Accepted")
    String stateAccepted();

    @Override
    @Message("State")
    String state();

    @Override
    @Message("Due {day}")
    String due(String day);

    @Override
    @Message("late")
    String late();

    @Override
    @Message("overdue, not handed in")
    String overdue();

    @Override
    @Message("Basis of the due day: {source}.")
    String dueBasis(String source);

    @Override
    @Message("Figures frozen when handed in {when}. SHA-256 {hash}")
    String frozen(String when, String hash);

    @Override
    @Message("Figures counted now; not frozen yet.")
    String notFrozen();

    @Override
    @Message("Data as of {when}")
    String asOf(String when);

    @Override
    @Message("Source: weighing at posyandu, records of families and needs in Tumbuh; surveys by their own sources.")
    String sources();

    @Override
    @Message("Period")
    String period();

    @Override
    @Message("Section")
    String section();

    @Override
    @Message("Name")
    String name();

    @Override
    @Message("Village")
    String desa();

    @Override
    @Message("DRAFT: not accepted by the level above yet")
    String draftMark();

    @Override
    @Message("Reports due from the areas below")
    String dueBelow();

    @Override
    @Message("The report of this area")
    String ownReport();

    @Override
    @Message("Words of the TPPS")
    String words();

    @Override
    @Message("Figures are not written: they are counted from the record. Write no names, NIK or telephone numbers.")
    String wordsHint();

    @Override
    @Message("Save the words")
    String save();

    @Override
    @Message("Hand the report in")
    String submit();

    @Override
    @Message("Once handed in, figures are frozen and the words stay until the level above gives the report back.")
    String submitHint();

    @Override
    @Message("Decision")
    String decision();

    @Override
    @Message("Write remarks to give it back; to accept it they may be empty.")
    String decisionHint();

    @Override
    @Message("Give back")
    String giveBack();

    @Override
    @Message("Accept")
    String accept();

    @Override
    @Message("Files")
    String files();

    @Override
    @Message("Aksi Bangda (CSV, shape assumed)")
    String bangda();

    @Override
    @Message("Sealed figures (JSON)")
    String sealed();

    @Override
    @Message("Show figures as counted now")
    String showNow();

    @Override
    @Message("Show figures as handed in")
    String showSubmitted();

    @Override
    @Message("Semester before")
    String earlier();

    @Override
    @Message("Semester after")
    String later();

    @Override
    @Message("Nobody below this area reports.")
    String noneBelow();

    @Override
    @Message("Handed in on")
    String handedIn();

    @Override
    @Message("Due")
    String dueDay();

    @Override
    @Message("Reports overdue and not handed in: {count}.")
    String overdueCount(String count);

    @Override
    @Message("The centre receives the reports of provinces and reports to nobody.")
    String centre();

    @Override
    @Message("The words are saved.")
    String doneWritten();

    @Override
    @Message("The report is handed in; its figures are frozen.")
    String doneSubmitted();

    @Override
    @Message("The report is given back with your remarks.")
    String doneReturned();

    @Override
    @Message("The report is accepted.")
    String doneAccepted();

    @Override
    @Message("Not done")
    String refused();

    @Override
    @Message("This page was made for an earlier sign-in. Open it again and send once more.")
    String formOld();

    @Override
    @Message("Head of the TPPS {area}")
    String signedBy(String area);

    @Override
    @Message("Received by the level above")
    String receivedBy();
}
