package id.tumbuh.reporting.page;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;

/** Words of the first seven numbers, English. */
@Localized("en")
public interface EnglishGlanceMessages extends GlanceMessages {
    @Override
    @Message("At a glance")
    String title();

    @Override
    @Message("Prevalence by survey")
    String survey();

    @Override
    @Message("{instrument} {year}")
    String surveyed(String instrument, String year);

    @Override
    @Message("no survey yet")
    String notSurveyed();

    @Override
    @Message("target {percent} in {year}")
    String target(String percent, String year);

    @Override
    @Message("Stunted children recorded")
    String cases();

    @Override
    @Message("{share} of {children} children under five")
    String casesOf(String share, String children);

    @Override
    @Message("Cases found so far")
    String found();

    @Override
    @Message("of ±{expected} by the survey")
    String foundOf(String expected);

    @Override
    @Message("Children weighed (D/S)")
    String weighed();

    @Override
    @Message("{part} of {whole}, {month}")
    String weighedOf(String part, String whole, String month);

    @Override
    @Message("Families at risk (KRS)")
    String atRisk();

    @Override
    @Message("{share} of {families} target families")
    String atRiskOf(String share, String families);

    @Override
    @Message("At risk, no companion")
    String unaccompanied();

    @Override
    @Message("{share} have no team yet")
    String unaccompaniedOf(String share);

    @Override
    @Message("Without a sponsor")
    String unsponsored();

    @Override
    @Message("of {needs} open needs")
    String unsponsoredOf(String needs);

    @Override
    @Message("Stunted children by area")
    String map();

    @Override
    @Message("Stunted children recorded. Each area leads to its row in the table; arrow keys move.")
    String mapHint();

    @Override
    @Message("Boundaries:")
    String boundaries();

    @Override
    @Message("No boundary yet of")
    String withoutBoundary();

    @Override
    @Message("stunted children")
    String children();

    @Override
    @Message("All indicators")
    String indicators();

    @Override
    @Message("Wall screen")
    String wall();

    @Override
    @Message("last figures")
    String lastFigures();

    @Override
    @Message("last data")
    String lastData();

    @Override
    @Message("seconds ago")
    String secondsAgo();
}
