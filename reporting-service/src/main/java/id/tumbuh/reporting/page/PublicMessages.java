package id.tumbuh.reporting.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the public page, Indonesian. {@link EnglishPublicMessages} must have every one of them. */
@MessageBundle(value = "open", locale = "id")
public interface PublicMessages {
    @Message("Angka stunting untuk umum")
    String title();

    @Message("Dipublikasikan")
    String published();

    @Message("Data per")
    String dataAsOf();

    @Message("Revisi {number}")
    String revision(String number);

    @Message("Alasan revisi")
    String reason();

    @Message("Bagian dari publikasi wilayah {area}")
    String from(String area);

    @Message(
            "Angka kurang dari {smallest} tidak ditampilkan, begitu pula angka yang dapat membukanya. Angka lain dibulatkan ke kelipatan {base}, sehingga jumlah bagian dapat berbeda dari keseluruhan.")
    String smallHidden(String smallest, String base);

    @Message("Indikator")
    String indicators();

    @Message("Indikator")
    String indicator();

    @Message("Persen")
    String percent();

    @Message("Dihitung")
    String counted();

    @Message("Dari")
    String outOf();

    @Message("tidak ditampilkan")
    String hidden();

    @Message("Wilayah di bawahnya")
    String areasBelow();

    @Message("Tampilkan")
    String show();

    @Message("Wilayah")
    String area();

    @Message("Wilayah di atasnya")
    String above();

    @Message("Tidak ada angka di bawah kecamatan.")
    String noneBelow();

    @Message("Unduhan")
    String downloads();

    @Message("Angka wilayah ini dan wilayah di bawahnya (CSV)")
    String figuresFile();

    @Message("Kamus indikator (CSV)")
    String dictionaryFile();

    @Message("Sidik SHA-256 publikasi")
    String fingerprint();

    @Message("Wilayah dengan publikasi")
    String areas();

    @Message("Belum ada publikasi untuk wilayah ini.")
    String nothing();
}
