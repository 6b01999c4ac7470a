package id.tumbuh.reporting.page;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;

/** Words of the board of a kecamatan, English. */
@Localized("en")
public interface EnglishBoardMessages extends BoardMessages {
    @Override
    @Message("District board")
    String title();

    @Override
    @Message("{late} of {all} posyandu have not reported")
    String reported(String late, String all);

    @Override
    @Message("{cases} children recorded, {fresh} new this month")
    String casesNow(String cases, String fresh);

    @Override
    @Message("{cases} children recorded, {fresh} new in {month}")
    String casesThen(String cases, String fresh, String month);

    @Override
    @Message("The list of posyandu cannot be read from registry now, so it is not known who has not reported.")
    String listUnknown();

    @Override
    @Message("By village")
    String perDesa();

    @Override
    @Message("Village")
    String desa();

    @Override
    @Message("S")
    String expected();

    @Override
    @Message("Stunted")
    String stunted();

    @Override
    @Message("Severely stunted")
    String severelyStunted();

    @Override
    @Message("Not reported")
    String unreported();

    @Override
    @Message("Whole district")
    String whole();

    @Override
    @Message(
            "S: children under five who should come. D/S: weighed of S. N/D: gained weight of those weighed with a mark on the growth card. Stunted and severely stunted: children recorded now. KRS: families at risk at the end of the month. Not reported: posyandu without a single weighing. The sign –: not known.")
    String legend();

    @Override
    @Message("Posyandu that have not reported")
    String unreportedTitle();

    @Override
    @Message("Without a single weighing in {month}. The text can be copied for WhatsApp.")
    String unreportedHint(String month);

    @Override
    @Message("Posyandu that have not reported, {area}, {month} ({late} of {all}):")
    String unreportedHead(String area, String month, String late, String all);

    @Override
    @Message("All posyandu have reported.")
    String allReported();

    @Override
    @Message("Copy the list")
    String copy();

    @Override
    @Message("Copied")
    String copied();

    @Override
    @Message("Data to check")
    String checks();

    @Override
    @Message("By the newest assessment of measuring quality within {months} months; the most urgent first.")
    String checksHint(String months);

    @Override
    @Message("No sign to check within the last {months} months.")
    String noChecks(String months);

    @Override
    @Message("Restricted list of names")
    String names();

    @Override
    @Message("Names are masked until a reason is given, and only for those entitled; each opening is recorded.")
    String namesHint();

    @Override
    @Message("Open the list of {cases} children")
    String openNames(String cases);

    @Override
    @Message("Print for the meeting (A4, 1 page)")
    String print();

    @Override
    @Message("Source: weighings of posyandu (S, D, N), families in registry (KRS), assessments of measuring quality.")
    String source();

    @Override
    @Message("This board is of one district. Choose one in the ranking of the cockpit.")
    String onlyKecamatan();

    @Override
    @Message("Names are masked until you say what they are opened for; the reason is recorded.")
    String namesMasked();

    @Override
    @Message("What for?")
    String reason();

    @Override
    @Message("Open names")
    String unmask();
}
