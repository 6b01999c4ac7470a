package id.tumbuh.reporting.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the lower panels of the cockpit, Indonesian. {@link EnglishPanelMessages} must have every one of them. */
@MessageBundle(value = "panel", locale = "id")
public interface PanelMessages {
    @Message("{count} terlambat")
    String late(String count);

    @Message("Belum ada program tahun ini")
    String noProgrammes();

    @Message("Belum ada audit kasus")
    String noAudits();

    @Message("Tidak ada agenda berikutnya")
    String nothingNext();

    @Message("Komitmen: {party}")
    String commitment(String party);

    @Message("{instrument} {year}")
    String survey(String instrument, String year);

    @Message("Rutin (D/S {coverage})")
    String routine(String coverage);

    @Message("Belum ada survei")
    String noSurvey();

    @Message("Selisih dijelaskan")
    String explained();

    @Message("Selengkapnya")
    String all();
}
