package id.tumbuh.reporting.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the form that records a figure, Indonesian. {@link EnglishRecordMessages} must have every one of them. */
@MessageBundle(value = "record", locale = "id")
public interface RecordMessages {
    @Message("Catat angka")
    String title();

    @Message("Perbaiki angka")
    String correct();

    @Message("Catat")
    String one();

    @Message("Perbaiki")
    String change();

    @Message(
            "Sebutkan jumlah, persen, atau pernyataannya, dan siapa yang menyebutnya. Angka dari sumber lain dicatat tersendiri, bukan menggantikan yang ini.")
    String lead();

    @Message("Tahun")
    String year();

    @Message("Bulan")
    String month();

    @Message("Setahun penuh")
    String wholeYear();

    @Message("Jumlah (pembilang)")
    String numerator();

    @Message("Dari (penyebut)")
    String denominator();

    @Message("Persen menurut sumber")
    String percent();

    @Message("Pernyataan, bila sumber tidak menyebut angka")
    String statement();

    @Message("Yang dihitung, menurut sumber")
    String definition();

    @Message("Penulis atau instansi")
    String author();

    @Message("Judul dokumen")
    String document();

    @Message("Tanggal terbit")
    String published();

    @Message("Alamat di internet")
    String url();

    @Message("boleh kosong")
    String optional();

    @Message("Tanpa nama orang, NIK, atau nomor telepon.")
    String nobody();

    @Message("Simpan")
    String save();

    @Message("Batal")
    String cancel();

    @Message("Belum tersimpan. Perbaiki isian ini:")
    String refused();

    @Message("Tersimpan: {indicator}.")
    String done(String indicator);

    @Message("Formulir ini sudah tidak berlaku. Buka lagi halamannya, lalu isi kembali.")
    String formOld();

    @Message("Angka ini sudah diubah orang lain sejak Anda membukanya. Buka lagi halamannya.")
    String stale();

    @Message("Formulir ini sudah tersimpan dengan isi lain. Buka formulir baru, atau perbaiki yang tersimpan.")
    String taken();

    @Message("Hanya TPPS, BKKBN, atau admin wilayah ini atau di atasnya yang dapat mencatat.")
    String notYours();
}
