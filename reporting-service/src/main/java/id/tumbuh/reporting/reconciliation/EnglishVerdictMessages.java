package id.tumbuh.reporting.reconciliation;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;

/** The sentences of a verdict, English. */
@Localized("en")
public interface EnglishVerdictMessages extends VerdictMessages {
    @Message(
            "By {survey}, {percent} of children under five are stunted. Routine data has {routine}: {counts} children with a plausible height.")
    @Override
    String bothSides(String survey, String percent, String routine, String counts);

    @Message("{part} of {whole}")
    @Override
    String ofCounts(String part, String whole);

    @Message(
            "By the survey there are about {expected} stunted children here; routine data found {stunted} of them, that is {found}.")
    @Override
    String casesFound(String expected, String stunted, String found);

    @Message("{absent} children ({share}) did not come to be weighed.")
    @Override
    String absent(String absent, String share);

    @Message(
            "The true figure lies between {low} and {high}, because nothing is known of the children who were not measured.")
    @Override
    String bounds(String low, String high);

    @Message("The two figures agree: they are no further apart than the survey is exact.")
    @Override
    String agree();

    @Message(
            "Coverage alone can explain the difference: {required} of the children who were not measured would be stunted, {times} times as often as those who were. Reach the children who did not come first.")
    @Override
    String coverageCan(String required, String times);

    @Message(
            "Coverage alone is no credible explanation: {required} of the children who were not measured would have to be stunted, {times} times as often as those who were. Look at how children are measured.")
    @Override
    String coverageCannot(String required, String times);

    @Message(
            "Coverage alone is no credible explanation: {required} of the children who were not measured would have to be stunted, and of those who were not one is. Look at how children are measured.")
    @Override
    String coverageCannotFromNone(String required);

    @Message(
            "Whatever the children who were not measured are like, the figure of the survey can't be reached. Look at how children are measured and at the list of children.")
    @Override
    String outsideBounds();

    @Message(
            "Every expected child was measured, so coverage does not explain the difference. Look at how children are measured.")
    @Override
    String allMeasured();

    @Message("There is no survey of this area; surveys are made for a kabupaten, kota and above, and not every year.")
    @Override
    String noSurvey();

    @Message("There is no routine data for this area and month yet.")
    @Override
    String noRoutine();

    @Message(
            "Mean height for age is about {routine} SD by routine data and {survey} SD by the survey (computed from a normal curve).")
    @Override
    String means(String routine, String survey);

    @Message("{none} of {posyandu} posyandu found not one stunted child.")
    @Override
    String noCase(String none, String posyandu);

    @Message("{share} of heights end in .0 or .5: about 20% is natural, more tells of rounding.")
    @Override
    String rounded(String share);

    @Message("Measure again first at the {count} posyandu listed below.")
    @Override
    String remeasure(String count);

    @Message("The {percent} that {author} states is not what {counts} gives: that is {computed}.")
    @Override
    String doesNotFollow(String percent, String author, String counts, String computed);
}
