package id.tumbuh.measurement.skdn;

import id.tumbuh.measurement.skdn.LandscapePage.Box;
import id.tumbuh.measurement.skdn.Letters.Align;
import id.tumbuh.measurement.skdn.Letters.Style;
import id.tumbuh.measurement.skdn.Pagination.Block;
import id.tumbuh.measurement.skdn.Pagination.Piece;
import id.tumbuh.measurement.skdn.Pagination.Placed;
import id.tumbuh.measurement.skdn.Recap.Band;
import id.tumbuh.measurement.skdn.Recap.Form;
import id.tumbuh.measurement.skdn.Recap.Row;
import id.tumbuh.measurement.skdn.RecapTable.Line;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/** A recap as A4 pages across: one when it fits with rows no lower than can be read, otherwise as many as it takes. */
final class RecapPdf {

    private static final double LEFT = RecapTable.LEFT;
    private static final double RIGHT = RecapTable.RIGHT;
    private static final double TOP = 23;
    private static final double BOTTOM = 200;
    private static final double FOOT = 205;
    private static final double[] ROW_HEIGHTS = {4.8, 4.3, 3.8};
    private static final double EASY_ROW_HEIGHT = 4.3;
    private static final double NOTE_LINE = 3.2;
    /** As many as stand on some three lines; the workbook has all of them. */
    private static final int MOST_MISSING = 40;

    private static final String KADER = "Kader";

    private static final Style TITLE = Style.of(13).bold();
    private static final Style PLAIN = Style.of(8);
    private static final Style NOTE = Style.of(6.8);
    private static final Style SMALL = Style.of(7);

    private final Recap recap;
    private final RecapWording words;
    private final Letters letters;

    private RecapPdf(Recap recap, RecapWording words, Letters letters) {
        this.recap = recap;
        this.words = words;
        this.letters = letters;
    }

    static byte[] of(Recap recap, RecapWording words) throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.getDocumentInformation().setTitle(words.title());
            document.getDocumentCatalog().setLanguage("id");
            PDViewerPreferences preferences =
                    new PDViewerPreferences(document.getDocumentCatalog().getCOSObject());
            preferences.setDisplayDocTitle(true);
            document.getDocumentCatalog().setViewerPreferences(preferences);
            new RecapPdf(recap, words, Letters.in(document)).write(document);
            ByteArrayOutputStream pdf = new ByteArrayOutputStream();
            document.save(pdf);
            return pdf.toByteArray();
        }
    }

    private void write(PDDocument document) throws IOException {
        List<List<Placed>> pages = pages();
        for (int number = 0; number < pages.size(); number++) {
            try (LandscapePage page = new LandscapePage(document, letters)) {
                head(page);
                for (Placed placed : pages.get(number)) {
                    placed.piece().drawing().on(page, placed.top());
                }
                page.write(LEFT, FOOT, "Tumbuh", SMALL);
                String count = "Halaman " + (number + 1) + " dari " + pages.size();
                page.write(RIGHT, FOOT, count, SMALL.at(Align.RIGHT));
            }
        }
    }

    private List<List<Placed>> pages() throws IOException {
        for (double rowHeight : ROW_HEIGHTS) {
            List<List<Placed>> pages = Pagination.of(blocks(rowHeight), TOP, BOTTOM);
            if (pages.size() == 1) {
                return pages;
            }
        }
        return Pagination.of(blocks(EASY_ROW_HEIGHT), TOP, BOTTOM);
    }

    private void head(LandscapePage page) throws IOException {
        page.write(LEFT, 14, letters.fitted(words.title(), TITLE, RIGHT - LEFT - 20), TITLE);
        page.write(LEFT, 19.5, words.subtitle(), PLAIN);
        page.frame(new Box(RIGHT - 14, 8, 14, 10));
        page.write(RIGHT - 7, 14.8, recap.form().name(), TITLE.at(Align.CENTRE));
    }

    private List<Block> blocks(double rowHeight) throws IOException {
        return List.of(places(rowHeight), bands(rowHeight), notes(), signatures());
    }

    private Block places(double rowHeight) {
        RecapTable table = new RecapTable(words.placeHead(), "Status", rowHeight);
        List<Piece> rows = new ArrayList<>();
        for (Row row : recap.rows()) {
            String number = String.valueOf(rows.size() + 1);
            rows.add(table.row(new Line(number, words.place(row), words.state(row), row.figures())));
        }
        rows.add(table.row(new Line("", "Jumlah", "", recap.total())));
        return new Block(List.of(table.head()), rows, false);
    }

    private Block bands(double rowHeight) {
        RecapTable table = new RecapTable("Kelompok umur", "", rowHeight);
        List<Piece> rows = new ArrayList<>();
        for (Band band : recap.bands()) {
            String number = String.valueOf(rows.size() + 1);
            rows.add(table.row(new Line(number, band.ageBand() + " bulan", "", band.figures())));
        }
        rows.add(table.row(new Line("", "Jumlah", "", recap.total())));
        return new Block(List.of(space(3), table.head()), rows, true);
    }

    private Block notes() throws IOException {
        List<Piece> lines = new ArrayList<>();
        List<String> reporting = List.of(words.reporting(), words.notYet(MOST_MISSING));
        for (String line : letters.wrapped(String.join(" ", reporting), NOTE.bold(), RIGHT - LEFT)) {
            lines.add(line(line, NOTE.bold()));
        }
        for (String note : words.notes()) {
            for (String line : letters.wrapped(note, NOTE, RIGHT - LEFT)) {
                lines.add(line(line, NOTE));
            }
        }
        lines.addFirst(space(1.5));
        return new Block(List.of(), lines, true);
    }

    private static Piece line(String text, Style style) {
        return new Piece(NOTE_LINE, (page, top) -> page.write(LEFT, top + NOTE_LINE - 0.7, text, style));
    }

    private static Piece space(double height) {
        return new Piece(height, (_, _) -> {});
    }

    private Block signatures() {
        boolean ofDesa = recap.form() == Form.F1;
        Piece signatures = new Piece(28, (page, top) -> {
            page.write(LEFT + 60, top + 8, "Mengetahui,", PLAIN.at(Align.CENTRE));
            page.write(
                    RIGHT - 60,
                    top + 8,
                    "....................., ........................... 20.....",
                    PLAIN.at(Align.CENTRE));
            signature(page, LEFT + 60, top, ofDesa ? "Bidan Desa" : "Kepala Puskesmas");
            signature(page, RIGHT - 60, top, ofDesa ? KADER : "Pengelola Gizi Puskesmas");
        });
        return new Block(List.of(), List.of(signatures), true);
    }

    private static void signature(LandscapePage page, double middle, double top, String office) throws IOException {
        page.write(middle, top + 12, office, PLAIN.at(Align.CENTRE));
        page.across(middle - 28, middle + 28, top + 25);
        // a kader is a volunteer and has no number of a civil servant
        page.write(middle - 28, top + 28, office.equals(KADER) ? "" : "NIP", SMALL);
    }
}
