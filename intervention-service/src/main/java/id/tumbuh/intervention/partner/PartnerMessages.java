package id.tumbuh.intervention.partner;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the partner's pages, Indonesian. {@link EnglishPartnerMessages} must have every one of them. */
@MessageBundle(locale = "id")
public interface PartnerMessages {
    @Message("Anak asuh saya")
    String children();

    @Message(
            "Anak dan ibu yang Anda dampingi, dengan nama samaran yang hanya Anda kenal. Bila keluarga menarik persetujuannya, ia langsung hilang dari sini.")
    String childrenLead();

    @Message("Belum ada yang Anda dampingi.")
    String noChildren();

    @Message("Lihat kebutuhan terbuka")
    String toNeeds();

    @Message("Kebutuhan terbuka")
    String needs();

    @Message("Yang paling mendesak di atas. Semua keluarga di sini sudah setuju dibantu.")
    String needsLead();

    @Message("Tidak ada kebutuhan terbuka untuk pilihan ini.")
    String noNeeds();

    @Message("Janji bantu")
    String pledges();

    @Message("Apa yang dipesan dan dijanjikan, dan sampai kapan.")
    String pledgesLead();

    @Message("Belum ada janji.")
    String noPledges();

    @Message("Portofolio")
    String portfolio();

    @Message("Angka yang boleh Anda umumkan, per bulan penuh.")
    String portfolioLead();

    @Message("data contoh")
    String sampleData();

    @Message("Langsung ke isi")
    String skip();

    @Message("Halaman")
    String menu();

    @Message("Bahasa")
    String language();

    @Message("Keluar")
    String signOut();

    @Message("Anda sudah keluar")
    String signedOut();

    @Message("Masuk")
    String signIn();

    @Message("Buka tautan masuk yang Anda terima. Tautan berlaku satu kali.")
    String signInHint();

    @Message("Tautan ini tidak berlaku lagi. Setiap tautan hanya berlaku satu kali.")
    String linkSpent();

    @Message("Halaman mitra")
    String notForYou();

    @Message("Halaman ini hanya untuk mitra.")
    String notForYourRole();

    @Message("Belum dapat dilakukan")
    String refused();

    @Message("Halaman itu dibuka sebelum Anda masuk lagi. Buka lagi lalu ulangi.")
    String formOld();

    @Message("Kembali")
    String back();

    @Message("laki-laki")
    String boy();

    @Message("perempuan")
    String girl();

    @Message("ibu hamil")
    String mother();

    @Message("bulan")
    String months();

    @Message("Kec.")
    String kecamatanShort();

    @Message("Kecamatan")
    String kecamatan();

    @Message("sejak")
    String since();

    @Message("sampai")
    String until();

    @Message("Dipesan sampai")
    String heldUntil();

    @Message("Waktu pemesanan habis")
    String holdOver();

    @Message("Orang tua asuh")
    String sponsor();

    @Message("Sejak Anda mendampingi")
    String sinceYouHelp();

    @Message("Berat")
    String weight();

    @Message("Berat naik {times} kali")
    String gainedTimes(String times);

    @Message("dari {count} penimbangan")
    String ofWeighings(String count);

    @Message("TB/U")
    String lengthForAge();

    @Message("dari")
    String from();

    @Message("menjadi")
    String to();

    @Message("masih di bawah garis {limit}")
    String stillBelow(String limit);

    @Message("di bawah garis {limit}")
    String nowBelow(String limit);

    @Message("tidak di bawah garis {limit}")
    String notBelow(String limit);

    @Message("titipan, bukan diagnosis")
    String custody();

    @Message("Belum ada penimbangan sejak Anda mendampingi.")
    String notWeighedYet();

    @Message("Tidak ada penimbangan sebelum Anda mendampingi, jadi perubahannya belum dapat dihitung.")
    String noFirstWeighing();

    @Message("Dua kali timbang berat tidak naik: puskesmas sudah diberi tahu.")
    String puskesmasTold();

    @Message("TB/U {first} pada awal, {last} pada penimbangan terakhir; garis batas {limit}.")
    String chartText(String first, String last, String limit);

    @Message("batas {limit}")
    String chartLimit(String limit);

    @Message("Tabel angka")
    String figures();

    @Message("Bulan")
    String month();

    @Message("Berat (kg)")
    String weightKg();

    @Message("Kenaikan")
    String gain();

    @Message("awal")
    String start();

    @Message("naik")
    String gained();

    @Message("tidak naik")
    String notGained();

    @Message("tidak dinilai")
    String notJudged();

    @Message("tidak ada")
    String nothing();

    @Message("Pengiriman")
    String deliveries();

    @Message("{received} dari {due} diterima")
    String receivedOf(String received, String due);

    @Message("Belum ada pengiriman yang jatuh tempo.")
    String noDeliveriesYet();

    @Message("Berikutnya")
    String nextDelivery();

    @Message("Tidak ada pengiriman terjadwal lagi.")
    String noNextDelivery();

    @Message("Tanggal")
    String date();

    @Message("Bantuan")
    String what();

    @Message("Status")
    String state();

    @Message("diterima")
    String delivered();

    @Message("terlewat")
    String missed();

    @Message("ditolak keluarga")
    String declined();

    @Message("dijadwalkan")
    String planned();

    @Message("Laporan kirim Anda")
    String reportsMade();

    @Message("Sudah saya kirim")
    String sent();

    @Message("Tidak bisa")
    String unable();

    @Message("Tanggal")
    String day();

    @Message("Jumlah")
    String quantity();

    @Message("Satuan")
    String unit();

    @Message("misalnya butir, paket")
    String unitHint();

    @Message("Simpan laporan")
    String saveSent();

    @Message("Beri tahu tidak bisa")
    String saveUnable();

    @Message("Beri tahu sebelum harinya: tim TPPS membacanya dan dapat mencari pengganti.")
    String unableHint();

    @Message("Jadikan janji")
    String commit();

    @Message("Berlaku mulai hari ini.")
    String commitHint();

    @Message("Lama (hari)")
    String days();

    @Message("Kosongkan untuk lama yang biasa.")
    String usualDays();

    @Message("Perpanjang janji")
    String renew();

    @Message("Kembalikan")
    String release();

    @Message("Anak ini dapat didampingi orang lain. Ini tidak dapat dibatalkan.")
    String releaseHint();

    @Message("Ya, kembalikan")
    String saveRelease();

    @Message("Ubah janji")
    String changePledge();

    @Message("Tampilkan")
    String show();

    @Message("Semua")
    String all();

    @Message("Bantuan")
    String item();

    @Message("{days} hari")
    String forDays(String days);

    @Message("sekali")
    String once();

    @Message("Perkiraan biaya")
    String cost();

    @Message("Mendesak")
    String urgency();

    @Message("sangat mendesak")
    String high();

    @Message("mendesak")
    String medium();

    @Message("tidak mendesak")
    String low();

    @Message("Pesan untuk didampingi")
    String claim();

    @Message("Untuk orang tua asuh")
    String chooseSponsor();

    @Message("sisa {count}")
    String placesLeft(String count);

    @Message("Kuota orang tua asuh Anda habis, jadi belum dapat memesan.")
    String noPlaceLeft();

    @Message("Halaman berikutnya")
    String nextPage();

    @Message("Halaman pertama")
    String firstPage();

    @Message("Anak")
    String child();

    @Message("Janji")
    String pledge();

    @Message("dipesan")
    String held();

    @Message("dijanjikan")
    String promised();

    @Message("berakhir")
    String ended();

    @Message("waktu pemesanan habis")
    String ranOut();

    @Message("dikembalikan")
    String released();

    @Message("masa janji selesai")
    String periodOver();

    @Message("sudah tidak membutuhkan")
    String needClosed();

    @Message("persetujuan ditarik")
    String consentWithdrawn();

    @Message("belum dijanjikan")
    String notPromisedYet();

    @Message("Dari bulan")
    String fromMonth();

    @Message("Sampai bulan")
    String toMonth();

    @Message("Bila tidak ada pilihan bulan, tulis TTTT-BB, misalnya 2026-06.")
    String monthHint();

    @Message(
            "Portofolio hanya menampilkan angka dari {least} anak ke atas, supaya tidak ada anak yang dapat dikenali. Pada masa ini belum sebanyak itu.")
    String tooFew(String least);

    @Message("Anak dan ibu didampingi")
    String helped();

    @Message("Di antaranya sudah tidak membutuhkan")
    String ofTheseEnded();

    @Message("terlalu sedikit untuk disebut")
    String tooFewToTell();

    @Message("Pengiriman yang Anda laporkan")
    String reports();

    @Message("Menurut kecamatan")
    String byKecamatan();

    @Message("Kecamatan lain, digabung")
    String otherKecamatan();

    @Message("Tidak ada angka tentang kurang dari {least} anak.")
    String suppression(String least);

    @Message("makanan tambahan")
    String food();

    @Message("air bersih")
    String water();

    @Message("jamban")
    String latrine();

    @Message("rumah layak")
    String house();

    @Message("konseling")
    String counselling();

    @Message("dukungan ekonomi")
    String economicSupport();

    @Message("hari makan")
    String mealDays();

    @Message("kunjungan")
    String visits();

    @Message("paket")
    String packages();

    @Message("bangunan")
    String buildings();

    @Message("Sudah dipesan. Jadikan janji sebelum waktunya habis.")
    String doneHeld();

    @Message("Janji sudah dicatat. Terima kasih.")
    String doneCommitted();

    @Message("Janji sudah diperpanjang.")
    String doneRenewed();

    @Message("Sudah dikembalikan.")
    String doneReleased();

    @Message("Laporan kirim sudah dicatat.")
    String doneSent();

    @Message("Sudah dicatat bahwa Anda tidak bisa.")
    String doneUnable();

    @Message("Sumber: catatan penimbangan dan pengiriman Tumbuh. Tanpa nama, alamat, dan tanggal lahir.")
    String source();
}
