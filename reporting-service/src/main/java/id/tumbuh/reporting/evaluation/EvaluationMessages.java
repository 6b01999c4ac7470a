package id.tumbuh.reporting.evaluation;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of reports, Indonesian. {@link EnglishEvaluationMessages} must have every one of them. */
@MessageBundle(value = "evaluation", locale = "id")
public interface EvaluationMessages {
    @Message("Evaluasi berjenjang")
    String title();

    @Message("Laporan semester percepatan penurunan stunting")
    String reportTitle();

    @Message("TPPS")
    String team();

    @Message("Semester {half} {year} ({from}–{until})")
    String semester(String half, String year, String from, String until);

    @Message("Ringkasan")
    String summary();

    @Message("Indikator")
    String indicators();

    @Message("Indikator")
    String indicator();

    @Message("Kode")
    String code();

    @Message("Semester ini")
    String thisSemester();

    @Message("Semester lalu")
    String semesterBefore();

    @Message("Setahun lalu")
    String yearBefore();

    @Message("Perubahan")
    String change();

    @Message("Pembilang")
    String numerator();

    @Message("Penyebut")
    String denominator();

    @Message("Persen")
    String percent();

    @Message("Cakupan")
    String coverage();

    @Message("Bulan")
    String months();

    @Message("Sumber")
    String source();

    @Message("{part} dari {whole}")
    String ofCounts(String part, String whole);

    @Message("cakupan {percent}")
    String covered(String percent);

    @Message("belum ada data")
    String noData();

    @Message("{points} poin, membaik")
    String better(String points);

    @Message("{points} poin, memburuk")
    String worse(String points);

    @Message("tetap")
    String same();

    @Message("tidak dapat dibandingkan")
    String notComparable();

    @Message("Target dan jalannya")
    String way();

    @Message("Target {year}: {percent} ({whose}).")
    String targetOf(String year, String percent, String whose);

    @Message("target wilayah sendiri")
    String ownTarget();

    @Message("jalur nasional")
    String nationalPath();

    @Message("jalur nasional, antara dua tahun yang ditetapkan")
    String nationalBetween();

    @Message("Untuk tahun {year} tidak ada target.")
    String noTarget(String year);

    @Message("Menuju {percent} pada {year}, dari {standing} menurut {survey}: turun {points} poin setiap tahun.")
    String wayTo(String percent, String year, String standing, String survey, String points);

    @Message("Menuju {percent} pada {year}; tanpa survei untuk wilayah ini jalannya tidak dapat dihitung.")
    String wayWithoutSurvey(String percent, String year);

    @Message("Anak yang harus diangkat untuk mencapainya: {children} menurut survei.")
    String liftBySurvey(String children);

    @Message("Anak yang harus diangkat untuk mencapainya: {children} dari yang terdata.")
    String liftByRoutine(String children);

    @Message("Survei dan data rutin (tidak dicampur)")
    String survey();

    @Message("Survei: {percent} ({instrument} {year}{interval}). Sumber: {source}.")
    String surveySays(String percent, String instrument, String year, String interval, String source);

    @Message(", rentang {low}–{high}")
    String interval(String low, String high);

    @Message("Data rutin: {percent} ({month}).")
    String routineSays(String percent, String month);

    @Message("Apa yang berubah, dan mengapa")
    String changes();

    @Message("Dibandingkan dengan laporan {period} yang dikirim {when}.")
    String sinceReport(String period, String when);

    @Message("Laporan {period} tidak pernah dikirim; dibandingkan dengan angka semester itu menurut catatan sekarang.")
    String sinceCounted(String period);

    @Message("{indicator}: dari {then} ({thenCounts}) menjadi {now} ({nowCounts}).")
    String moved(String indicator, String then, String thenCounts, String now, String nowCounts);

    @Message("Catatan semester lalu berubah sesudah dilaporkan.")
    String recounted();

    @Message("Anak yang mulai tercatat stunting dalam semester ini dan masih stunting: {count}.")
    String newly(String count);

    @Message("Anak yang tidak stunting lagi: {count}.")
    String recovered(String count);

    @Message("Anak stunting yang berulang tahun kelima, jadi tidak dihitung lagi: {count}.")
    String agedOut(String count);

    @Message("Sisa selisih yang tidak diterangkan ketiganya: {count}.")
    String rest(String count);

    @Message(
            "Sejak akhir tahun lalu sampai {month}: {begun} keluarga menjadi berisiko dan {ended} tidak berisiko lagi.")
    String families(String month, String begun, String ended);

    @Message("Yang tidak dapat dikatakan angka ini")
    String untold();

    @Message("Siapa yang pindah masuk atau keluar: hanya alamat terakhir yang disimpan di sini.")
    String untoldMoves();

    @Message("Siapa yang ditimbang hanya pada salah satu dari kedua bulan: angka menghitung anak, bukan mengikutinya.")
    String untoldMeasuredOnce();

    @Message("Untuk indikator keluarga dan kebutuhan hanya jumlahnya yang diketahui, bukan keluarga yang mana.")
    String untoldOthers();

    @Message("Peringkat wilayah di bawahnya")
    String ranking();

    @Message("Peringkat {place} dari {of} wilayah setingkat di {within} (1 = prevalensi tertinggi).")
    String rank(String place, String of, String within);

    @Message("provinsi ini")
    String inProvince();

    @Message("Indonesia")
    String inCountry();

    @Message("Belum ada peringkat: tidak ada anak yang diukur.")
    String noRank();

    @Message("Peringkat")
    String place();

    @Message("Wilayah")
    String area();

    @Message("Prevalensi")
    String prevalence();

    @Message("Stunting")
    String stunted();

    @Message("Diukur")
    String measured();

    @Message("Tidak ada wilayah di bawahnya.")
    String noAreas();

    @Message("Posyandu yang perlu diukur ulang")
    String posyandu();

    @Message("Posyandu")
    String onePosyandu();

    @Message("Posyandu …{id}")
    String unnamed(String id);

    @Message("Alasan")
    String why();

    @Message("Tidak ada posyandu dengan mutu ukur yang meragukan.")
    String noPosyandu();

    @Message("{share} tinggi badan dibulatkan")
    String roundedHeights(String share);

    @Message("{share} berat badan dibulatkan")
    String roundedWeights(String share);

    @Message("sebaran TB/U {value} SD")
    String spread(String value);

    @Message("{share} angka tidak masuk akal")
    String implausible(String share);

    @Message("{share} angka sama persis dengan sebelumnya")
    String repeats(String share);

    @Message("{share} anak menjadi lebih pendek")
    String shrunk(String share);

    @Message("{share} diukur dengan cara yang tidak sesuai umur")
    String position(String share);

    @Message("tidak ada yang pendek dari {children} anak")
    String noCase(String children);

    @Message("Kendala")
    String obstacles();

    @Message("Rencana tindak lanjut")
    String followUp();

    @Message("Belum ditulis.")
    String notWritten();

    @Message("Riwayat")
    String history();

    @Message("Belum ada riwayat.")
    String noHistory();

    @Message("dikirim")
    String stepSubmitted();

    @Message("dikembalikan")
    String stepReturned();

    @Message("diterima")
    String stepAccepted();

    @Message("Keterangan")
    String remarks();

    @Message("Kapan")
    String when();

    @Message("Apa")
    String what();

    @Message("Oleh")
    String by();

    @Message("Belum ditulis")
    String stateNotBegun();

    @Message("Rancangan")
    String stateDraft();

    @Message("Dikirim, menunggu keputusan")
    String stateSubmitted();

    @Message("Dikembalikan untuk diperbaiki")
    String stateReturned();

    @Message("Diterima")
    String stateAccepted();

    @Message("Status")
    String state();

    @Message("Batas kirim {day}")
    String due(String day);

    @Message("terlambat")
    String late();

    @Message("lewat batas, belum dikirim")
    String overdue();

    @Message("Dasar batas kirim: {source}.")
    String dueBasis(String source);

    @Message("Angka dibekukan saat dikirim {when}. SHA-256 {hash}")
    String frozen(String when, String hash);

    @Message("Angka dihitung sekarang; belum dibekukan.")
    String notFrozen();

    @Message("Data per {when}")
    String asOf(String when);

    @Message(
            "Sumber: penimbangan posyandu, pendataan keluarga, dan kebutuhan yang tercatat di Tumbuh; survei menurut sumbernya.")
    String sources();

    @Message("Periode")
    String period();

    @Message("Bagian")
    String section();

    @Message("Nama")
    String name();

    @Message("Desa/kelurahan")
    String desa();

    @Message("RANCANGAN: belum diterima tingkat di atasnya")
    String draftMark();

    @Message("Laporan yang ditunggu dari wilayah di bawah")
    String dueBelow();

    @Message("Laporan wilayah ini")
    String ownReport();

    @Message("Tulisan TPPS")
    String words();

    @Message("Angka tidak ditulis: angka dihitung dari catatan. Jangan menulis nama, NIK, atau nomor telepon.")
    String wordsHint();

    @Message("Simpan tulisan")
    String save();

    @Message("Kirim laporan")
    String submit();

    @Message("Sesudah dikirim, angka dibekukan dan tulisan tidak dapat diubah sampai tingkat di atas mengembalikannya.")
    String submitHint();

    @Message("Keputusan")
    String decision();

    @Message("Isi keterangan bila laporan dikembalikan; bila diterima boleh kosong.")
    String decisionHint();

    @Message("Kembalikan")
    String giveBack();

    @Message("Terima")
    String accept();

    @Message("Berkas")
    String files();

    @Message("Aksi Bangda (CSV, bentuk diandaikan)")
    String bangda();

    @Message("Angka bersegel (JSON)")
    String sealed();

    @Message("Lihat angka sekarang")
    String showNow();

    @Message("Lihat angka yang dikirim")
    String showSubmitted();

    @Message("Semester sebelumnya")
    String earlier();

    @Message("Semester sesudahnya")
    String later();

    @Message("Di bawah wilayah ini tidak ada yang melapor.")
    String noneBelow();

    @Message("Dikirim pada")
    String handedIn();

    @Message("Batas kirim")
    String dueDay();

    @Message("Laporan lewat batas dan belum dikirim: {count}.")
    String overdueCount(String count);

    @Message("Pusat menerima laporan provinsi dan tidak melapor ke atas.")
    String centre();

    @Message("Tulisan disimpan.")
    String doneWritten();

    @Message("Laporan dikirim; angkanya dibekukan.")
    String doneSubmitted();

    @Message("Laporan dikembalikan dengan keterangan Anda.")
    String doneReturned();

    @Message("Laporan diterima.")
    String doneAccepted();

    @Message("Tidak dilakukan")
    String refused();

    @Message("Halaman ini dibuat untuk masuk yang lama. Buka lagi halamannya, lalu kirim ulang.")
    String formOld();

    @Message("Ketua TPPS {area}")
    String signedBy(String area);

    @Message("Diterima tingkat di atasnya")
    String receivedBy();
}
