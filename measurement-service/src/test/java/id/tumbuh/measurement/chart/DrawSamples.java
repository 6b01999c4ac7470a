package id.tumbuh.measurement.chart;

import id.tumbuh.measurement.chart.GrowthChart.Wish;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes every chart of the invented children into a folder, to be looked at: {@code DrawSamples <folder>}. */
final class DrawSamples {

    private DrawSamples() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        GrowthChart chart = new GrowthChart(SampleChildren.CURVES);
        for (Map.Entry<String, ChartedChild> child : children().entrySet()) {
            for (ChartIndex index : ChartIndex.values()) {
                for (Language language : Language.values()) {
                    Picture picture = chart.draw(child.getValue(), new Wish(index, language, SampleChildren.TODAY));
                    String name = child.getKey() + "-" + index.word() + "-" + language.tag();
                    Files.writeString(folder.resolve(name + ".svg"), SvgPicture.of(picture));
                    Files.write(folder.resolve(name + ".pdf"), PdfPicture.of(picture));
                    Files.write(folder.resolve(name + ".png"), PngPicture.of(picture));
                }
            }
        }
    }

    private static Map<String, ChartedChild> children() {
        Map<String, ChartedChild> children = new LinkedHashMap<>();
        children.put("healthy", SampleChildren.healthyBoy());
        children.put("falling", SampleChildren.girlFallingBehind());
        children.put("newborn", SampleChildren.newborn());
        children.put("early", SampleChildren.bornTooEarly());
        children.put("sixty", SampleChildren.sixtyMeasurements());
        return children;
    }
}
