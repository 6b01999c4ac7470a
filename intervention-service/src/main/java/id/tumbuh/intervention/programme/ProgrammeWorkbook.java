package id.tumbuh.intervention.programme;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** The programmes of an area and year as a workbook: a line each, money by source in columns. */
final class ProgrammeWorkbook {
    private static final int HEAD = 2;
    private static final String RUPIAH = "#,##0";
    private static final String TINT = "E6F2F3";
    private static final List<String> FIRST = List.of(
            "No",
            "Wilayah",
            "OPD",
            "Bidang",
            "Program",
            "Jenis",
            "Indikator",
            "Satuan",
            "Target",
            "Keluaran",
            "Terlambat");

    private final Worksheet sheet;
    private final List<String> sources;
    private final Map<UUID, String> opds;

    private ProgrammeWorkbook(Worksheet sheet, List<String> sources, Map<UUID, String> opds) {
        this.sheet = sheet;
        this.sources = sources;
        this.opds = opds;
    }

    /**
     * @param sources columns of money, in the order of the rule
     * @param opds names by id
     */
    static byte[] of(
            String title,
            List<Programme> programmes,
            List<String> sources,
            Map<UUID, String> opds,
            LateRule.Expected expected)
            throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(file, "Tumbuh", "1.0")) {
            ProgrammeWorkbook book = new ProgrammeWorkbook(workbook.newWorksheet("Program"), sources, opds);
            book.head(title, expected);
            int row = HEAD + 1;
            for (Programme programme : programmes) {
                book.line(row++, programme, expected);
            }
        }
        return file.toByteArray();
    }

    private void head(String title, LateRule.Expected expected) {
        text(0, 0, title);
        sheet.style(0, 0).bold().fontSize(14).set();
        text(
                1,
                0,
                "Terlambat: keluaran di bawah "
                        + expected.targetShare()
                                .movePointRight(2)
                                .stripTrailingZeros()
                                .toPlainString()
                        + " % target, atau realisasi di bawah "
                        + expected.budgetShare()
                                .movePointRight(2)
                                .stripTrailingZeros()
                                .toPlainString() + " % anggaran");
        int column = 0;
        for (String head : FIRST) {
            text(HEAD, column++, head);
        }
        for (String source : sources) {
            text(HEAD, column++, "Anggaran " + source);
            text(HEAD, column++, "Realisasi " + source);
        }
        text(HEAD, column, "Evaluasi");
        sheet.range(HEAD, 0, HEAD, column)
                .style()
                .bold()
                .fillColor(TINT)
                .borderStyle(BorderStyle.THIN)
                .wrapText(true)
                .set();
        sheet.freezePane(0, HEAD + 1);
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.pageOrientation("landscape");
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        widths(column);
    }

    private void widths(int last) {
        sheet.width(0, 5);
        sheet.width(2, 30);
        sheet.width(4, 44);
        for (int column = FIRST.size(); column < last; column++) {
            sheet.width(column, 17);
        }
        sheet.width(last, 60);
    }

    private void line(int row, Programme programme, LateRule.Expected expected) {
        sheet.value(row, 0, row - HEAD);
        text(row, 1, programme.area().value());
        text(row, 2, opds.get(programme.opdId()));
        text(row, 3, programme.opdField());
        text(row, 4, programme.plan().title());
        text(row, 5, programme.plan().kind() == Programme.Kind.SPECIFIC ? "spesifik" : "sensitif");
        text(row, 6, programme.plan().indicator());
        text(row, 7, programme.plan().unit());
        sheet.value(row, 8, programme.plan().target());
        sheet.value(row, 9, programme.output());
        text(row, 10, late(expected.of(programme)));
        int column = FIRST.size();
        for (String source : sources) {
            rupiah(row, column++, programme.plan().budget().getOrDefault(source, 0L));
            rupiah(
                    row,
                    column++,
                    programme.quarters().stream()
                            .mapToLong(quarter -> quarter.spending().getOrDefault(source, 0L))
                            .sum());
        }
        text(row, column, programme.evaluation());
    }

    private static String late(LateRule.Lateness lateness) {
        if (!lateness.isLate()) {
            return "";
        }
        if (lateness.inOutput() && lateness.inSpending()) {
            return "keluaran dan anggaran";
        }
        return lateness.inOutput() ? "keluaran" : "anggaran";
    }

    private void rupiah(int row, int column, long amount) {
        sheet.value(row, column, amount);
        sheet.style(row, column).format(RUPIAH).set();
    }

    /** What people wrote is never taken for a formula, here or when the sheet is saved as CSV. */
    private void text(int row, int column, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            boolean formula = "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
            sheet.value(row, column, formula ? "'" + text : text);
        }
    }
}
