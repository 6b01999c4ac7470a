package id.tumbuh.platform.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the parts of a workbook are.
 *
 * @param sheet the first one that is not hidden
 * @param from1904 whether its days are counted from 1904, as old Macs do
 */
record Workbook(
        String sheet, @Nullable String texts, @Nullable String styles, boolean from1904) {
    private static final String PART = "xl/workbook.xml";
    private static final String RELATIONS = "xl/_rels/workbook.xml.rels";
    private static final int MOST_RELATIONS = 10_000;

    static Workbook of(ZipParts parts) throws IOException {
        String sheetRelation = null;
        boolean from1904 = false;
        try (XmlPart workbook = XmlPart.of(parts.get(PART))) {
            while (workbook.nextElement()) {
                if (workbook.name().equals("workbookPr")) {
                    String date1904 = workbook.attribute("date1904");
                    from1904 = "1".equals(date1904) || "true".equals(date1904);
                }
                if (workbook.name().equals("sheet") && sheetRelation == null && isVisible(workbook)) {
                    sheetRelation = workbook.attribute("id");
                }
            }
        }
        Map<String, String> byId = new HashMap<>();
        Map<String, String> byType = new HashMap<>();
        try (XmlPart relations = XmlPart.of(parts.get(RELATIONS))) {
            while (relations.nextElement() && byId.size() < MOST_RELATIONS) {
                String target = relations.attribute("Target");
                String id = relations.attribute("Id");
                String type = relations.attribute("Type");
                if (target != null && id != null && type != null) {
                    byId.put(id, path(target));
                    byType.put(type.substring(type.lastIndexOf('/') + 1), path(target));
                }
            }
        }
        String sheet = sheetRelation == null ? null : byId.get(sheetRelation);
        if (sheet == null) {
            throw new UnreadableSheet(FileProblem.NOT_A_SPREADSHEET);
        }
        return new Workbook(sheet, byType.get("sharedStrings"), byType.get("styles"), from1904);
    }

    SharedTexts texts(ZipParts parts, SheetLimits limits) throws IOException {
        InputStream part = texts == null ? null : parts.find(texts);
        if (part == null) {
            return SharedTexts.NONE;
        }
        try (XmlPart xml = XmlPart.of(part)) {
            return SharedTexts.read(xml, limits);
        }
    }

    NumberFormats formats(ZipParts parts) throws IOException {
        InputStream part = styles == null ? null : parts.find(styles);
        if (part == null) {
            return NumberFormats.NONE;
        }
        try (XmlPart xml = XmlPart.of(part)) {
            return NumberFormats.read(xml);
        }
    }

    private static boolean isVisible(XmlPart sheet) {
        String state = sheet.attribute("state");
        return state == null || state.equals("visible");
    }

    private static String path(String target) {
        return target.startsWith("/") ? target.substring(1) : "xl/" + target;
    }
}
