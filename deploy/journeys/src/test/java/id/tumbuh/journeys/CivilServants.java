package id.tumbuh.journeys;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * The list of 1,300 civil servants that Korpri keeps: where each works, and for how many children each will care. Nearly one of ten works
 * in Kibin, where there are ten children to help.
 */
final class CivilServants {
    static final int MANY = 1_300;
    private static final List<String> OFFICES =
            List.of("Dinas Kesehatan", "Dinas Pendidikan", "Dinas Pertanian", "Bappeda", "Sekretariat Daerah");
    private static final List<String> TITLES =
            List.of("Kode", "Instansi", "Jenis", "Wilayah", "Kapasitas", "Wilayah pilihan", "Mulai", "Sampai");

    private CivilServants() {}

    /** Of one row. */
    record CivilServant(String code, String office, String kecamatan, int capacity, String wish) {}

    static List<CivilServant> of(List<String> kecamatan) {
        List<CivilServant> all = new ArrayList<>();
        for (int number = 0; number < MANY; number++) {
            String place = number % 10 == 0 ? Programme.KIBIN : kecamatan.get(number % kecamatan.size());
            all.add(new CivilServant(
                    String.format(Locale.ROOT, "ASN-%04d", number + 1),
                    OFFICES.get(number % OFFICES.size()),
                    place,
                    number % 8 == 0 ? 2 : 1,
                    number % 5 == 0 && number % 10 != 0 ? place : ""));
        }
        return all;
    }

    /** As an office would save it from its spreadsheet. */
    static void write(Path file, List<CivilServant> all, LocalDate today) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "Korpri", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Orang tua asuh");
            sheet.value(0, 0, "Orang tua asuh ASN Kabupaten Serang (contoh)");
            for (int column = 0; column < TITLES.size(); column++) {
                sheet.value(2, column, TITLES.get(column));
            }
            for (int at = 0; at < all.size(); at++) {
                CivilServant one = all.get(at);
                int row = at + 3;
                sheet.value(row, 0, one.code());
                sheet.value(row, 1, one.office());
                sheet.value(row, 2, "ASN");
                sheet.value(row, 3, one.kecamatan());
                sheet.value(row, 4, one.capacity());
                sheet.value(row, 5, one.wish());
                sheet.value(row, 6, today.minusYears(1).toString());
                sheet.value(row, 7, today.plusYears(1).toString());
            }
        }
    }
}
