package id.tumbuh.intervention.partner;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;

/** Words of the partner's pages, English. */
@Localized("en")
public interface EnglishPartnerMessages extends PartnerMessages {
    @Message("My foster children")
    @Override
    String children();

    @Message(
            "The children and mothers you help, by a pseudonym that only you know. When a family takes back its consent, it is gone from here at once.")
    @Override
    String childrenLead();

    @Message("You help nobody yet.")
    @Override
    String noChildren();

    @Message("See the open needs")
    @Override
    String toNeeds();

    @Message("Open needs")
    @Override
    String needs();

    @Message("The most urgent first. Every family here has agreed to be helped.")
    @Override
    String needsLead();

    @Message("There are no open needs for this choice.")
    @Override
    String noNeeds();

    @Message("Pledges")
    @Override
    String pledges();

    @Message("What is held and promised, and until when.")
    @Override
    String pledgesLead();

    @Message("There are no pledges yet.")
    @Override
    String noPledges();

    @Message("Portfolio")
    @Override
    String portfolio();

    @Message("Figures that you may publish, by whole months.")
    @Override
    String portfolioLead();

    @Message("sample data")
    @Override
    String sampleData();

    @Message("Skip to the content")
    @Override
    String skip();

    @Message("Pages")
    @Override
    String menu();

    @Message("Language")
    @Override
    String language();

    @Message("Sign out")
    @Override
    String signOut();

    @Message("You are signed out")
    @Override
    String signedOut();

    @Message("Sign in")
    @Override
    String signIn();

    @Message("Open the sign-in link that you were given. A link works once.")
    @Override
    String signInHint();

    @Message("This link no longer works. Each link works only once.")
    @Override
    String linkSpent();

    @Message("Partner page")
    @Override
    String notForYou();

    @Message("This page is for partners only.")
    @Override
    String notForYourRole();

    @Message("That was not possible")
    @Override
    String refused();

    @Message("That page was opened before you signed in again. Open it again and repeat.")
    @Override
    String formOld();

    @Message("Back")
    @Override
    String back();

    @Message("boy")
    @Override
    String boy();

    @Message("girl")
    @Override
    String girl();

    @Message("pregnant woman")
    @Override
    String mother();

    @Message("months")
    @Override
    String months();

    @Message("Kec.")
    @Override
    String kecamatanShort();

    @Message("Kecamatan")
    @Override
    String kecamatan();

    @Message("since")
    @Override
    String since();

    @Message("until")
    @Override
    String until();

    @Message("Held until")
    @Override
    String heldUntil();

    @Message("The hold ran out")
    @Override
    String holdOver();

    @Message("Sponsor")
    @Override
    String sponsor();

    @Message("Since you help")
    @Override
    String sinceYouHelp();

    @Message("Weight")
    @Override
    String weight();

    @Message("Gained weight {times} times")
    @Override
    String gainedTimes(String times);

    @Message("in {count} weighings")
    @Override
    String ofWeighings(String count);

    @Message("Length for age (TB/U)")
    @Override
    String lengthForAge();

    @Message("from")
    @Override
    String from();

    @Message("to")
    @Override
    String to();

    @Message("still below the line of {limit}")
    @Override
    String stillBelow(String limit);

    @Message("below the line of {limit}")
    @Override
    String nowBelow(String limit);

    @Message("not below the line of {limit}")
    @Override
    String notBelow(String limit);

    @Message("in your care, not a diagnosis")
    @Override
    String custody();

    @Message("Not weighed yet since you help.")
    @Override
    String notWeighedYet();

    @Message("There is no weighing from before you helped, so the change can't be computed yet.")
    @Override
    String noFirstWeighing();

    @Message("No gain in two weighings: the puskesmas has been told.")
    @Override
    String puskesmasTold();

    @Message("Length for age {first} at the start, {last} at the last weighing; the line is at {limit}.")
    @Override
    String chartText(String first, String last, String limit);

    @Message("line at {limit}")
    @Override
    String chartLimit(String limit);

    @Message("Table of figures")
    @Override
    String figures();

    @Message("Month")
    @Override
    String month();

    @Message("Weight (kg)")
    @Override
    String weightKg();

    @Message("Gain")
    @Override
    String gain();

    @Message("start")
    @Override
    String start();

    @Message("gained")
    @Override
    String gained();

    @Message("not gained")
    @Override
    String notGained();

    @Message("not judged")
    @Override
    String notJudged();

    @Message("none")
    @Override
    String nothing();

    @Message("Deliveries")
    @Override
    String deliveries();

    @Message("{received} of {due} received")
    @Override
    String receivedOf(String received, String due);

    @Message("No delivery was due yet.")
    @Override
    String noDeliveriesYet();

    @Message("Next")
    @Override
    String nextDelivery();

    @Message("No more deliveries are planned.")
    @Override
    String noNextDelivery();

    @Message("Date")
    @Override
    String date();

    @Message("Help")
    @Override
    String what();

    @Message("Status")
    @Override
    String state();

    @Message("received")
    @Override
    String delivered();

    @Message("missed")
    @Override
    String missed();

    @Message("declined by the family")
    @Override
    String declined();

    @Message("planned")
    @Override
    String planned();

    @Message("Your reports of what you sent")
    @Override
    String reportsMade();

    @Message("I have sent it")
    @Override
    String sent();

    @Message("I can't")
    @Override
    String unable();

    @Message("Day")
    @Override
    String day();

    @Message("Quantity")
    @Override
    String quantity();

    @Message("Unit")
    @Override
    String unit();

    @Message("for example eggs, packages")
    @Override
    String unitHint();

    @Message("Save the report")
    @Override
    String saveSent();

    @Message("Tell that I can't")
    @Override
    String saveUnable();

    @Message("Tell before the day: the TPPS team reads it and can find somebody else.")
    @Override
    String unableHint();

    @Message("Make it a promise")
    @Override
    String commit();

    @Message("It begins today.")
    @Override
    String commitHint();

    @Message("How long (days)")
    @Override
    String days();

    @Message("Leave it empty for the usual time.")
    @Override
    String usualDays();

    @Message("Promise for longer")
    @Override
    String renew();

    @Message("Give back")
    @Override
    String release();

    @Message("Somebody else may help this child then. This can't be undone.")
    @Override
    String releaseHint();

    @Message("Yes, give back")
    @Override
    String saveRelease();

    @Message("Change the promise")
    @Override
    String changePledge();

    @Message("Show")
    @Override
    String show();

    @Message("All")
    @Override
    String all();

    @Message("Help")
    @Override
    String item();

    @Message("{days} days")
    @Override
    String forDays(String days);

    @Message("once")
    @Override
    String once();

    @Message("Estimated cost")
    @Override
    String cost();

    @Message("Urgency")
    @Override
    String urgency();

    @Message("very urgent")
    @Override
    String high();

    @Message("urgent")
    @Override
    String medium();

    @Message("not urgent")
    @Override
    String low();

    @Message("Hold")
    @Override
    String claim();

    @Message("For the sponsor")
    @Override
    String chooseSponsor();

    @Message("{count} left")
    @Override
    String placesLeft(String count);

    @Message("Your sponsors have no place left, so nothing can be held.")
    @Override
    String noPlaceLeft();

    @Message("Next page")
    @Override
    String nextPage();

    @Message("First page")
    @Override
    String firstPage();

    @Message("Child")
    @Override
    String child();

    @Message("Promise")
    @Override
    String pledge();

    @Message("held")
    @Override
    String held();

    @Message("promised")
    @Override
    String promised();

    @Message("ended")
    @Override
    String ended();

    @Message("the hold ran out")
    @Override
    String ranOut();

    @Message("given back")
    @Override
    String released();

    @Message("the promised time is over")
    @Override
    String periodOver();

    @Message("no longer in need")
    @Override
    String needClosed();

    @Message("consent withdrawn")
    @Override
    String consentWithdrawn();

    @Message("not promised yet")
    @Override
    String notPromisedYet();

    @Message("From the month")
    @Override
    String fromMonth();

    @Message("To the month")
    @Override
    String toMonth();

    @Message("Where there is no choice of months, write YYYY-MM, for example 2026-06.")
    @Override
    String monthHint();

    @Message(
            "A portfolio only shows figures of {least} children or more, so that no child can be recognised. There are not as many in this time.")
    @Override
    String tooFew(String least);

    @Message("Children and mothers helped")
    @Override
    String helped();

    @Message("Of these no longer in need")
    @Override
    String ofTheseEnded();

    @Message("too few to tell")
    @Override
    String tooFewToTell();

    @Message("Deliveries that you reported")
    @Override
    String reports();

    @Message("By kecamatan")
    @Override
    String byKecamatan();

    @Message("Other kecamatan, together")
    @Override
    String otherKecamatan();

    @Message("No figure is about fewer than {least} children.")
    @Override
    String suppression(String least);

    @Message("supplementary food")
    @Override
    String food();

    @Message("clean water")
    @Override
    String water();

    @Message("latrine")
    @Override
    String latrine();

    @Message("decent house")
    @Override
    String house();

    @Message("counselling")
    @Override
    String counselling();

    @Message("economic support")
    @Override
    String economicSupport();

    @Message("days of meals")
    @Override
    String mealDays();

    @Message("visits")
    @Override
    String visits();

    @Message("packages")
    @Override
    String packages();

    @Message("buildings")
    @Override
    String buildings();

    @Message("Held for you. Make it a promise before the time runs out.")
    @Override
    String doneHeld();

    @Message("Your promise is noted. Thank you.")
    @Override
    String doneCommitted();

    @Message("Your promise is longer now.")
    @Override
    String doneRenewed();

    @Message("Given back.")
    @Override
    String doneReleased();

    @Message("Your report is noted.")
    @Override
    String doneSent();

    @Message("It is noted that you can't.")
    @Override
    String doneUnable();

    @Message("Source: Tumbuh's records of weighings and deliveries. No names, addresses or dates of birth.")
    @Override
    String source();
}
