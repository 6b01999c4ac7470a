package id.tumbuh.platform.sheet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import org.jspecify.annotations.Nullable;

/** The rows of the first visible sheet of an XLSX, parsed as they are inflated. */
final class XlsxRows implements SheetRows {
    private static final CellValue EMPTY = new CellValue.Empty();

    private final ZipParts parts;
    private final XmlPart sheet;
    private final SharedTexts texts;
    private final NumberFormats formats;
    private final boolean from1904;
    private final SheetLimits limits;
    private final BoundedText text;
    private int row;

    private XlsxRows(ZipParts parts, Workbook workbook, SheetLimits limits) throws IOException {
        this.parts = parts;
        this.limits = limits;
        this.texts = workbook.texts(parts, limits);
        this.formats = workbook.formats(parts);
        this.from1904 = workbook.from1904();
        this.text = new BoundedText(limits.cellLength());
        this.sheet = XmlPart.of(parts.get(workbook.sheet()));
    }

    static XlsxRows open(Path file, SheetLimits limits) throws IOException {
        ZipParts parts = ZipParts.open(file, limits);
        try {
            return new XlsxRows(parts, Workbook.of(parts), limits);
        } catch (IOException | RuntimeException failure) {
            parts.close();
            throw failure;
        }
    }

    @Override
    public @Nullable SheetRow next() throws IOException {
        while (sheet.nextElement()) {
            if (sheet.name().equals("row")) {
                row = number(sheet.attribute("r"));
                return new SheetRow(row, cells());
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        try (parts) {
            sheet.close();
        }
    }

    /** Rows may leave their number out; they never go back. */
    private int number(@Nullable String written) throws UnreadableSheet {
        int number = written == null ? row + 1 : Figures.whole(written);
        if (number > limits.rows()) {
            throw new UnreadableSheet(FileProblem.TOO_MANY_ROWS, row);
        }
        if (number <= row) {
            throw new UnreadableSheet(FileProblem.BROKEN_FILE, row);
        }
        return number;
    }

    private List<CellValue> cells() throws IOException {
        List<CellValue> cells = new ArrayList<>();
        int column = -1;
        for (int event = sheet.step(); event != XMLStreamConstants.END_DOCUMENT; event = sheet.step()) {
            if (event == XMLStreamConstants.END_ELEMENT && sheet.name().equals("row")) {
                return cells;
            }
            if (event == XMLStreamConstants.START_ELEMENT && sheet.name().equals("c")) {
                column = column(sheet.attribute("r"), column);
                put(cells, column, value());
            }
        }
        throw new UnreadableSheet(FileProblem.BROKEN_FILE, row);
    }

    /** Formatted but empty cells may stand as far right as they like; they take no memory. */
    private void put(List<CellValue> cells, int column, CellValue value) throws UnreadableSheet {
        if (value instanceof CellValue.Empty) {
            return;
        }
        if (column >= limits.columns()) {
            throw new UnreadableSheet(FileProblem.TOO_MANY_COLUMNS, row);
        }
        while (cells.size() <= column) {
            cells.add(EMPTY);
        }
        cells.set(column, value);
    }

    private CellValue value() throws IOException {
        String type = sheet.attribute("t");
        NumberFormats.Kind kind = formats.of(sheet.attribute("s"));
        text.clear();
        boolean wanted = false;
        boolean phonetic = false;
        for (int event = sheet.step(); event != XMLStreamConstants.END_DOCUMENT; event = sheet.step()) {
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> {
                    phonetic |= sheet.name().equals("rPh");
                    wanted = !phonetic && isValue(sheet.name());
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    wanted = false;
                    phonetic &= !sheet.name().equals("rPh");
                    if (sheet.name().equals("c")) {
                        return value(text.value(), type, kind);
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.SPACE -> {
                    if (wanted) {
                        sheet.appendTextTo(text);
                    }
                }
                default -> {}
            }
        }
        throw new UnreadableSheet(FileProblem.BROKEN_FILE, row);
    }

    private static boolean isValue(String element) {
        return element.equals("v") || element.equals("t");
    }

    private CellValue value(String content, @Nullable String type, NumberFormats.Kind kind) throws UnreadableSheet {
        if (content.isEmpty()) {
            return EMPTY;
        }
        if (type == null || type.equals("n")) {
            return Figures.value(content, kind, from1904);
        }
        return type.equals("s") ? shared(content) : new CellValue.Text(content);
    }

    private CellValue shared(String index) throws UnreadableSheet {
        String found = texts.get(Figures.whole(index));
        return found.isEmpty() ? EMPTY : new CellValue.Text(found);
    }

    /** Letters of an address such as {@code AB12}, counted from 0; far columns all count as one beyond the limit. */
    private int column(@Nullable String address, int previous) throws UnreadableSheet {
        if (address == null) {
            return previous + 1;
        }
        int column = 0;
        for (int each = 0; each < address.length() && Character.isLetter(address.charAt(each)); each++) {
            column =
                    Math.min(26 * column + Character.toUpperCase(address.charAt(each)) - 'A' + 1, limits.columns() + 1);
        }
        if (column < 1) {
            throw new UnreadableSheet(FileProblem.BROKEN_FILE, row);
        }
        return column - 1;
    }
}
