package id.tumbuh.registry.imports.eppgbm;

import id.tumbuh.registry.imports.mapping.FieldType;
import id.tumbuh.registry.imports.mapping.FormatSpec;
import id.tumbuh.registry.imports.mapping.Profile;
import java.util.Arrays;
import java.util.List;

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

    private final List<String> titles;

    Column(String... titles) {
        this.titles = List.of(titles);
    }

    /** The column's title in the export, for reports. */
    public String title() {
        return titles.getFirst();
    }

    /** The format for a mapping profile; what a cell may hold is this package's business. */
    public static FormatSpec spec() {
        return new FormatSpec(
                "eppgbm",
                Arrays.stream(values())
                        .map(column -> new FormatSpec.Field(
                                column.name(),
                                new FieldType.Own(column == TGL_LAHIR || column == TANGGAL_PENGUKURAN),
                                column.titles))
                        .toList(),
                REQUIRED.stream()
                        .map(column -> FormatSpec.Need.of(column.name()))
                        .toList());
    }

    FormatSpec.Field in(Profile profile) {
        return profile.format().field(name()).orElseThrow();
    }
}
