package id.tumbuh.reporting.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the pages, Indonesian. {@link EnglishMessages} must have every one of them. */
@MessageBundle(locale = "id")
public interface Messages {
    @Message("Kokpit stunting")
    String cockpit();

    @Message("Anak stunting, satu per satu")
    String caseList();

    @Message("data contoh")
    String sampleData();

    @Message("Langsung")
    String live();

    @Message("Terputus sejak")
    String disconnected();

    @Message("Data per")
    String asOf();

    @Message("belum ada data")
    String noData();

    @Message("Bulan")
    String month();

    @Message("Anak stunting tercatat")
    String casesRecorded();

    @Message("di antaranya sangat pendek")
    String severelyAmong();

    @Message("dari")
    String outOf();

    @Message("anak diukur")
    String measured();

    @Message("Cakupan")
    String coverage();

    @Message("Peringkat wilayah")
    String ranking();

    @Message("Wilayah")
    String area();

    @Message("Anak stunting")
    String stuntedChildren();

    @Message("Prevalensi")
    String prevalenceShort();

    @Message("Kejadian terbaru")
    String latest();

    @Message("Pendek baru")
    String becameStunted();

    @Message("Tidak pendek lagi")
    String ceasedStunted();

    @Message("Tingkat pendek berubah")
    String severityChanged();

    @Message("Keluarga berisiko baru")
    String flagged();

    @Message("Kebutuhan dibuka")
    String needOpened();

    @Message("Belum ada kejadian")
    String nothingYet();

    @Message("Lihat daftar anak")
    String toCases();

    @Message("Kembali ke kokpit")
    String toCockpit();

    @Message("Halaman berikutnya")
    String nextPage();

    @Message("Nama")
    String name();

    @Message("Nama ibu")
    String mother();

    @Message("Umur")
    String age();

    @Message("bulan")
    String months();

    @Message("TB/U")
    String heightForAge();

    @Message("Status")
    String status();

    @Message("Sejak")
    String since();

    @Message("Posyandu")
    String posyandu();

    @Message("Sangat pendek")
    String severelyStunted();

    @Message("Pendek")
    String stunted();

    @Message("Nama tidak ditampilkan untuk peran Anda")
    String namesHidden();

    @Message("Nama sedang tidak dapat dibaca dari registry")
    String namesAway();

    @Message("Setiap pembacaan nama dicatat.")
    String readingAudited();

    @Message("Masuk")
    String signIn();

    @Message("Halaman ini memuat angka wilayah Anda. Buka lewat tautan masuk yang diberikan kepada Anda.")
    String signInHint();

    @Message("Tautan masuk ini tidak berlaku lagi. Setiap tautan hanya berlaku satu kali.")
    String linkSpent();

    @Message("Wilayah ini tidak ada, atau di luar wilayah Anda.")
    String notYours();

    @Message("Halaman ini bukan untuk peran Anda")
    String notForYourRole();

    @Message("Halaman ini untuk TPPS, puskesmas, OPD, BKKBN, dan auditor. Anda masuk dengan peran lain.")
    String notForYourRoleHint();

    @Message("Keluar")
    String signOut();

    @Message("Sumber: data rutin posyandu. Setiap angka memuat pembilang, penyebut, dan waktu.")
    String source();

    @Message("Langsung ke isi")
    String skip();

    @Message("Bahasa")
    String language();

    @Message("Halaman")
    String pages();

    @Message("Survei dan rutin")
    String survey();

    @Message("Jalur wilayah")
    String breadcrumb();

    @Message("Tidak ada anak stunting tercatat di wilayah ini.")
    String noCases();
}
