package id.tumbuh.measurement.skdn;

import id.tumbuh.measurement.print.Typeface;
import id.tumbuh.measurement.skdn.Letters.Style;
import java.awt.Color;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** An A4 page across, in millimetres from its upper left corner. */
final class LandscapePage implements AutoCloseable {

    static final double WIDTH = 297;
    static final double HEIGHT = 210;

    private static final double HAIRLINE = 0.15;

    private final PDPageContentStream content;
    private final Letters letters;

    record Box(double left, double top, double width, double height) {}

    LandscapePage(PDDocument document, Letters letters) throws IOException {
        PDPage sheet = new PDPage(new PDRectangle(PDRectangle.A4.getHeight(), PDRectangle.A4.getWidth()));
        document.addPage(sheet);
        content = new PDPageContentStream(document, sheet);
        content.setStrokingColor(Letters.INK);
        this.letters = letters;
    }

    Letters letters() {
        return letters;
    }

    /** The place is on the base line: where the text begins, has its middle, or ends. */
    void write(double x, double baseline, String text, Style style) throws IOException {
        Typeface face = letters.face(style);
        String printable = face.printable(text);
        double width = letters.width(printable, style);
        double start = switch (style.align()) {
            case LEFT -> x;
            case CENTRE -> x - width / 2;
            case RIGHT -> x - width;
        };
        content.setNonStrokingColor(Letters.INK);
        content.beginText();
        content.setFont(face.font(), (float) style.points());
        content.newLineAtOffset(points(start), points(HEIGHT - baseline));
        face.show(content, printable);
        content.endText();
    }

    void fill(Box box, Color colour) throws IOException {
        content.setNonStrokingColor(colour);
        rectangle(box);
        content.fill();
    }

    void frame(Box box) throws IOException {
        content.setLineWidth(points(2 * HAIRLINE));
        rectangle(box);
        content.stroke();
    }

    void across(double left, double right, double y) throws IOException {
        line(left, y, right, y);
    }

    void down(double x, double top, double bottom) throws IOException {
        line(x, top, x, bottom);
    }

    private void line(double fromX, double fromY, double toX, double toY) throws IOException {
        content.setLineWidth(points(HAIRLINE));
        content.moveTo(points(fromX), points(HEIGHT - fromY));
        content.lineTo(points(toX), points(HEIGHT - toY));
        content.stroke();
    }

    private void rectangle(Box box) throws IOException {
        content.addRect(
                points(box.left()),
                points(HEIGHT - box.top() - box.height()),
                points(box.width()),
                points(box.height()));
    }

    private static float points(double millimetres) {
        return (float) (millimetres * Letters.POINTS_A_MILLIMETRE);
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
