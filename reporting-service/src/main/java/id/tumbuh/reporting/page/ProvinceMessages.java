package id.tumbuh.reporting.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the board of a province, Indonesian. {@link EnglishProvinceMessages} must have every one of them. */
@MessageBundle(value = "province", locale = "id")
public interface ProvinceMessages {
    @Message("Papan provinsi")
    String title();

    @Message("{kabupaten} kabupaten dan kota; {silent} belum atau tidak lagi mengirim, {late} terlambat")
    String sentence(String kabupaten, String silent, String late);

    @Message("Survei, data rutin dan KRS")
    String figures();

    @Message(
            "Survei dan data rutin adalah dua jenis angka dan tidak dicampur. Rutin: anak pendek dari yang diukur pada {month}, dengan D/S. Ditemukan: anak tercatat dibanding perkiraan menurut survei terbaru. Tanda –: belum diketahui.")
    String figuresHint(String month);

    @Message("Kabupaten/kota")
    String kabupaten();

    @Message("Survei {year}")
    String survey(String year);

    @Message("Rutin")
    String routine();

    @Message("Ditemukan")
    String found();

    @Message("KRS")
    String atRisk();

    @Message("% keluarga sasaran")
    String share();

    @Message("Provinsi")
    String whole();

    @Message("Jalur nasional")
    String national();

    @Message("Survei dan jalur nasional")
    String charts();

    @Message(
            "Skala sama di semua gambar. Titik: survei; garis putus: jalur RPJMN. Tahun tanpa survei kosong. Angkanya ada di tabel di atas.")
    String chartsHint();

    @Message("{area}: {points}")
    String chart(String area, String points);

    @Message("belum ada survei")
    String noSurvey();

    @Message("Mutu kiriman")
    String arrivals();

    @Message(
            "{days} hari terakhir; diamati sejak {since}. Jeda: dari kejadian sampai tiba di sini, bagi 19 dari 20 kejadian.")
    String arrivalsHint(String days, String since);

    @Message("Kejadian terakhir tiba")
    String lastEvent();

    @Message("Kejadian")
    String events();

    @Message("Jeda (p95)")
    String delay();

    @Message("Baris diterima")
    String received();

    @Message("Ditolak")
    String rejected();

    @Message("Kiriman ulang")
    String unchanged();

    @Message("Versi skema")
    String schemas();

    @Message("Keadaan")
    String state();

    @Message("tepat waktu")
    String fine();

    @Message("terlambat")
    String late();

    @Message("tidak mengirim")
    String silent();

    @Message("belum pernah ada")
    String unknown();

    @Message("belum ada")
    String never();

    @Message("paling lama {time}")
    String atMost(String time);

    @Message("lebih dari {time}")
    String moreThan(String time);

    @Message("{n} milidetik")
    String milliseconds(String n);

    @Message("{n} detik")
    String seconds(String n);

    @Message("{n} menit")
    String minutes(String n);

    @Message("{n} jam")
    String hours(String n);

    @Message("{n} hari")
    String days(String n);

    @Message(
            "Buku kiriman registry tidak dapat dibaca untuk peran Anda atau saat ini, jadi yang ditolak dan dikirim ulang tidak diketahui.")
    String ledgerUnknown();

    @Message("Sistem yang mengirim untuk lebih dari satu kabupaten, tidak dapat dipisah: {sources}.")
    String several(String sources);

    @Message(
            "Terlambat: jeda lebih dari {minutes} menit. Tidak mengirim: tanpa kejadian lebih dari {days} hari. Batas ini asumsi.")
    String limits(String minutes, String days);

    @Message("Jenis kejadian dan versinya")
    String schemaTable();

    @Message("Jenis")
    String type();

    @Message("Angka yang sama sebagai JSON")
    String asJson();

    @Message("Papan ini untuk satu provinsi.")
    String onlyProvince();

    @Message(
            "Sumber: survei menurut yang mengutipnya; penimbangan posyandu; keluarga di registry; kiriman sebagaimana tiba.")
    String source();
}
