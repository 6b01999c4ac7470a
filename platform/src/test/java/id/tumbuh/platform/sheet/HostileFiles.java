package id.tumbuh.platform.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Builds spreadsheets part by part, well-formed or not. */
public final class HostileFiles {
    static final String WORKBOOK = """
            <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" \
            xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">\
            <sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>""";

    static final String RELATIONS = """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
            <Relationship Id="rId1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/>\
            <Relationship Id="rId2" Type="http://x/sharedStrings" Target="sharedStrings.xml"/>\
            <Relationship Id="rId3" Type="http://x/styles" Target="/xl/styles.xml"/></Relationships>""";

    private HostileFiles() {}

    /** A part that writes itself, for those too large to hold. */
    public interface Part {
        void writeTo(OutputStream out) throws IOException;
    }

    /** A workbook whose only sheet holds these rows, as XML. */
    public static Path sheet(Path file, String rows) throws IOException {
        return workbook(
                file,
                Map.of("xl/worksheets/sheet1.xml", text("<worksheet><sheetData>" + rows + "</sheetData></worksheet>")));
    }

    public static Path workbook(Path file, Map<String, Part> parts) throws IOException {
        Map<String, Part> all = new LinkedHashMap<>();
        all.put("xl/workbook.xml", text(WORKBOOK));
        all.put("xl/_rels/workbook.xml.rels", text(RELATIONS));
        all.putAll(parts);
        return zip(file, all);
    }

    public static Path zip(Path file, Map<String, Part> parts) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, Part> part : parts.entrySet()) {
                out.putNextEntry(new ZipEntry(part.getKey()));
                part.getValue().writeTo(out);
                out.closeEntry();
            }
        }
        return file;
    }

    public static Part text(String content) {
        return out -> out.write(content.getBytes(StandardCharsets.UTF_8));
    }

    /** The same piece over and over, as a bomb does. */
    public static Part repeated(String before, String piece, long bytes, String after) {
        return out -> {
            out.write(before.getBytes(StandardCharsets.UTF_8));
            byte[] block = piece.repeat(Math.max(1, 65_536 / piece.length())).getBytes(StandardCharsets.UTF_8);
            for (long written = 0; written < bytes; written += block.length) {
                out.write(block);
            }
            out.write(after.getBytes(StandardCharsets.UTF_8));
        };
    }
}
