package id.tumbuh.reporting.page;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;

/** Words of the calendar, English. */
@Localized("en")
public interface EnglishAgendaMessages extends AgendaMessages {
    @Override
    @Message("Calendar of actions")
    String title();

    @Override
    @Message("Year")
    String year();

    @Override
    @Message("Source: rule calendar.year, commitments of rembuk from events, entries from intervention-service")
    String source();

    @Override
    @Message("The 8 convergence actions and the months of measuring")
    String actions();

    @Override
    @Message("Action")
    String action();

    @Override
    @Message("When")
    String days();

    @Override
    @Message("State")
    String state();

    @Override
    @Message("over")
    String over();

    @Override
    @Message("under way")
    String running();

    @Override
    @Message("in {days} days")
    String inDays(String days);

    @Override
    @Message("today")
    String today();

    @Override
    @Message("{from} to {to}")
    String span(String from, String to);

    @Override
    @Message("Place in the year, January to December")
    String chart();

    @Override
    @Message("Entries of the year")
    String entries();

    @Override
    @Message("Day")
    String day();

    @Override
    @Message("Kind")
    String kind();

    @Override
    @Message("Entry")
    String entry();

    @Override
    @Message("Area")
    String area();

    @Override
    @Message("Rembuk stunting")
    String rembuk();

    @Override
    @Message("Case audit")
    String caseAudit();

    @Override
    @Message("Deadline of programmes")
    String programme();

    @Override
    @Message("Commitment")
    String commitment();

    @Override
    @Message("Due: {party}")
    String dueOf(String party);

    @Override
    @Message("kept")
    String kept();

    @Override
    @Message("overdue")
    String overdue();

    @Override
    @Message("{entry} ({count})")
    String times(String entry, String count);

    @Override
    @Message("Commitments of rembuk")
    String commitments();

    @Override
    @Message("Party")
    String party();

    @Override
    @Message("Due this year")
    String due();

    @Override
    @Message("Kept")
    String keptCount();

    @Override
    @Message("Overdue")
    String overdueCount();

    @Override
    @Message("Not due yet")
    String openCount();

    @Override
    @Message("No commitment of a rembuk is due this year.")
    String noCommitments();

    @Override
    @Message("There is no entry in this year yet.")
    String noEntries();

    @Override
    @Message("Entries of rembuk, audits and programmes are shown by province and below.")
    String country();

    @Override
    @Message("Entries of rembuk, audits and programmes are not shown to your role.")
    String entriesRefused();

    @Override
    @Message(
            "Entries of rembuk, audits and programmes can not be read from intervention-service now. Actions and commitments are complete.")
    String entriesAway();

    @Override
    @Message("The rule and its source")
    String ruleNote();

    @Override
    @Message("The days of the actions are assumed; a kabupaten sets its own.")
    String assumed();
}
