package id.tumbuh.reporting.page;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;

/** Words of the public page, English. */
@Localized("en")
public interface EnglishPublicMessages extends PublicMessages {
    @Message("Stunting figures for the public")
    @Override
    String title();

    @Message("Published")
    @Override
    String published();

    @Message("Data as of")
    @Override
    String dataAsOf();

    @Message("Revision {number}")
    @Override
    String revision(String number);

    @Message("Reason of the revision")
    @Override
    String reason();

    @Message("Part of the publication of area {area}")
    @Override
    String from(String area);

    @Message(
            "Counts below {smallest} are not shown, nor are counts that would give them away. Other counts are rounded to multiples of {base}, so parts may not add up to the whole.")
    @Override
    String smallHidden(String smallest, String base);

    @Message("Indicators")
    @Override
    String indicators();

    @Message("Indicator")
    @Override
    String indicator();

    @Message("Percent")
    @Override
    String percent();

    @Message("Counted")
    @Override
    String counted();

    @Message("Out of")
    @Override
    String outOf();

    @Message("not shown")
    @Override
    String hidden();

    @Message("Areas below")
    @Override
    String areasBelow();

    @Message("Show")
    @Override
    String show();

    @Message("Area")
    @Override
    String area();

    @Message("Area above")
    @Override
    String above();

    @Message("Nothing smaller than a kecamatan is published.")
    @Override
    String noneBelow();

    @Message("Downloads")
    @Override
    String downloads();

    @Message("Figures of this area and the areas below (CSV)")
    @Override
    String figuresFile();

    @Message("Dictionary of the indicators (CSV)")
    @Override
    String dictionaryFile();

    @Message("SHA-256 of the publication")
    @Override
    String fingerprint();

    @Message("Areas with a publication")
    @Override
    String areas();

    @Message("Nothing was published of this area yet.")
    @Override
    String nothing();
}
