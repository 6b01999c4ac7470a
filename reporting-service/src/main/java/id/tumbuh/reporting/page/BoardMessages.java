package id.tumbuh.reporting.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the board of a kecamatan, Indonesian. {@link EnglishBoardMessages} must have every one of them. */
@MessageBundle(value = "board", locale = "id")
public interface BoardMessages {
    @Message("Papan kecamatan")
    String title();

    @Message("{late} dari {all} posyandu belum lapor")
    String reported(String late, String all);

    @Message("{cases} anak tercatat, {fresh} baru bulan ini")
    String casesNow(String cases, String fresh);

    @Message("{cases} anak tercatat, {fresh} baru pada {month}")
    String casesThen(String cases, String fresh, String month);

    @Message("Daftar posyandu sedang tidak dapat dibaca dari registry, jadi yang belum lapor tidak diketahui.")
    String listUnknown();

    @Message("Per desa")
    String perDesa();

    @Message("Desa")
    String desa();

    @Message("S")
    String expected();

    @Message("Pendek")
    String stunted();

    @Message("Sangat pendek")
    String severelyStunted();

    @Message("Belum lapor")
    String unreported();

    @Message("Seluruh kecamatan")
    String whole();

    @Message(
            "S: balita yang seharusnya datang. D/S: yang ditimbang dari S. N/D: yang berat badannya naik dari yang ditimbang dan bertanda di KMS. Pendek dan sangat pendek: anak tercatat sekarang. KRS: keluarga berisiko stunting pada akhir bulan. Belum lapor: posyandu tanpa satu penimbangan pun. Tanda –: belum diketahui.")
    String legend();

    @Message("Posyandu belum lapor")
    String unreportedTitle();

    @Message("Tanpa satu penimbangan pun pada {month}. Teks ini dapat disalin untuk WhatsApp.")
    String unreportedHint(String month);

    @Message("Posyandu belum lapor, Kec. {area}, {month} ({late} dari {all}):")
    String unreportedHead(String area, String month, String late, String all);

    @Message("Semua posyandu sudah lapor.")
    String allReported();

    @Message("Salin daftar")
    String copy();

    @Message("Tersalin")
    String copied();

    @Message("Periksa data")
    String checks();

    @Message("Menurut penilaian mutu pengukuran terbaru dalam {months} bulan terakhir; yang paling perlu di atas.")
    String checksHint(String months);

    @Message("Tidak ada tanda yang perlu diperiksa dalam {months} bulan terakhir.")
    String noChecks(String months);

    @Message("Daftar nama terbatas")
    String names();

    @Message("Nama tersamar sampai alasan disebut, hanya bagi yang berhak; setiap pembukaan dicatat.")
    String namesHint();

    @Message("Buka daftar {cases} anak")
    String openNames(String cases);

    @Message("Cetak untuk rapat (A4, 1 halaman)")
    String print();

    @Message("Sumber: penimbangan posyandu (S, D, N), keluarga di registry (KRS), penilaian mutu pengukuran.")
    String source();

    @Message("Papan ini untuk satu kecamatan. Pilih kecamatan di peringkat kokpit.")
    String onlyKecamatan();

    @Message("Nama tersamar sampai Anda menyebut untuk apa dibuka; alasan itu dicatat.")
    String namesMasked();

    @Message("Untuk apa?")
    String reason();

    @Message("Buka nama")
    String unmask();
}
