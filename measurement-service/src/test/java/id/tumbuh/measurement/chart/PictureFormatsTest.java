package id.tumbuh.measurement.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.tumbuh.measurement.chart.GrowthChart.Wish;
import id.tumbuh.measurement.chart.Mark.Dot;
import id.tumbuh.measurement.chart.Mark.Lettering;
import id.tumbuh.measurement.chart.Mark.Look;
import id.tumbuh.measurement.chart.Mark.Words;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class PictureFormatsTest {

    private static final GrowthChart CHART = new GrowthChart(SampleChildren.CURVES);
    private static final int MOST_BYTES = 6_000;

    @Test
    void svgOfSixtyMeasurementsIsSmall() throws IOException {
        for (ChartIndex index : ChartIndex.values()) {
            String svg = SvgPicture.of(picture(SampleChildren.sixtyMeasurements(), index));
            assertThat(svg.split("<circle ", -1).length + svg.split("z\" fill", -1).length)
                    .isGreaterThan(60);
            assertThat(zipped(svg)).as(index.word()).isLessThanOrEqualTo(MOST_BYTES);
        }
    }

    @Test
    void svgIsWellFormedAndNeedsNothingElse() throws Exception {
        for (ChartedChild child : List.of(SampleChildren.girlFallingBehind(), SampleChildren.newborn())) {
            for (ChartIndex index : ChartIndex.values()) {
                String svg = SvgPicture.of(picture(child, index));
                NodeList elements = parsed(svg).getElementsByTagName("*");
                assertThat(IntStream.range(0, elements.getLength())
                                .mapToObj(at -> elements.item(at).getNodeName()))
                        .isSubsetOf("svg", "title", "desc", "g", "path", "circle", "text");
                assertThat(svg).doesNotContain("style=", "href", "url(", "<!", "&#");
            }
        }
    }

    @Test
    void pictureSaysWhatItShows() throws Exception {
        Document svg = parsed(SvgPicture.of(picture(SampleChildren.healthyBoy(), ChartIndex.BBU)));

        assertThat(text(svg, "title")).isEqualTo("Grafik Berat badan menurut umur (BB/U), laki-laki, 0\u201324 bulan");
        assertThat(text(svg, "desc"))
                .contains("15 pengukuran dari 12 September 2025 sampai 14 November 2026")
                .endsWith("Terakhir 9,9 kg, umur 14 bln 2 hr, z \u22120,19, Berat badan normal, KMS N.");
        Element drawing = withRole(svg, "img").getFirst();
        assertThat(Stream.of(drawing.getAttribute("aria-labelledby").split(" ", -1))
                        .map(id -> elementWithId(svg, id).getNodeName()))
                .containsExactly("title", "desc");
        assertThat(svg.getDocumentElement().getAttribute("lang")).isEqualTo("id");
        assertThat(withRole(svg, "table")).hasSize(1);
        assertThat(withRole(svg, "columnheader"))
                .extracting(Element::getTextContent)
                .containsExactly("Tanggal", "Umur", "Berat (kg)", "KMS (g)", "z", "Status");
        assertThat(withRole(svg, "row")).hasSize(11);
        assertThat(withRole(svg, "cell"))
                .hasSize(60)
                .extracting(Element::getTextContent)
                .startsWith("14 Nov 2026", "14 bln 2 hr", "9,9", "N +400", "\u22120,19", "Berat badan normal");
    }

    @Test
    void everyCharacterThatMeansSomethingToXmlIsEscaped() throws Exception {
        String nasty = "<script>alert('x')</script> & \"quoted\"";
        Picture picture = new Picture(
                Language.EN, nasty, nasty, List.of(new Words(new Dot(10, 10), nasty, Lettering.of(20, Palette.INK))));

        Document svg = parsed(SvgPicture.of(picture));

        assertThat(text(svg, "title")).isEqualTo(nasty);
        assertThat(text(svg, "text")).isEqualTo(nasty);
        assertThat(svg.getElementsByTagName("script").getLength()).isZero();
    }

    @Test
    void pdfIsOneA5PageWithItsOwnLettersAndTheSameWords() throws IOException {
        try (PDDocument pdf =
                Loader.loadPDF(PdfPicture.of(picture(SampleChildren.girlFallingBehind(), ChartIndex.TBU)))) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            assertThat(pdf.getPage(0).getMediaBox().getWidth() / 72 * 25.4).isCloseTo(148, within(0.1));
            assertThat(pdf.getPage(0).getMediaBox().getHeight() / 72 * 25.4).isCloseTo(210, within(0.1));
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("id");
            for (var name : pdf.getPage(0).getResources().getFontNames()) {
                PDFont font = pdf.getPage(0).getResources().getFont(name);
                assertThat(font.isEmbedded()).isTrue();
                assertThat(font.getName()).contains("PlusJakartaSans");
            }
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("Panjang/tinggi badan menurut umur (TB/U)", "73,1*", "\u22122,75", "Sangat pendek")
                    .contains("Data per 21 November 2026. Sumber: Standar WHO 2006, Permenkes 2/2020.");
        }
    }

    @Test
    void pngIsTheWholePageAndHasThePicturesColours() throws IOException {
        byte[] png = PngPicture.of(picture(SampleChildren.healthyBoy(), ChartIndex.BBU));
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));

        assertThat(image.getWidth()).isEqualTo(1200);
        assertThat(image.getHeight()).isBetween(1702, 1703);
        assertThat(IntStream.range(0, image.getHeight())
                        .flatMap(y -> IntStream.range(0, image.getWidth()).map(x -> image.getRGB(x, y) & 0xFFFFFF)))
                .contains(0xB3001B, 0xFCEFA6, 0xBCE2AE, 0x0B6FA4, 0xDCEBF8);
    }

    @Test
    void discOfThePdfIsRoundAndUpright() throws IOException {
        Picture picture = new Picture(
                Language.ID, "", "", List.of(new Mark.Disc(new Dot(740, 300), 200, Look.filled(Palette.NORMAL))));
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(PngPicture.of(picture)));
        double scale = 1200.0 / Picture.WIDTH;

        assertThat(image.getRGB((int) (740 * scale), (int) (300 * scale)) & 0xFFFFFF)
                .isEqualTo(0x0B6FA4);
        assertThat(image.getRGB((int) (740 * scale), (int) (115 * scale)) & 0xFFFFFF)
                .isEqualTo(0x0B6FA4);
        assertThat(image.getRGB((int) (600 * scale), (int) (155 * scale)) & 0xFFFFFF)
                .isEqualTo(0xFFFFFF);
        assertThat(image.getRGB((int) (740 * scale), (int) (1800 * scale)) & 0xFFFFFF)
                .isEqualTo(0xFFFFFF);
    }

    @Test
    void wordsAndMarksStandOutFromWhatIsBehindThem() {
        List<String> grounds = List.of(Palette.PAPER, Palette.BOYS, Palette.GIRLS);
        for (String ground : grounds) {
            assertThat(contrast(Palette.INK, ground)).isGreaterThan(4.5);
            assertThat(contrast(Palette.MUTED, ground)).isGreaterThan(4.5);
        }
        for (String band :
                List.of(Palette.PAPER, Palette.YELLOW_BAND, Palette.LIGHT_GREEN_BAND, Palette.DARK_GREEN_BAND)) {
            for (String mark : List.of(
                    Palette.NORMAL,
                    Palette.LOW,
                    Palette.VERY_LOW,
                    Palette.HIGH,
                    Palette.INK,
                    Palette.RED_LINE,
                    Palette.LIMIT,
                    Palette.MEDIAN)) {
                assertThat(contrast(mark, band)).as(mark + " on " + band).isGreaterThan(3);
            }
        }
    }

    private static double contrast(String one, String other) {
        double lighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(String colour) {
        return 0.2126 * linear(colour, 1) + 0.7152 * linear(colour, 3) + 0.0722 * linear(colour, 5);
    }

    private static double linear(String colour, int at) {
        double share = Integer.parseInt(colour, at, at + 2, 16) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static Picture picture(ChartedChild child, ChartIndex index) {
        return CHART.draw(child, new Wish(index, Language.ID, SampleChildren.TODAY));
    }

    private static int zipped(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.size();
    }

    private static Document parsed(String svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    private static String text(Document svg, String element) {
        return svg.getElementsByTagName(element).item(0).getTextContent();
    }

    private static List<Element> withRole(Document svg, String role) {
        return elements(svg)
                .filter(element -> element.getAttribute("role").equals(role))
                .toList();
    }

    private static Element elementWithId(Document svg, String id) {
        return elements(svg)
                .filter(element -> element.getAttribute("id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Element> elements(Document svg) {
        NodeList all = svg.getElementsByTagName("*");
        return IntStream.range(0, all.getLength()).mapToObj(at -> (Element) all.item(at));
    }
}
