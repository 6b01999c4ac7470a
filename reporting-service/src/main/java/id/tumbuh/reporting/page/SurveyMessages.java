package id.tumbuh.reporting.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the page of survey and routine, Indonesian. {@link EnglishSurveyMessages} must have every one of them. */
@MessageBundle(value = "survey", locale = "id")
public interface SurveyMessages {
    @Message("Survei dan rutin")
    String title();

    @Message("Kesimpulan")
    String verdict();

    @Message("Survei dan data rutin berdampingan")
    String sideBySide();

    @Message("Pertanyaan")
    String question();

    @Message("Survei")
    String survey();

    @Message("Data rutin (posyandu)")
    String routine();

    @Message("Prevalensi")
    String prevalence();

    @Message("Artinya")
    String meaning();

    @Message("Siapa diukur")
    String whoMeasured();

    @Message("Alat, petugas")
    String howMeasured();

    @Message("Rata-rata TB/U")
    String meanHeight();

    @Message("Sumber")
    String source();

    @Message("sekitar {children} anak")
    String about(String children);

    @Message("{children} anak, satu per satu diketahui")
    String named(String children);

    @Message("sampel rumah tangga")
    String sample();

    @Message("sampel {children} balita")
    String sampleOf(String children);

    @Message("{share} balita ({part} dari {whole})")
    String ofChildren(String share, String part, String whole);

    @Message("enumerator terlatih")
    String enumerators();

    @Message("kader")
    String kader();

    @Message("kader, {posyandu} posyandu dinilai")
    String kaderAt(String posyandu);

    @Message("tidak dapat dihitung")
    String notComputable();

    @Message("sekitar {z} SD")
    String deviations(String z);

    @Message("rentang {low} sampai {high}")
    String interval(String low, String high);

    @Message("rentang tidak disebut sumber")
    String noInterval();

    @Message("data rutin posyandu")
    String routineSource();

    @Message("tidak ada")
    String none();

    @Message("Kasus sudah ditemukan")
    String found();

    @Message("{found}: {stunted} dari sekitar {expected} anak menurut survei")
    String foundOf(String found, String stunted, String expected);

    @Message("Tabel angka")
    String tableOfNumbers();

    @Message("Angka")
    String figure();

    @Message("Anak")
    String children();

    @Message("anak")
    String childrenWord();

    @Message("Diperkirakan survei")
    String expected();

    @Message("Belum ditemukan")
    String notFound();

    @Message("Hitungan cakupan")
    String bounds();

    @Message("Paling rendah, bila semua anak yang tidak diukur normal")
    String lowest();

    @Message("Paling tinggi, bila semua anak yang tidak diukur stunting")
    String highest();

    @Message("Harus stunting di antara yang tidak diukur agar sama dengan survei")
    String required();

    @Message("Yang bisa menjelaskan selisih")
    String reasons();

    @Message("Sumber lain dan yang bertentangan")
    String contradictions();

    @Message("Disimpan seperti dinyatakan, tidak ditimpa dan tidak dirata-rata.")
    String keptAsSaid();

    @Message("Waktu")
    String when();

    @Message("Pernyataan")
    String said();

    @Message("Catatan")
    String note();

    @Message("bertentangan dengan sumber lain")
    String contradicts();

    @Message("persen tidak sesuai, hitungannya {computed}")
    String wrongPercent(String computed);

    @Message("{part} dari {whole} anak")
    String counts(String part, String whole);

    @Message("Jalur menuju target")
    String path();

    @Message("Prevalensi menurut survei, jalur nasional, dan target sendiri per tahun")
    String pathPicture();

    @Message("Tahun")
    String year();

    @Message("Jalur nasional (RPJMN)")
    String nationalPath();

    @Message("diperkirakan di antara dua tahun")
    String interpolated();

    @Message("Target sendiri")
    String ownTarget();

    @Message("Target nasional {percent} pada {year}.")
    String goalNational(String percent, String year);

    @Message("Target sendiri {percent} pada {year}.")
    String goalOwn(String percent, String year);

    @Message("Dari {standing} perlu turun {points} poin setiap tahun mulai {year}.")
    String pointsAYear(String points, String standing, String year);

    @Message("Menurut survei, {children} anak harus keluar dari stunting untuk mencapainya.")
    String liftBySurvey(String children);

    @Message("Menurut data rutin, {children} anak tercatat lebih dari yang diperbolehkan target.")
    String liftByRoutine(String children);

    @Message("Lebih dari target")
    String lift();

    @Message("Dasar: anak yang tercatat stunting di antara yang diukur pada bulan ini, bukan survei.")
    String liftBasis();

    @Message("Wilayah")
    String area();

    @Message("Anak stunting")
    String stunted();

    @Message("Diukur")
    String measured();

    @Message("Posyandu yang diukur ulang lebih dulu")
    String remeasure();

    @Message("Posyandu")
    String posyandu();

    @Message("Alasan")
    String why();

    @Message("Tidak ada penilaian mutu ukur yang buruk untuk bulan ini.")
    String noWeak();

    @Message("tidak ada yang pendek dari {children} anak, menurut survei sekitar {expected}")
    String noneStunted(String children, String expected);

    @Message("tidak ada yang pendek dari {children} anak")
    String noneStuntedAtAll(String children);

    @Message("{share} tinggi badan dibulatkan")
    String roundedHeights(String share);

    @Message("{share} berat badan dibulatkan")
    String roundedWeights(String share);

    @Message("sebaran TB/U {z} SD")
    String spread(String z);

    @Message("{share} angka hampir tidak mungkin")
    String implausible(String share);

    @Message("{share} sama persis dengan sebelumnya")
    String repeats(String share);

    @Message("{share} anak bertambah pendek")
    String shrunk(String share);

    @Message("{share} posisi tidak sesuai umur")
    String position(String share);

    @Message("Posyandu {code}")
    String unnamed(String code);

    @Message("Tidak ada target di depan.")
    String noPath();

    @Message("Ambang dan anggapan")
    String rules();

    @Message("Aturan")
    String rule();

    @Message("Nilai")
    String value();

    @Message("Dasar")
    String basis();
}
