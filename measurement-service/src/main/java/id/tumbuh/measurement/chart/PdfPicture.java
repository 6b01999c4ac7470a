package id.tumbuh.measurement.chart;

import id.tumbuh.measurement.chart.Mark.Dot;
import id.tumbuh.measurement.chart.Mark.Lettering;
import id.tumbuh.measurement.chart.Mark.Look;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * A picture as one A5 page of PDF, mark for mark what the SVG shows. The letters come out of the font in this package and
 * are embedded, so that the page looks alike on every machine; nothing outside is loaded.
 */
final class PdfPicture {

    /** Points in a tenth of a millimetre. */
    private static final float SCALE = 72 / 254f;
    /** How far the handles of a Bézier curve reach for a quarter of a circle of radius 1. */
    private static final float QUARTER = 0.5523f;

    /** In thousandths of the size. */
    private static final int WIDER_SPACE = 70;

    private static final byte[] REGULAR = font("PlusJakartaSans-Regular.ttf");
    private static final byte[] BOLD = font("PlusJakartaSans-Bold.ttf");

    private final PDPageContentStream page;
    private final PDFont regular;
    private final PDFont bold;

    private PdfPicture(PDDocument document, PDPageContentStream page) throws IOException {
        this.page = page;
        regular = PDType0Font.load(document, letters(REGULAR), true);
        bold = PDType0Font.load(document, letters(BOLD), true);
    }

    /** Without ligatures: they would not be found when the text is searched or read aloud. */
    private static TrueTypeFont letters(byte[] font) throws IOException {
        TrueTypeFont letters = new TTFParser().parse(new RandomAccessReadBuffer(font));
        letters.setEnableGsub(false);
        return letters;
    }

    static byte[] of(Picture picture) throws IOException {
        try (PDDocument document = new PDDocument()) {
            describe(document, picture);
            PDPage sheet = new PDPage(new PDRectangle(Picture.WIDTH * SCALE, Picture.HEIGHT * SCALE));
            document.addPage(sheet);
            try (PDPageContentStream page = new PDPageContentStream(document, sheet)) {
                page.transform(new Matrix(SCALE, 0, 0, -SCALE, 0, Picture.HEIGHT * SCALE));
                page.setLineJoinStyle(1);
                PdfPicture writer = new PdfPicture(document, page);
                for (Mark mark : picture.marks()) {
                    writer.write(mark);
                }
            }
            ByteArrayOutputStream pdf = new ByteArrayOutputStream();
            document.save(pdf);
            return pdf.toByteArray();
        }
    }

    private static void describe(PDDocument document, Picture picture) {
        document.getDocumentInformation().setTitle(picture.title());
        document.getDocumentInformation().setSubject(picture.description());
        document.getDocumentCatalog().setLanguage(picture.language().tag());
        PDViewerPreferences preferences =
                new PDViewerPreferences(document.getDocumentCatalog().getCOSObject());
        preferences.setDisplayDocTitle(true);
        document.getDocumentCatalog().setViewerPreferences(preferences);
    }

    private void write(Mark mark) throws IOException {
        switch (mark) {
            case Mark.Line line -> write(line);
            case Mark.Disc disc -> write(disc);
            case Mark.Words words -> write(words);
            case Mark.Group group -> {
                for (Mark one : group.marks()) {
                    write(one);
                }
            }
        }
    }

    private void write(Mark.Line line) throws IOException {
        Iterator<Dot> dots = line.dots().iterator();
        float fineness = line.fineness();
        Dot first = dots.next();
        page.moveTo(first.x() / fineness, first.y() / fineness);
        while (dots.hasNext()) {
            Dot dot = dots.next();
            page.lineTo(dot.x() / fineness, dot.y() / fineness);
        }
        if (line.closed()) {
            page.closePath();
        }
        paint(line.look());
    }

    private void write(Mark.Disc disc) throws IOException {
        float x = disc.centre().x();
        float y = disc.centre().y();
        float r = disc.radius();
        float handle = r * QUARTER;
        page.moveTo(x + r, y);
        page.curveTo(x + r, y + handle, x + handle, y + r, x, y + r);
        page.curveTo(x - handle, y + r, x - r, y + handle, x - r, y);
        page.curveTo(x - r, y - handle, x - handle, y - r, x, y - r);
        page.curveTo(x + handle, y - r, x + r, y - handle, x + r, y);
        page.closePath();
        paint(disc.look());
    }

    private void paint(Look look) throws IOException {
        colour(look.fill());
        String stroke = look.stroke();
        if (stroke == null) {
            page.fill();
            return;
        }
        page.setStrokingColor(part(stroke, 1), part(stroke, 3), part(stroke, 5));
        page.setLineWidth(look.width());
        float[] dashes = new float[look.dashes().size()];
        for (int dash = 0; dash < dashes.length; dash++) {
            dashes[dash] = look.dashes().get(dash);
        }
        page.setLineDashPattern(dashes, 0);
        if (look.fill() == null) {
            page.stroke();
        } else {
            page.fillAndStroke();
        }
    }

    private void write(Mark.Words words) throws IOException {
        Lettering lettering = words.lettering();
        PDFont font = lettering.bold() ? bold : regular;
        float width = width(font, words.text()) / 1000 * lettering.size();
        float start = switch (lettering.anchor()) {
            case START -> 0;
            case MIDDLE -> width / 2;
            case END -> width;
        };
        colour(lettering.colour());
        page.beginText();
        page.setFont(font, lettering.size());
        // the page runs downward, letters stand upright
        page.setTextMatrix(
                new Matrix(1, 0, 0, -1, words.at().x() - start, words.at().y()));
        page.showTextWithPositioning(spaced(words.text()));
        page.endText();
    }

    /** The words of a line, each space a little wider: that of this font is lost beside a figure. */
    private static Object[] spaced(String text) {
        String[] words = text.split(" ", -1);
        Object[] parts = new Object[2 * words.length - 1];
        for (int word = 0; word < words.length; word++) {
            boolean last = word == words.length - 1;
            parts[2 * word] = last ? words[word] : words[word] + " ";
            if (!last) {
                parts[2 * word + 1] = (float) -WIDER_SPACE;
            }
        }
        return parts;
    }

    private static float width(PDFont font, String text) throws IOException {
        return font.getStringWidth(text)
                + WIDER_SPACE * text.chars().filter(letter -> letter == ' ').count();
    }

    private void colour(@Nullable String fill) throws IOException {
        if (fill != null) {
            page.setNonStrokingColor(part(fill, 1), part(fill, 3), part(fill, 5));
        }
    }

    private static float part(String colour, int at) {
        return Integer.parseInt(colour, at, at + 2, 16) / 255f;
    }

    private static byte[] font(String name) {
        try (InputStream resource = PdfPicture.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException("missing " + name);
            }
            return resource.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
