package id.tumbuh.reporting.page;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;

/** Words of the page of survey and routine, English. */
@Localized("en")
public interface EnglishSurveyMessages extends SurveyMessages {
    @Message("Survey and routine")
    @Override
    String title();

    @Message("Conclusion")
    @Override
    String verdict();

    @Message("Survey and routine data side by side")
    @Override
    String sideBySide();

    @Message("Question")
    @Override
    String question();

    @Message("Survey")
    @Override
    String survey();

    @Message("Routine data (posyandu)")
    @Override
    String routine();

    @Message("Prevalence")
    @Override
    String prevalence();

    @Message("That is")
    @Override
    String meaning();

    @Message("Who was measured")
    @Override
    String whoMeasured();

    @Message("Tools, people")
    @Override
    String howMeasured();

    @Message("Mean height for age")
    @Override
    String meanHeight();

    @Message("Source")
    @Override
    String source();

    @Message("about {children} children")
    @Override
    String about(String children);

    @Message("{children} children, each of them known")
    @Override
    String named(String children);

    @Message("a sample of households")
    @Override
    String sample();

    @Message("a sample of {children} children")
    @Override
    String sampleOf(String children);

    @Message("{share} of children ({part} of {whole})")
    @Override
    String ofChildren(String share, String part, String whole);

    @Message("trained enumerators")
    @Override
    String enumerators();

    @Message("kader")
    @Override
    String kader();

    @Message("kader, {posyandu} posyandu assessed")
    @Override
    String kaderAt(String posyandu);

    @Message("can't be computed")
    @Override
    String notComputable();

    @Message("about {z} SD")
    @Override
    String deviations(String z);

    @Message("interval {low} to {high}")
    @Override
    String interval(String low, String high);

    @Message("the source gives no interval")
    @Override
    String noInterval();

    @Message("routine data of the posyandu")
    @Override
    String routineSource();

    @Message("none")
    @Override
    String none();

    @Message("Cases found")
    @Override
    String found();

    @Message("{found}: {stunted} of about {expected} children by the survey")
    @Override
    String foundOf(String found, String stunted, String expected);

    @Message("Table of the numbers")
    @Override
    String tableOfNumbers();

    @Message("Figure")
    @Override
    String figure();

    @Message("Children")
    @Override
    String children();

    @Message("children")
    @Override
    String childrenWord();

    @Message("Expected by the survey")
    @Override
    String expected();

    @Message("Not yet found")
    @Override
    String notFound();

    @Message("What coverage allows")
    @Override
    String bounds();

    @Message("At least, if no child that was not measured is stunted")
    @Override
    String lowest();

    @Message("At most, if every child that was not measured is stunted")
    @Override
    String highest();

    @Message("Would have to be stunted among those not measured, to meet the survey")
    @Override
    String required();

    @Message("What can explain the difference")
    @Override
    String reasons();

    @Message("Other and contradicting sources")
    @Override
    String contradictions();

    @Message("Kept as stated: nothing is overwritten or averaged.")
    @Override
    String keptAsSaid();

    @Message("When")
    @Override
    String when();

    @Message("What was said")
    @Override
    String said();

    @Message("Note")
    @Override
    String note();

    @Message("contradicts another source")
    @Override
    String contradicts();

    @Message("percentage does not follow, the counts give {computed}")
    @Override
    String wrongPercent(String computed);

    @Message("{part} of {whole} children")
    @Override
    String counts(String part, String whole);

    @Message("Path to the target")
    @Override
    String path();

    @Message("Prevalence by survey, the national path and own targets, by year")
    @Override
    String pathPicture();

    @Message("Year")
    @Override
    String year();

    @Message("National path (RPJMN)")
    @Override
    String nationalPath();

    @Message("interpolated")
    @Override
    String interpolated();

    @Message("Own target")
    @Override
    String ownTarget();

    @Message("National target {percent} in {year}.")
    @Override
    String goalNational(String percent, String year);

    @Message("Own target {percent} in {year}.")
    @Override
    String goalOwn(String percent, String year);

    @Message("From {standing} it has to come down {points} points a year from {year} on.")
    @Override
    String pointsAYear(String points, String standing, String year);

    @Message("By the survey, {children} children have to grow out of stunting to meet it.")
    @Override
    String liftBySurvey(String children);

    @Message("By routine data, {children} children on record are more than the target allows.")
    @Override
    String liftByRoutine(String children);

    @Message("More than the target")
    @Override
    String lift();

    @Message("Basis: children on record as stunted among those measured in the month, not the survey.")
    @Override
    String liftBasis();

    @Message("Area")
    @Override
    String area();

    @Message("Stunted")
    @Override
    String stunted();

    @Message("Measured")
    @Override
    String measured();

    @Message("Posyandu to measure again first")
    @Override
    String remeasure();

    @Message("Posyandu")
    @Override
    String posyandu();

    @Message("Why")
    @Override
    String why();

    @Message("No poor assessment of measuring in this month.")
    @Override
    String noWeak();

    @Message("none of {children} children stunted, by the survey about {expected}")
    @Override
    String noneStunted(String children, String expected);

    @Message("none of {children} children stunted")
    @Override
    String noneStuntedAtAll(String children);

    @Message("{share} of heights rounded")
    @Override
    String roundedHeights(String share);

    @Message("{share} of weights rounded")
    @Override
    String roundedWeights(String share);

    @Message("spread of height for age {z} SD")
    @Override
    String spread(String z);

    @Message("{share} of figures can hardly be")
    @Override
    String implausible(String share);

    @Message("{share} just as the time before")
    @Override
    String repeats(String share);

    @Message("{share} of children shrank")
    @Override
    String shrunk(String share);

    @Message("{share} in the wrong position for the age")
    @Override
    String position(String share);

    @Message("Posyandu {code}")
    @Override
    String unnamed(String code);

    @Message("No target lies ahead.")
    @Override
    String noPath();

    @Message("Thresholds and assumptions")
    @Override
    String rules();

    @Message("Rule")
    @Override
    String rule();

    @Message("Value")
    @Override
    String value();

    @Message("Basis")
    @Override
    String basis();
}
