package id.tumbuh.reporting.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the page of case audits, Indonesian. {@link EnglishAuditMessages} must have every one of them. */
@MessageBundle(value = "audit", locale = "id")
public interface AuditMessages {
    @Message("Audit kasus")
    String title();

    @Message("Sumber: audit kasus stunting menurut intervention-service")
    String source();

    @Message("Semester")
    String semester();

    @Message("Semester {number} {year}")
    String semesterOf(String number, String year);

    @Message("Kasus ditampilkan dengan nomornya saja; nama tidak pernah ada di sini.")
    String byPseudonym();

    @Message("Kelompok dan tahap")
    String matrix();

    @Message("Kelompok")
    String group();

    @Message("Jumlah")
    String total();

    @Message("Diusulkan")
    String proposed();

    @Message("Diseleksi")
    String selected();

    @Message("Dikaji")
    String reviewed();

    @Message("Didiseminasikan")
    String disseminated();

    @Message("RTL berjalan")
    String followUp();

    @Message("Dievaluasi")
    String evaluated();

    @Message("Tidak dipilih atau ditarik")
    String ended();

    @Message("Dikaji: kertas kerja, kajian tim pakar atau rekomendasi. RTL: rencana tindak lanjut.")
    String reviewedMeans();

    @Message("Calon pengantin")
    String catin();

    @Message("Ibu hamil")
    String pregnant();

    @Message("Ibu pascapersalinan (nifas)")
    String postPartum();

    @Message("Baduta (0-23 bulan)")
    String baduta();

    @Message("Balita (24-59 bulan)")
    String balita();

    @Message("Kasus satu per satu")
    String cases();

    @Message("Nomor kasus")
    String number();

    @Message("Wilayah")
    String area();

    @Message("Tahap")
    String stage();

    @Message("Sejak")
    String since();

    @Message("RTL belum selesai")
    String openFollowUps();

    @Message("{open} dari {all}")
    String openOf(String open, String all);

    @Message("Daftar kasus tidak ditampilkan untuk peran Anda; jumlahnya tetap lengkap.")
    String casesHidden();

    @Message("{count} kasus lagi ada di wilayah di bawahnya.")
    String more(String count);

    @Message("Belum ada audit kasus di wilayah ini.")
    String none();
}
