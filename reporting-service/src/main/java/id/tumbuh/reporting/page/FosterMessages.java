package id.tumbuh.reporting.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the page of sponsors, Indonesian. {@link EnglishFosterMessages} must have every one of them. */
@MessageBundle(value = "foster", locale = "id")
public interface FosterMessages {
    @Message("Orang tua asuh")
    String title();

    @Message("Sumber: kebutuhan, penempatan dan kiriman menurut intervention-service")
    String source();

    @Message("Kebutuhan terbuka")
    String needs();

    @Message("anak dan ibu hamil")
    String whose();

    @Message("Belum punya orang tua asuh")
    String without();

    @Message("{share} dari kebutuhan terbuka")
    String ofNeeds(String share);

    @Message("Tempat orang tua asuh yang belum dipasangkan")
    String free();

    @Message("dari {capacity} tempat, {sponsors} orang tua asuh")
    String ofCapacity(String capacity, String sponsors);

    @Message("Kiriman diterima")
    String received();

    @Message("{made} dari {due} yang dijanjikan")
    String ofDue(String made, String due);

    @Message("Jumlah orang tua asuh tidak ditampilkan untuk peran Anda.")
    String sponsorsRefused();

    @Message(
            "Jumlah orang tua asuh sedang tidak dapat dibaca dari intervention-service; kebutuhan dan kiriman tetap lengkap.")
    String sponsorsAway();

    @Message(
            "Janji dan kiriman selama {months} bulan uji coba: {first} sampai {last}. Kiriman dihitung pada bulan rencananya; yang belum jatuh tempo belum dihitung.")
    String trial(String months, String first, String last);

    @Message("Janji dan kiriman per bulan")
    String byMonth();

    @Message("Bulan")
    String month();

    @Message("Dijanjikan")
    String due();

    @Message("Diterima")
    String made();

    @Message("Terlewat")
    String missed();

    @Message("Ditolak")
    String refused();

    @Message("Terpenuhi")
    String share();

    @Message("Menurut wilayah")
    String byArea();

    @Message("Wilayah")
    String area();

    @Message("Belum punya")
    String gap();

    @Message("Bagian")
    String gapShare();

    @Message("Belum ada kiriman yang jatuh tempo dalam bulan-bulan ini.")
    String noDeliveries();

    @Message("Tidak ada wilayah di bawahnya.")
    String noAreas();
}
