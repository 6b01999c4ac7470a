package id.tumbuh.platform.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RecordFactoryInputStream;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the first visible sheet of an old Excel file (BIFF8), record by record over POI's reader. Cells of a row come
 * one after the other; a row is complete when a cell of the next one is met.
 */
final class XlsRows implements SheetRows {
    private static final CellValue EMPTY = new CellValue.Empty();

    private final POIFSFileSystem container;
    private final InputStream stream;
    private final RecordFactoryInputStream records;
    private final SheetLimits limits;
    private final Map<Integer, String> formats = new HashMap<>();
    private final List<Integer> styles = new ArrayList<>();
    private final List<Boolean> sheets = new ArrayList<>();
    private @Nullable SSTRecord texts;
    private @Nullable FormulaRecord waiting;
    private boolean from1904;
    private int substream = -1;
    private int depth;
    private boolean done;
    private int row = -1;
    private List<CellValue> cells = new ArrayList<>();

    private XlsRows(POIFSFileSystem container, InputStream stream, SheetLimits limits) {
        this.container = container;
        this.stream = stream;
        this.limits = limits;
        this.records = new RecordFactoryInputStream(stream, false);
    }

    static XlsRows open(Path file, SheetLimits limits) throws IOException {
        POIFSFileSystem container = null;
        try {
            container = new POIFSFileSystem(file.toFile(), true);
            String name = XlsStructure.check(container, limits);
            return new XlsRows(container, container.createDocumentInputStream(name), limits);
        } catch (IOException | RuntimeException failure) {
            if (container != null) {
                container.close();
            }
            throw problem(failure);
        }
    }

    @Override
    public @Nullable SheetRow next() throws IOException {
        try {
            while (!done) {
                Record record = records.nextRecord();
                SheetRow complete = record == null ? ended() : read(record);
                if (complete != null) {
                    return complete;
                }
            }
            return null;
        } catch (RuntimeException failure) { // POI throws all kinds on damaged files
            throw problem(failure);
        }
    }

    @Override
    public void close() throws IOException {
        try (container) {
            stream.close();
        }
    }

    private @Nullable SheetRow read(Record record) throws UnreadableSheet {
        switch (record) {
            case BOFRecord _ -> {
                // a chart inside of a sheet has a beginning and an end of its own
                substream += depth++ == 0 ? 1 : 0;
            }
            case BoundSheetRecord sheet -> sheets.add(!sheet.isHidden() && !sheet.isVeryHidden());
            case DateWindow1904Record days -> from1904 = days.getWindowing() == 1;
            case FormatRecord format -> formats.put(format.getIndexCode(), format.getFormatString());
            case ExtendedFormatRecord style -> styles.add((int) style.getFormatIndex());
            case SSTRecord shared -> texts = shared;
            case EOFRecord _ -> {
                boolean sheetEnds = isWanted();
                depth--;
                if (sheetEnds) {
                    return ended();
                }
            }
            case StringRecord text -> {
                FormulaRecord formula = waiting;
                if (isWanted() && formula != null) {
                    put(formula.getColumn(), text(text.getString()));
                }
            }
            case CellValueRecordInterface cell -> {
                if (isWanted()) {
                    return cell(cell);
                }
            }
            default -> {}
        }
        return null;
    }

    /** Substream 0 is the workbook; the sheets follow in the order of their names. */
    private boolean isWanted() {
        int sheet = substream - 1;
        return depth == 1 && sheet >= 0 && sheet == sheets.indexOf(true);
    }

    private @Nullable SheetRow cell(CellValueRecordInterface cell) throws UnreadableSheet {
        SheetRow complete = cell.getRow() == row ? null : begin(cell.getRow());
        waiting = cell instanceof FormulaRecord formula && formula.hasCachedResultString() ? formula : null;
        put(cell.getColumn(), value(cell));
        return complete;
    }

    private @Nullable SheetRow begin(int next) throws UnreadableSheet {
        if (next < row || next >= limits.rows()) {
            throw new UnreadableSheet(
                    next < row ? FileProblem.BROKEN_FILE : FileProblem.TOO_MANY_ROWS, Math.max(row + 1, 0));
        }
        SheetRow complete = row < 0 ? null : new SheetRow(row + 1, cells);
        row = next;
        cells = new ArrayList<>();
        return complete;
    }

    private @Nullable SheetRow ended() {
        done = true;
        return row < 0 ? null : new SheetRow(row + 1, cells);
    }

    private void put(int column, CellValue value) throws UnreadableSheet {
        if (value instanceof CellValue.Empty) {
            return;
        }
        if (column >= limits.columns()) {
            throw new UnreadableSheet(FileProblem.TOO_MANY_COLUMNS, row + 1);
        }
        while (cells.size() <= column) {
            cells.add(EMPTY);
        }
        cells.set(column, value);
    }

    private CellValue value(CellValueRecordInterface cell) throws UnreadableSheet {
        return switch (cell) {
            case LabelSSTRecord label -> shared(label.getSSTIndex());
            case LabelRecord label -> text(label.getValue());
            case NumberRecord number -> figure(number.getValue(), number.getXFIndex());
            case FormulaRecord formula ->
                formula.hasCachedResultString() ? EMPTY : figure(formula.getValue(), formula.getXFIndex());
            case BoolErrRecord flag
            when flag.isBoolean() -> new CellValue.Text(flag.getBooleanValue() ? "TRUE" : "FALSE");
            default -> EMPTY;
        };
    }

    private CellValue shared(int index) throws UnreadableSheet {
        SSTRecord known = texts;
        if (known == null || index < 0 || index >= known.getNumUniqueStrings()) {
            throw new UnreadableSheet(FileProblem.BROKEN_FILE, row + 1);
        }
        return text(known.getString(index).getString());
    }

    private CellValue text(@Nullable String text) throws UnreadableSheet {
        if (text == null || text.isEmpty()) {
            return EMPTY;
        }
        if (text.length() > limits.cellLength()) {
            throw new UnreadableSheet(FileProblem.CELL_TOO_LONG, row + 1);
        }
        return new CellValue.Text(text);
    }

    private CellValue figure(double value, int style) {
        if (!Double.isFinite(value)) {
            return EMPTY;
        }
        int format = style >= 0 && style < styles.size() ? styles.get(style) : 0;
        return Figures.value(Double.toString(value), NumberFormats.kind(format, formats), from1904);
    }

    static IOException problem(Exception failure) {
        return failure instanceof UnreadableSheet known ? known : new UnreadableSheet(FileProblem.BROKEN_FILE);
    }
}
