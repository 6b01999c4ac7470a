package id.tumbuh.measurement.chart;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * A picture as PNG, rendered from its PDF: the glyphs come out of the embedded font, so that a server without any font
 * draws it as well. In memory alone: a child's health is not left in a folder for temporary files.
 */
final class PngPicture {

    static final int WIDTH = 1200;

    private PngPicture() {}

    static byte[] of(Picture picture) throws IOException {
        try (PDDocument document = Loader.loadPDF(PdfPicture.of(picture))) {
            // a hair more, since the size of the image is rounded down
            float scale = (WIDTH + 0.01f) / document.getPage(0).getMediaBox().getWidth();
            BufferedImage image = new PDFRenderer(document).renderImage(0, scale, ImageType.RGB);
            return encoded(image);
        }
    }

    private static byte[] encoded(BufferedImage image) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(png)) {
            writer.setOutput(out);
            writer.write(image);
        } finally {
            writer.dispose();
        }
        return png.toByteArray();
    }
}
