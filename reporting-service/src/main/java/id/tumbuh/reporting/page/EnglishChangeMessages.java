package id.tumbuh.reporting.page;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;

/** What became of an area, English. */
@Localized("en")
public interface EnglishChangeMessages extends ChangeMessages {
    @Override
    @Message("This area ended on {on} ({source}). Figures up to that day are here, those after it with its successors:")
    String ended(String on, String source);

    @Override
    @Message("This area began on {on} ({source}). Figures before that are with the area it came from:")
    String begun(String on, String source);

    @Override
    @Message("Since {on} ({source}) a part of this area stands alone; figures before that include it:")
    String left(String on, String source);

    @Override
    @Message("Since {on} ({source}) this area includes others; their figures before that are there:")
    String joined(String on, String source);
}
