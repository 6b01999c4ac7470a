package id.tumbuh.reporting.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the page of offices and budget, Indonesian. {@link EnglishProgrammeMessages} must have every one of them. */
@MessageBundle(value = "programme", locale = "id")
public interface ProgrammeMessages {
    @Message("OPD dan anggaran")
    String title();

    @Message("Tahun")
    String year();

    @Message("Sumber: program OPD menurut intervention-service")
    String source();

    @Message("Pagu")
    String ceiling();

    @Message("Realisasi")
    String spent();

    @Message("Serapan")
    String absorbed();

    @Message("Program")
    String programmes();

    @Message("Terlambat")
    String late();

    @Message("dari {count} program")
    String ofProgrammes(String count);

    @Message("{share} dari pagu")
    String ofCeiling(String share);

    @Message("semua sumber dana")
    String allSources();

    @Message("Belum ada triwulan yang selesai: menurut aturan belum ada yang terlambat.")
    String nothingExpected();

    @Message(
            "Terlambat berarti: setelah triwulan {quarter}, keluaran di bawah {output} target atau realisasi di bawah {money} pagu (aturan programme.late versi {version}).")
    String rule(String quarter, String output, String money, String version);

    @Message("Menurut OPD")
    String byField();

    @Message("Menurut sumber dana")
    String bySource();

    @Message("Realisasi per triwulan")
    String byQuarter();

    @Message("Triwulan")
    String quarter();

    @Message("Kumulatif")
    String cumulative();

    @Message("Diharapkan menurut aturan")
    String expected();

    @Message("OPD")
    String field();

    @Message("Sumber dana")
    String moneySource();

    @Message("Program satu per satu")
    String list();

    @Message("Program")
    String programme();

    @Message("Wilayah")
    String area();

    @Message("Keluaran")
    String output();

    @Message("Status")
    String status();

    @Message("{done} dari {target} {unit}")
    String outputOf(String done, String target, String unit);

    @Message("(satuan tidak diketahui)")
    String unitUnknown();

    @Message("Terlambat: keluaran")
    String lateOutput();

    @Message("Terlambat: realisasi anggaran")
    String lateSpending();

    @Message("Terlambat: keluaran dan realisasi anggaran")
    String lateBoth();

    @Message("Sesuai rencana")
    String onTime();

    @Message("bagian dari program lain, dihitung sekali")
    String partOfOther();

    @Message("Program {field}")
    String titleUnknown(String field);

    @Message("Nama program dan satuan keluaran tidak ditampilkan untuk peran Anda.")
    String wordsRefused();

    @Message(
            "Nama program dan satuan keluaran sedang tidak dapat dibaca dari intervention-service; angka tetap lengkap.")
    String wordsAway();

    @Message("Belum ada program pada tahun ini.")
    String none();

    @Message("{count} program lagi ada di berkas CSV.")
    String more(String count);

    @Message("Unduh semua program (CSV)")
    String download();

    @Message("Aturan dan sumbernya")
    String ruleNote();

    @Message("Angka setiap gambar ada di baris yang sama.")
    String tableBeside();

    @Message("Rujukan keluarga ke OPD")
    String referrals();

    @Message("Rujukan yang masih terbuka hari ini, menurut kejadian sampai {moment}.")
    String referralsSource(String moment);

    @Message("Terbuka")
    String open();

    @Message("Belum dijawab OPD")
    String waiting();

    @Message("Dikembalikan OPD")
    String declined();

    @Message("Selesai, menunggu data")
    String done();

    @Message("Lewat tenggat")
    String overdue();

    @Message("Tidak ada rujukan terbuka.")
    String noReferrals();
}
