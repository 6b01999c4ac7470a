package id.tumbuh.load;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** Synthetic rows of a kabupaten's system, a line each, written as they are made. */
record ImportFile(Path folder, List<String> villages) {
    private static final List<String> WATER =
            List.of("SUMUR TERLINDUNGI", "SUMUR BOR", "LEDENG", "AIR ISI ULANG", "SUNGAI");
    private static final List<String> NAMES = List.of(
            "Aisyah", "Bintang", "Cahya", "Dewi", "Elang", "Fajar", "Gilang", "Hana", "Intan", "Jaka", "Kirana",
            "Laras");
    private static final LocalDate FIRST_BIRTH = LocalDate.of(2020, 1, 1);
    private static final int BIRTH_DAYS = 1_700;

    Path families(int rows) throws IOException {
        Path file = folder.resolve("families.ndjson");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int row = 0; row < rows; row++) {
                out.write("""
                        {"ID Keluarga": "K%08d", "No KK": "360405%010d", "Nama Kepala Keluarga": "%s", "Kode Wilayah": "%s", \
                        "RW": "%02d", "RT": "%03d", "Sumber Air Minum": "%s", "Jamban": "TANGKI SEPTIK", "Desil": %d, \
                        "Tanggal Lahir Istri": "%s", "Jumlah Anak": %d}
                        """.formatted(
                                row,
                                row,
                                name(row),
                                village(row),
                                row % 12,
                                row % 40,
                                WATER.get(row % WATER.size()),
                                1 + row % 10,
                                LocalDate.of(1985, 1, 1).plusDays(row % 6_000),
                                1 + row % 4));
            }
        }
        return file;
    }

    /** Each of a family of the first file. */
    Path children(int rows, int families) throws IOException {
        Path file = folder.resolve("children.csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("ID Anak;ID Keluarga;Nama;JK;Tanggal Lahir;Nama Ibu;BB Lahir;TB Lahir\n");
            for (int row = 0; row < rows; row++) {
                out.write("A%08d;K%08d;%s;%s;%s;%s;%d,%d;%d\n"
                        .formatted(
                                row,
                                row % families,
                                name(row * 31),
                                row % 2 == 0 ? "L" : "P",
                                FIRST_BIRTH.plusDays(row % BIRTH_DAYS),
                                name(row * 17),
                                2 + row % 2,
                                row % 10,
                                46 + row % 7));
            }
        }
        return file;
    }

    private String village(int row) {
        return villages.get(row % villages.size());
    }

    private static String name(int row) {
        int rest = Math.floorMod(row, 1_000_000);
        return NAMES.get(rest % 12) + " " + NAMES.get(rest / 12 % 12) + " " + NAMES.get(rest / 144 % 12)
                + NAMES.get(rest / 1_728 % 12).toLowerCase(Locale.ROOT);
    }
}
