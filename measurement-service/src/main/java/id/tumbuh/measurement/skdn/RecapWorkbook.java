package id.tumbuh.measurement.skdn;

import id.tumbuh.measurement.skdn.Recap.Band;
import id.tumbuh.measurement.skdn.Recap.Missing;
import id.tumbuh.measurement.skdn.Recap.Row;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;

/** A recap as XLSX: by place, by age band, and who has not closed the month. Figures are numbers, to go on counting with. */
final class RecapWorkbook {

    private final Recap recap;
    private final RecapWording words;

    private RecapWorkbook(Recap recap, RecapWording words) {
        this.recap = recap;
        this.words = words;
    }

    static byte[] of(Recap recap, RecapWording words) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(file, "Tumbuh", "1.0")) {
            RecapWorkbook writer = new RecapWorkbook(recap, words);
            writer.places(new RecapSheet(workbook.newWorksheet(recap.form().name()), words));
            writer.bands(new RecapSheet(workbook.newWorksheet("Umur"), words));
            writer.missing(new RecapSheet(workbook.newWorksheet("Belum lapor"), words));
        }
        return file.toByteArray();
    }

    private void places(RecapSheet sheet) {
        sheet.table(List.of("No", words.placeHead(), "Kode", "Status"));
        int at = RecapSheet.FIRST_ROW;
        for (Row row : recap.rows()) {
            sheet.number(at, 0, at - RecapSheet.FIRST_ROW + 1);
            sheet.text(at, 1, words.place(row));
            sheet.text(at, 2, words.code(row));
            sheet.text(at, 3, words.state(row));
            sheet.figures(at, row.figures());
            at++;
        }
        sheet.sum(at++, recap.total());
        for (String note : words.notes()) {
            sheet.text(++at, 1, note);
        }
        sheet.text(++at, 1, words.reporting());
    }

    /** Everybody first, then place by place. */
    private void bands(RecapSheet sheet) {
        sheet.table(List.of("No", words.placeHead(), "Kode", "Umur (bulan)"));
        int at = RecapSheet.FIRST_ROW;
        for (Band band : recap.bands()) {
            sheet.text(at, 1, "Semua");
            sheet.text(at, 3, band.ageBand());
            sheet.figures(at++, band.figures());
        }
        sheet.sum(at++, recap.total());
        int number = 0;
        for (Row row : recap.rows()) {
            number++;
            for (Band band : row.bands()) {
                sheet.number(at, 0, number);
                sheet.text(at, 1, words.place(row));
                sheet.text(at, 2, words.code(row));
                sheet.text(at, 3, band.ageBand());
                sheet.figures(at++, band.figures());
            }
        }
    }

    private void missing(RecapSheet sheet) {
        sheet.list(List.of("No", "Posyandu yang belum menutup bulan", "Kode posyandu", "Desa/kelurahan"));
        int at = RecapSheet.HEAD + 1;
        for (Missing one : recap.reporting().notYet()) {
            sheet.number(at, 0, at - RecapSheet.HEAD);
            sheet.text(at, 1, RecapWording.posyandu(one.posyanduId(), one.name()));
            sheet.text(at, 2, one.posyanduId().toString());
            sheet.text(at, 3, words.desa(one.areaCode()));
            at++;
        }
        sheet.text(at + 1, 1, words.reporting());
    }
}
