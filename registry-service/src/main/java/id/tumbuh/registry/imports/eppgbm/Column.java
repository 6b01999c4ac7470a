package id.tumbuh.registry.imports.eppgbm;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The columns an import reads; both tails of the export (PMT, vitamin A, KPSP …) are left alone. */
@SuppressWarnings("ImmutableEnumChecker") // List.of is
public enum Column {
    NIK("nik"),
    NAMA("nama", "nama balita", "nama anak"),
    JK("jk", "jenis kelamin"),
    TGL_LAHIR("tgl lahir", "tanggal lahir"),
    BB_LAHIR("bb lahir"),
    TB_LAHIR("tb lahir", "pb lahir"),
    NAMA_ORTU("nama ortu", "nama orang tua"),
    PROV("prov", "provinsi"),
    KAB("kab/kota", "kab", "kabupaten/kota", "kabupaten"),
    KEC("kec", "kecamatan"),
    PUSKESMAS("pukesmas", "puskesmas"),
    DESA("desa/kel", "desa", "desa/kelurahan"),
    POSYANDU("posyandu"),
    RT("rt"),
    RW("rw"),
    ALAMAT("alamat"),
    TANGGAL_PENGUKURAN("tanggal pengukuran", "tgl pengukuran", "tanggal ukur", "tgl ukur"),
    BERAT("berat", "berat badan"),
    TINGGI("tinggi", "tinggi badan"),
    CARA_UKUR("cara ukur"),
    LILA("lila"),
    ZS_BB_U("zs bb/u"),
    ZS_TB_U("zs tb/u"),
    ZS_BB_TB("zs bb/tb");

    /** Without these a row says nothing about a child that could be found again. */
    static final List<Column> REQUIRED =
            List.of(NAMA, JK, TGL_LAHIR, PROV, KAB, KEC, DESA, TANGGAL_PENGUKURAN, BERAT, TINGGI);

    private static final Map<String, Column> BY_TITLE = Arrays.stream(values())
            .flatMap(column -> column.titles.stream().map(title -> Map.entry(title, column)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final List<String> titles;

    Column(String... titles) {
        this.titles = List.of(titles);
    }

    /** The column's title in the export, for reports. */
    public String title() {
        return titles.getFirst();
    }

    static Optional<Column> titled(String written) {
        String title = Normalizer.normalize(written, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .strip()
                .replaceAll("\\s+", " ")
                .replace(" / ", "/");
        return Optional.ofNullable(BY_TITLE.get(title));
    }

    /** Where the columns of a header row stand; of two with the same title the first counts. */
    static Map<Column, Integer> positions(List<String> header) {
        Map<Column, Integer> positions = new HashMap<>();
        for (int each = 0; each < header.size(); each++) {
            int position = each;
            titled(header.get(each)).ifPresent(column -> positions.putIfAbsent(column, position));
        }
        return positions;
    }
}
