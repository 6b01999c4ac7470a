package id.tumbuh.reporting.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the page of national indicators, Indonesian. {@link EnglishNationalMessages} must have every one of them. */
@MessageBundle(value = "national", locale = "id")
public interface NationalMessages {
    @Message("Indikator nasional")
    String title();

    @Message(
            "Yang diminta pusat, satu per satu: dihitung dari peristiwa, dicatat dengan sumbernya, atau belum tercatat. Angka yang dicatat tidak pernah dijumlahkan dari wilayah di bawahnya.")
    String lead();

    @Message("Daftar")
    String list();

    @Message("Periode")
    String period();

    @Message("Semester {number} {year}")
    String semesterOf(String number, String year);

    @Message("Triwulan {number} {year}")
    String quarterOf(String number, String year);

    @Message("Tahun {year}")
    String yearOf(String year);

    @Message("{known} dari {of} indikator diketahui")
    String knownOf(String known, String of);

    @Message("{computed} dihitung dari peristiwa, {recorded} tercatat, {missing} belum tercatat.")
    String howMany(String computed, String recorded, String missing);

    @Message("No.")
    String number();

    @Message("Indikator")
    String indicator();

    @Message("Nilai")
    String value();

    @Message("Jumlah")
    String counts();

    @Message("Sumber")
    String source();

    @Message("{numerator} dari {denominator}")
    String ofWhom(String numerator, String denominator);

    @Message("Dihitung dari peristiwa")
    String fromEvents();

    @Message("Dihitung dari peristiwa, {month}")
    String fromEventsOf(String month);

    @Message("Belum tercatat")
    String unrecorded();

    @Message("Sumber lain menyebut angka lain.")
    String contradicted();

    @Message("Bunyi indikator ini belum dipastikan.")
    String wordingOpen();

    @Message("Lebih rendah lebih baik.")
    String lowerIsBetter();

    @Message("Daftar ini belum berlaku pada periode itu.")
    String none();

    @Message("Unduh CSV")
    String file();

    @Message("Kamus kolom")
    String dictionary();

    @Message(
            "Angka dicatat di sini atau lewat API oleh TPPS atau BKKBN wilayah ini atau di atasnya, dengan penulis, judul, dan tanggal sumbernya.")
    String howToRecord();
}
