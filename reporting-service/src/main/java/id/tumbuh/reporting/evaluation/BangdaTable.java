package id.tumbuh.reporting.evaluation;

import id.tumbuh.reporting.csv.Csv;
import id.tumbuh.reporting.csv.Dictionary;
import java.util.Arrays;
import java.util.List;

/**
 * A report in the shape of Aksi Bangda, the Ministry of Home Affairs' monitoring of the eight convergence actions: action 7, measuring and
 * publishing, a row for each area below.
 *
 * <p><b>Assumed.</b> No official layout of an import file is established here. The columns follow what action 7 asks for (areas, children
 * expected, measured, short and very short, prevalence) and what each is of:
 *
 * <ul>
 *   <li>{@code kode_wilayah}, {@code nama_wilayah}, {@code tingkat}: Kemendagri codes, dotted, as Kepmendagri lists them
 *   <li>{@code semester}, {@code bulan_pengukuran}: the semester, and the month whose weighing the counts are of
 *   <li>{@code jumlah_balita_diukur}: children with a plausible height for age in that month
 *   <li>{@code jumlah_stunting}: of those short and very short (Permenkes 2/2020)
 *   <li>{@code prevalensi_persen}: the one over the other
 *   <li>{@code cakupan_persen}: measured of those who should have come (S)
 *   <li>{@code peringkat}: by prevalence, 1 the highest
 *   <li>{@code kendala}, {@code rencana_tindak_lanjut}: in the area's own row
 * </ul>
 */
final class BangdaTable {
    private static final String STUNTING = "stunting-prevalence";

    private BangdaTable() {}

    static String of(EvaluationView view) {
        Report report = view.report();
        Csv csv = Dictionary.begin("aksi-bangda");
        Report.Value own = report.line(STUNTING).orElseThrow().now();
        String month = own.months().getLast().toString();
        csv.row(Arrays.asList(
                report.area(),
                report.name(),
                report.level().name(),
                report.period(),
                month,
                own.denominator(),
                own.numerator(),
                own.percent(),
                own.coverage(),
                null,
                view.live() ? view.obstacles() : report.obstacles(),
                view.live() ? view.followUp() : report.followUp()));
        List<Report.Ranked> below = report.areas();
        below.forEach(one -> csv.row(Arrays.asList(
                one.code(),
                one.name(),
                below(report),
                report.period(),
                month,
                one.measured(),
                one.stunted(),
                one.percent(),
                one.coverage(),
                one.place(),
                null,
                null)));
        return csv.toString();
    }

    private static String below(Report report) {
        return switch (report.level()) {
            case PROVINSI -> "KABUPATEN_KOTA";
            case KABUPATEN_KOTA -> "KECAMATAN";
            case KECAMATAN, DESA_KELURAHAN -> "DESA_KELURAHAN";
        };
    }
}
