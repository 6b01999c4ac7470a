package id.tumbuh.reporting.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the first seven numbers, Indonesian. {@link EnglishGlanceMessages} must have every one of them. */
@MessageBundle(value = "glance", locale = "id")
public interface GlanceMessages {
    @Message("Sekilas")
    String title();

    @Message("Prevalensi menurut survei")
    String survey();

    @Message("{instrument} {year}")
    String surveyed(String instrument, String year);

    @Message("belum ada survei")
    String notSurveyed();

    @Message("target {percent} pada {year}")
    String target(String percent, String year);

    @Message("Anak stunting tercatat")
    String cases();

    @Message("{share} dari {children} balita")
    String casesOf(String share, String children);

    @Message("Kasus sudah ditemukan")
    String found();

    @Message("dari ±{expected} menurut survei")
    String foundOf(String expected);

    @Message("Balita ditimbang (D/S)")
    String weighed();

    @Message("{part} dari {whole}, {month}")
    String weighedOf(String part, String whole, String month);

    @Message("Keluarga berisiko (KRS)")
    String atRisk();

    @Message("{share} dari {families} keluarga sasaran")
    String atRiskOf(String share, String families);

    @Message("KRS tanpa pendamping")
    String unaccompanied();

    @Message("{share} belum ada TPK")
    String unaccompaniedOf(String share);

    @Message("Tanpa orang tua asuh")
    String unsponsored();

    @Message("dari {needs} kebutuhan terbuka")
    String unsponsoredOf(String needs);

    @Message("Anak stunting per wilayah")
    String map();

    @Message("Jumlah anak stunting tercatat. Setiap wilayah menuju baris tabel; panah memindahkan.")
    String mapHint();

    @Message("Batas wilayah:")
    String boundaries();

    @Message("Belum ada batas untuk")
    String withoutBoundary();

    @Message("anak stunting")
    String children();

    @Message("Semua indikator")
    String indicators();

    @Message("Layar dinding")
    String wall();

    @Message("angka terakhir")
    String lastFigures();

    @Message("data terakhir")
    String lastData();

    @Message("detik lalu")
    String secondsAgo();
}
