package id.tumbuh.platform.print;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Makes a PDF of a page, a few at a time: many at once would take the memory of everything else. */
@ApplicationScoped
public class PagePrinter {
    private static final int COME_AGAIN_SECONDS = 5;
    private static final int PLAIN = 400;
    private static final int BOLD = 700;

    private final Semaphore places;
    private final Duration longestWait;

    PagePrinter(PrintConfig config) {
        places = new Semaphore(config.papersAtATime(), true);
        longestWait = config.longestWait();
    }

    /**
     * The page on A4.
     *
     * @param page well-formed XHTML with its style in itself; the letters are called Jakarta
     */
    public byte[] print(String page) {
        if (!placeTaken()) {
            throw new ProblemException(Problem.of(CommonProblem.UNAVAILABLE).retryAfter(COME_AGAIN_SECONDS));
        }
        try {
            return pdf(page);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            places.release();
        }
    }

    private boolean placeTaken() {
        try {
            return places.tryAcquire(longestWait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static byte[] pdf(String page) throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            new PdfRendererBuilder()
                    .usePDDocument(document)
                    .useUriResolver((base, uri) -> null)
                    .useFont(letters(document, "Regular"), "Jakarta", PLAIN, FontStyle.NORMAL, true)
                    .useFont(letters(document, "Bold"), "Jakarta", BOLD, FontStyle.NORMAL, true)
                    .withHtmlContent(page, null)
                    .withProducer("Tumbuh")
                    .toStream(pdf)
                    .run();
        }
        return pdf.toByteArray();
    }

    /** Without ligatures: two letters in one are lost when the text, or a hash in it, is searched or copied. */
    private static PDFontSupplier letters(PDDocument document, String weight) throws IOException {
        try (InputStream file = Objects.requireNonNull(
                PagePrinter.class.getResourceAsStream("PlusJakartaSans-" + weight + ".ttf"), weight)) {
            TrueTypeFont parsed = new TTFParser().parse(new RandomAccessReadBuffer(file.readAllBytes()));
            parsed.setEnableGsub(false);
            return new PDFontSupplier(PDType0Font.load(document, parsed, true));
        }
    }
}
