package id.tumbuh.measurement.skdn;

import id.tumbuh.measurement.skdn.Recap.Form;
import id.tumbuh.measurement.skdn.Recap.Missing;
import id.tumbuh.measurement.skdn.Recap.Reporting;
import id.tumbuh.measurement.skdn.Recap.Row;
import id.tumbuh.platform.http.Languages;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What stands on the printed form and in the workbook beside the figures: an official form, so in Indonesian alone. */
final class RecapWording {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Languages.INDONESIAN);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMMM yyyy 'pukul' HH.mm z", Languages.INDONESIAN);
    /** The end of an id: what comes first is a time, which those registered together share. */
    private static final int LETTERS_OF_AN_ID = 6;

    private final Recap recap;
    private final ZoneId zone;

    RecapWording(Recap recap, ZoneId zone) {
        this.recap = recap;
        this.zone = zone;
    }

    String title() {
        return "Rekap SKDN bulan " + MONTH.format(YearMonth.parse(recap.month())) + " - " + area();
    }

    private String area() {
        String level = recap.form() == Form.F2 ? "Kecamatan" : levelOf(recap.area());
        return recap.areaName() == null
                ? level + " " + recap.area()
                : level + " " + recap.areaName() + " (" + recap.area() + ")";
    }

    /** In the codes of Kemendagri the number of a kelurahan begins with 1, that of a desa with 2. */
    private static String levelOf(String code) {
        return code.charAt(code.lastIndexOf('.') + 1) == '1' ? "Kelurahan" : "Desa";
    }

    String subtitle() {
        return (recap.form() == Form.F1
                        ? "F1: rekap desa/kelurahan per posyandu"
                        : "F2: rekap kecamatan per desa/kelurahan")
                + ". Data per " + asOf();
    }

    String asOf() {
        return MOMENT.format(recap.asOf().atZone(zone));
    }

    String placeHead() {
        return recap.form() == Form.F1 ? "Posyandu" : "Desa/kelurahan";
    }

    String place(Row row) {
        if (row.name() != null) {
            return row.name();
        }
        if (recap.form() == Form.F2) {
            return row.areaCode();
        }
        return row.posyanduId() == null ? "Tanpa posyandu" : posyandu(row.posyanduId(), null);
    }

    /** A code short enough to be printed. */
    String code(Row row) {
        if (recap.form() == Form.F2) {
            return row.areaCode();
        }
        return row.posyanduId() == null ? "" : shortened(row.posyanduId());
    }

    static String posyandu(UUID id, @Nullable String name) {
        return name == null ? "Posyandu " + shortened(id) : name;
    }

    private static String shortened(UUID id) {
        String text = id.toString();
        return "\u2026" + text.substring(text.length() - LETTERS_OF_AN_ID);
    }

    String state(Row row) {
        String word = switch (row.state()) {
            case CLOSED -> "TUTUP";
            case OPEN -> "BUKA";
            case PARTLY_CLOSED -> row.closed() + "/" + row.posyandu() + " TUTUP";
        };
        return row.changedSince() ? word + "*" : word;
    }

    /** What the table includes, a sentence or two a line. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        notes.add("Data per " + asOf() + ". Sumber: penimbangan yang tercatat di Tumbuh; aturan "
                + String.join(", ", recap.ruleVersions())
                + ". D = N + T + O + B. Umur pada tanggal 1 bulan itu. K: pernah ditimbang sampai akhir bulan.");
        notes.add("TUTUP: angka seperti saat bulan ditutup. BUKA: dihitung saat ini dan masih dapat berubah."
                + (recap.rows().stream().anyMatch(Row::changedSince)
                        ? " *: hitungan saat ini berbeda dari angka saat ditutup."
                        : ""));
        notes.add("Anak dihitung di posyandu tempat ia terdaftar, dan posyandu di desa tempat sebagian besar anaknya"
                + " tinggal. Anak tanpa posyandu dihitung di desa tempat ia tinggal.");
        switch (recap.names()) {
            case SHOWN -> {}
            case AWAY -> notes.add("Layanan registri tidak menjawab: kode ditampilkan sebagai pengganti nama.");
            case REFUSED -> notes.add("Nama tidak dibuka untuk pengguna ini: kode ditampilkan sebagai pengganti nama.");
            case UNKNOWN -> notes.add("Wilayah ini tidak dikenal registri: kode ditampilkan sebagai pengganti nama.");
        }
        return notes;
    }

    String reporting() {
        Reporting reporting = recap.reporting();
        return "Sudah menutup bulan: " + reporting.closed() + " dari " + reporting.posyandu() + " posyandu, "
                + reporting.withoutWeighing() + " di antaranya dengan D = 0.";
    }

    /** At most so many names, and how many more there are; of a kecamatan desa by desa, since names come again in each. */
    String notYet(int most) {
        List<Missing> missing = recap.reporting().notYet();
        if (missing.isEmpty()) {
            return "Belum lapor: tidak ada.";
        }
        Map<String, List<String>> byDesa = new LinkedHashMap<>();
        for (Missing one : missing.subList(0, Math.min(most, missing.size()))) {
            byDesa.computeIfAbsent(one.areaCode(), _ -> new ArrayList<>()).add(posyandu(one.posyanduId(), one.name()));
        }
        List<String> desa = new ArrayList<>();
        byDesa.forEach((code, names) ->
                desa.add((recap.form() == Form.F1 ? "" : desa(code) + ": ") + String.join(", ", names)));
        int more = Math.max(0, missing.size() - most);
        return "Belum lapor (" + missing.size() + "): " + String.join("; ", desa)
                + (more > 0 ? "; dan " + more + " posyandu lagi." : ".");
    }

    /** Its name, or its code. */
    String desa(String code) {
        if (recap.form() == Form.F1) {
            return Objects.requireNonNullElse(recap.areaName(), code);
        }
        return recap.rows().stream()
                .filter(row -> row.areaCode().equals(code))
                .map(Row::name)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(code);
    }
}
