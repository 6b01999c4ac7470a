package id.tumbuh.reporting.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What became of an area, Indonesian. {@link EnglishChangeMessages} must have every sentence. */
@MessageBundle(value = "change", locale = "id")
public interface ChangeMessages {
    @Message("Wilayah ini berakhir {on} ({source}). Angka sampai hari itu ada di sini, sesudahnya pada penerusnya:")
    String ended(String on, String source);

    @Message("Wilayah ini ada sejak {on} ({source}). Angka sebelum itu ada pada wilayah asalnya:")
    String begun(String on, String source);

    @Message("Sejak {on} ({source}) sebagian wilayah ini berdiri sendiri; angka sebelum itu masih mencakupnya:")
    String left(String on, String source);

    @Message("Sejak {on} ({source}) wilayah ini mencakup wilayah lain; angka sebelum itu ada di sana:")
    String joined(String on, String source);
}
