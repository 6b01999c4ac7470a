package id.tumbuh.reporting.page;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;

/** Words of the page of sponsors, English. */
@Localized("en")
public interface EnglishFosterMessages extends FosterMessages {
    @Override
    @Message("Sponsors")
    String title();

    @Override
    @Message("Source: needs, placements and deliveries by intervention-service")
    String source();

    @Override
    @Message("Open needs")
    String needs();

    @Override
    @Message("children and pregnant women")
    String whose();

    @Override
    @Message("Without a sponsor")
    String without();

    @Override
    @Message("{share} of open needs")
    String ofNeeds(String share);

    @Override
    @Message("Places of sponsors not yet matched")
    String free();

    @Override
    @Message("of {capacity} places, {sponsors} sponsors")
    String ofCapacity(String capacity, String sponsors);

    @Override
    @Message("Deliveries received")
    String received();

    @Override
    @Message("{made} of {due} promised")
    String ofDue(String made, String due);

    @Override
    @Message("The number of sponsors is not shown to your role.")
    String sponsorsRefused();

    @Override
    @Message("The number of sponsors can not be read from intervention-service now; needs and deliveries are complete.")
    String sponsorsAway();

    @Override
    @Message(
            "Promises and deliveries over the trial of {months} months: {first} to {last}. A delivery counts in the month it was planned for; those not due yet do not count.")
    String trial(String months, String first, String last);

    @Override
    @Message("Promises and deliveries by month")
    String byMonth();

    @Override
    @Message("Month")
    String month();

    @Override
    @Message("Promised")
    String due();

    @Override
    @Message("Received")
    String made();

    @Override
    @Message("Missed")
    String missed();

    @Override
    @Message("Refused")
    String refused();

    @Override
    @Message("Kept")
    String share();

    @Override
    @Message("By area")
    String byArea();

    @Override
    @Message("Area")
    String area();

    @Override
    @Message("Without")
    String gap();

    @Override
    @Message("Share")
    String gapShare();

    @Override
    @Message("No delivery was due in these months.")
    String noDeliveries();

    @Override
    @Message("There is no area below.")
    String noAreas();
}
