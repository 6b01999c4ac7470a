package id.tumbuh.registry.imports;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writes small exports; every child of one file has a birth date of its own unless a test says otherwise. */
final class ExportFile {
    private static final List<String> COLUMNS = List.of(
            "No",
            "NIK",
            "Nama",
            "JK",
            "Tgl Lahir",
            "BB Lahir",
            "TB Lahir",
            "Nama Ortu",
            "Prov",
            "Kab/Kota",
            "Kec",
            "Pukesmas",
            "Desa/Kel",
            "Posyandu",
            "RT",
            "RW",
            "Alamat",
            "Usia Saat Ukur",
            "Tanggal Pengukuran",
            "Berat",
            "Tinggi",
            "Cara Ukur",
            "LiLA",
            "ZS BB/U",
            "ZS TB/U",
            "ZS BB/TB");

    private final List<Map<String, String>> rows = new ArrayList<>();

    /** A child of Tunjung Teja, measured in July 2024; the mark keeps the children of one test from those of others. */
    ExportFile with(String name, String mark, String... changes) {
        Map<String, String> row = new LinkedHashMap<>();
        COLUMNS.forEach(column -> row.put(column, ""));
        row.put("No", Integer.toString(rows.size() + 1));
        row.put("NIK", "36042***********");
        row.put("Nama", name);
        row.put("JK", "P");
        row.put("Tgl Lahir", "2022-03-17");
        row.put("Nama Ortu", mark + "bapak / " + mark + "ibu");
        row.put("Prov", "BANTEN");
        row.put("Kab/Kota", "Kab. Serang");
        row.put("Kec", "TUNJUNG TEJA");
        row.put("Desa/Kel", "BOJONG MENTENG");
        row.put("Posyandu", "Melati 1");
        row.put("RT", "003");
        row.put("RW", "01");
        row.put("Tanggal Pengukuran", "2024-07-19");
        row.put("Berat", "10,7");
        row.put("Tinggi", "85.1");
        row.put("Cara Ukur", "Berdiri");
        for (int each = 0; each < changes.length; each += 2) {
            row.put(changes[each], changes[each + 1]);
        }
        rows.add(row);
        return this;
    }

    /** A word of its own for each test; letters only, and unlike every other, so that names stay names. */
    static String mark() {
        StringBuilder mark = new StringBuilder();
        for (char digit : UUID.randomUUID().toString().substring(0, 8).toCharArray()) {
            mark.append((char) ('a' + Character.digit(digit, 16)));
        }
        return mark.toString();
    }

    byte[] csv() {
        StringBuilder text = new StringBuilder("Data tanggal : 2024-07-31\n");
        text.append(String.join(";", COLUMNS)).append('\n');
        rows.forEach(row -> text.append(String.join(";", row.values())).append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
