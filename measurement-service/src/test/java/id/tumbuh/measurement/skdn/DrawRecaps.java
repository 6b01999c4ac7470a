package id.tumbuh.measurement.skdn;

import id.tumbuh.measurement.skdn.Places.Names;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes invented recaps into a folder, to be looked at: {@code DrawRecaps <folder>}. */
final class DrawRecaps {

    private DrawRecaps() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Map<String, Recap> recaps = Map.of(
                "f1", SampleRecaps.ofDesa(9, Names.SHOWN),
                "f1-full", SampleRecaps.ofDesa(14, Names.SHOWN),
                "f1-unnamed", SampleRecaps.ofDesa(40, Names.AWAY),
                "f2", SampleRecaps.ofKecamatan(14, 12));
        for (Map.Entry<String, Recap> recap : recaps.entrySet()) {
            RecapWording words = SampleRecaps.words(recap.getValue());
            Files.write(folder.resolve(recap.getKey() + ".pdf"), RecapPdf.of(recap.getValue(), words));
            Files.write(folder.resolve(recap.getKey() + ".xlsx"), RecapWorkbook.of(recap.getValue(), words));
        }
    }
}
