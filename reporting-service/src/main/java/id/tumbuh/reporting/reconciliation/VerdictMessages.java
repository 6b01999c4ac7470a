package id.tumbuh.reporting.reconciliation;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The sentences of a verdict, Indonesian. {@link EnglishVerdictMessages} must have every one of them. */
@MessageBundle(value = "verdict", locale = "id")
public interface VerdictMessages {
    @Message(
            "Menurut {survey}, {percent} balita stunting. Data rutin mencatat {routine}: {counts} anak dengan tinggi badan yang masuk akal.")
    String bothSides(String survey, String percent, String routine, String counts);

    @Message("{part} dari {whole}")
    String ofCounts(String part, String whole);

    @Message(
            "Menurut survei ada sekitar {expected} anak stunting di sini; data rutin menemukan {stunted} anak, yaitu {found}.")
    String casesFound(String expected, String stunted, String found);

    @Message("{absent} balita ({share}) tidak datang ditimbang.")
    String absent(String absent, String share);

    @Message("Angka yang sebenarnya terletak antara {low} dan {high}, karena anak yang tidak diukur tidak diketahui.")
    String bounds(String low, String high);

    @Message("Kedua angka sejalan: selisihnya tidak lebih besar dari ketelitian survei.")
    String agree();

    @Message(
            "Cakupan saja bisa menjelaskan selisih ini: {required} dari anak yang tidak diukur harus stunting, {times} kali lebih sering daripada yang diukur. Jangkau dulu anak yang tidak datang.")
    String coverageCan(String required, String times);

    @Message(
            "Cakupan saja tidak bisa dipercaya sebagai penyebab: {required} dari anak yang tidak diukur harus stunting, {times} kali lebih sering daripada yang diukur. Periksa cara mengukur.")
    String coverageCannot(String required, String times);

    @Message(
            "Cakupan saja tidak bisa dipercaya sebagai penyebab: {required} dari anak yang tidak diukur harus stunting, padahal dari yang diukur tidak satu pun. Periksa cara mengukur.")
    String coverageCannotFromNone(String required);

    @Message(
            "Bagaimanapun keadaan anak yang tidak diukur, angka survei tidak dapat tercapai. Periksa cara mengukur dan data sasaran.")
    String outsideBounds();

    @Message("Semua sasaran diukur, jadi cakupan tidak menjelaskan selisih. Periksa cara mengukur.")
    String allMeasured();

    @Message(
            "Tidak ada survei untuk wilayah ini; survei hanya dibuat untuk kabupaten/kota ke atas, dan tidak setiap tahun.")
    String noSurvey();

    @Message("Belum ada data rutin untuk wilayah dan bulan ini.")
    String noRoutine();

    @Message(
            "Rata-rata TB/U sekitar {routine} SD menurut data rutin dan {survey} SD menurut survei (dihitung dari kurva normal).")
    String means(String routine, String survey);

    @Message("{none} dari {posyandu} posyandu tidak menemukan satu pun anak pendek.")
    String noCase(String none, String posyandu);

    @Message("{share} tinggi badan berakhir ,0 atau ,5: kira-kira 20% wajar, lebih dari itu ukuran dibulatkan.")
    String rounded(String share);

    @Message("Ukur ulang lebih dulu di {count} posyandu pada daftar di bawah.")
    String remeasure(String count);

    @Message("{percent} yang disebut {author} tidak sesuai dengan {counts}: hasilnya {computed}.")
    String doesNotFollow(String percent, String author, String counts, String computed);
}
