package id.tumbuh.intervention.rembuk;

import static id.tumbuh.intervention.print.Html.text;

import id.tumbuh.intervention.change.Days;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The <em>berita acara</em> of a rembuk as HTML of A4 pages: who was there, what was promised, who signed. */
final class MinutesSheet {
    private static final Locale INDONESIAN = Locale.of("id", "ID");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", INDONESIAN);
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("d MMM uuuu", INDONESIAN);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMM uuuu HH.mm 'WIB'", INDONESIAN).withZone(Days.ZONE);

    private static final String STYLE = style();

    private final Rembuk rembuk;
    private final Map<String, String> partyKinds;

    private MinutesSheet(Rembuk rembuk, Map<String, String> partyKinds) {
        this.rembuk = rembuk;
        this.partyKinds = partyKinds;
    }

    /** @param partyKinds the words for each kind of party */
    static String of(Rembuk rembuk, Map<String, String> partyKinds) {
        return new MinutesSheet(rembuk, partyKinds).html();
    }

    private String html() {
        String foot = "Revisi " + rembuk.revision() + " · SHA-256 " + rembuk.sha256();
        return """
                <!DOCTYPE html><html lang="id"><head><title>Berita Acara Rembuk Stunting</title><style>%s
                @page { @bottom-left { content: "%s"; font: 6.5pt Jakarta; color: #51616d; } }</style></head><body>
                %s<h1>BERITA ACARA</h1><h1>REMBUK STUNTING</h1><p class="under">%s, Tahun %d</p>
                %s%s%s%s</body></html>""".formatted(
                        STYLE,
                        foot,
                        rembuk.state() == Rembuk.State.DRAFT
                                ? "<div class=\"draft\">RANCANGAN &#8212; belum ditandatangani</div>"
                                : "",
                        text(rembuk.minutes().areaName()),
                        rembuk.minutes().heldOn().getYear(),
                        opening(),
                        participants(),
                        commitments(),
                        signatures());
    }

    private String opening() {
        Minutes minutes = rembuk.minutes();
        String revised = rembuk.reason() == null
                ? ""
                : "<p>Berita acara ini adalah revisi ke-%d dan menggantikan yang sebelumnya. Alasan: %s</p>"
                        .formatted(rembuk.revision() - 1, text(rembuk.reason()));
        return """
                <p>Pada hari ini, %s, bertempat di %s, telah dilaksanakan Rembuk Stunting tingkat %s di %s (kode wilayah %s), yang
                dihadiri oleh %s orang dari %s lembaga.</p>%s""".formatted(
                        DAY.format(minutes.heldOn()),
                        text(minutes.place()),
                        level(),
                        text(minutes.areaName()),
                        minutes.area(),
                        number(BigDecimal.valueOf(minutes.present())),
                        number(BigDecimal.valueOf(minutes.participants().stream()
                                .map(Minutes.Participant::institution)
                                .distinct()
                                .count())),
                        revised);
    }

    private String level() {
        return switch (rembuk.minutes().area().level()) {
            case PROVINSI -> "provinsi";
            case KABUPATEN_KOTA -> "kabupaten/kota";
            case KECAMATAN -> "kecamatan";
            case DESA_KELURAHAN -> "desa/kelurahan";
        };
    }

    private String participants() {
        StringBuilder rows = new StringBuilder();
        int number = 1;
        for (Minutes.Participant one : rembuk.minutes().participants()) {
            rows.append("<tr><td class=\"n\">%d</td><td>%s</td><td>%s</td><td class=\"n\">%d</td></tr>"
                    .formatted(number++, text(one.institution()), text(one.position()), one.present()));
        }
        return """
                <h2>Peserta</h2><table><thead><tr><th style="width:8mm">No</th><th>Lembaga</th><th>Jabatan</th>
                <th style="width:22mm">Jumlah hadir</th></tr></thead><tbody>%s</tbody></table>""".formatted(rows);
    }

    private String commitments() {
        List<Minutes.Promise> promises = rembuk.minutes().commitments();
        if (promises.isEmpty()) {
            return "<h2>Komitmen</h2><p>Tidak ada komitmen yang dicatat.</p>";
        }
        StringBuilder rows = new StringBuilder();
        int number = 1;
        for (Minutes.Promise one : promises) {
            rows.append("""
                    <tr><td class="n">%d</td><td>%s<br/><span class="mono">%s</span></td><td>%s</td><td class="n">%s %s</td>
                    <td class="n">%s</td></tr>""".formatted(
                            number++,
                            text(one.party()),
                            text(partyKinds.getOrDefault(one.partyKind(), one.partyKind())),
                            text(one.what()),
                            number(one.quantity()),
                            text(one.unit()),
                            day(one.dueOn())));
        }
        return """
                <h2>Komitmen</h2><p>Para pihak menyepakati komitmen berikut, yang pelaksanaannya ditindaklanjuti sampai terpenuhi:</p>
                <table><thead><tr><th style="width:8mm">No</th><th style="width:40mm">Pihak</th><th>Komitmen</th>
                <th style="width:26mm">Jumlah</th><th style="width:22mm">Batas waktu</th></tr></thead><tbody>%s</tbody></table>""".formatted(rows);
    }

    private String signatures() {
        StringBuilder rows = new StringBuilder();
        int number = 1;
        for (Rembuk.Signature one : rembuk.signatures()) {
            rows.append("<tr><td class=\"n\">%d</td><td>%s</td><td>%s</td><td class=\"n\">%s</td></tr>"
                    .formatted(number++, text(one.onBehalfOf()), text(one.subject()), MOMENT.format(one.signedAt())));
        }
        String electronic =
                rembuk.signatures().isEmpty() ? "<p>Belum ada tanda tangan elektronik.</p>" : """
                        <table><thead><tr><th style="width:8mm">No</th><th>Atas nama</th><th>Akun</th><th style="width:40mm">Waktu</th>
                        </tr></thead><tbody>%s</tbody></table>""".formatted(rows);
        return """
                <h2>Tanda tangan elektronik</h2>%s<p class="mono">Yang ditandatangani adalah isi dengan sidik SHA-256 pada kaki
                halaman. Perubahan isi menghasilkan revisi baru dengan sidik lain dan tanda tangan baru.</p>
                <table class="sign"><tr><td>Mengetahui,<br/>Ketua TPPS<div class="line"></div>Nama, jabatan, NIP</td>
                <td>&#160;<br/>Pimpinan rembuk<div class="line"></div>Nama, jabatan, NIP</td></tr></table>""".formatted(electronic);
    }

    private static String number(BigDecimal number) {
        NumberFormat format = NumberFormat.getInstance(INDONESIAN);
        format.setMaximumFractionDigits(3);
        return text(format.format(number));
    }

    private static String day(LocalDate day) {
        return SHORT_DAY.format(day);
    }

    private static String style() {
        try (InputStream file = MinutesSheet.class.getResourceAsStream("minutes.css")) {
            if (file == null) {
                throw new IllegalStateException("minutes.css is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
