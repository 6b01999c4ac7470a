package id.tumbuh.platform.sheet;

import java.util.List;

/**
 * One row; the number is the one a person sees beside it in the spreadsheet, of NDJSON the number of the line.
 *
 * @param readable false for a line that is no row at all: it is refused by itself, and the others stand
 */
public record SheetRow(int number, List<CellValue> cells, boolean readable) {
    private static final CellValue EMPTY = new CellValue.Empty();

    public SheetRow {
        cells = List.copyOf(cells);
    }

    public SheetRow(int number, List<CellValue> cells) {
        this(number, cells, true);
    }

    /** A row may be shorter than its header. */
    public CellValue cell(int column) {
        return column < cells.size() ? cells.get(column) : EMPTY;
    }

    public boolean isBlank() {
        return readable
                && cells.stream().allMatch(cell -> switch (cell) {
                    case CellValue.Empty _ -> true;
                    case CellValue.Text(String text) -> text.isBlank();
                    case CellValue.Figure _, CellValue.Day _, CellValue.Clock _ -> false;
                });
    }
}
