package id.tumbuh.intervention.sponsor;

import id.tumbuh.intervention.need.Item;
import id.tumbuh.intervention.problem.InterventionProblem;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemCode;
import id.tumbuh.platform.sheet.CellValue;
import id.tumbuh.platform.sheet.FileProblem;
import id.tumbuh.platform.sheet.SheetLimits;
import id.tumbuh.platform.sheet.SheetRow;
import id.tumbuh.platform.sheet.SheetRows;
import id.tumbuh.platform.sheet.UnreadableSheet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A list of sponsors as an office keeps it: the spreadsheet of 1,300 civil servants (Kab. Serang 2024), XLSX, XLS or CSV. */
final class SponsorFile {
    private static final int HEADER_WITHIN = 15;
    private static final SheetLimits LIMITS = new SheetLimits(50_000_000L, 200, 500_000, 16_000_000, 20_000, 60, 2_000);
    private static final Pattern LIST = Pattern.compile("[;,]");
    private static final List<DateTimeFormatter> DAYS = List.of(
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT),
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT),
            DateTimeFormatter.ofPattern("d-M-uuuu").withResolverStyle(ResolverStyle.STRICT));

    private SponsorFile() {}

    /**
     * A row with the number a person sees beside it.
     *
     * @param form what it promises, or null when {@code fault} says why not
     */
    record Line(int number, UUID id, @Nullable SponsorForm form, Problem.@Nullable Violation fault) {}

    /** Rows in order; blank ones are no rows. */
    static List<Line> read(Path file) throws IOException {
        List<Line> lines = new ArrayList<>();
        try (SheetRows rows = SheetRows.open(file, LIMITS)) {
            Map<SponsorColumn, Integer> columns = header(rows);
            for (SheetRow row = rows.next(); row != null; row = rows.next()) {
                if (!row.isBlank()) {
                    lines.add(line(row, columns));
                }
            }
        }
        return lines;
    }

    private static Map<SponsorColumn, Integer> header(SheetRows rows) throws IOException {
        for (int tried = 0; tried < HEADER_WITHIN; tried++) {
            SheetRow row = rows.next();
            if (row == null) {
                break;
            }
            Map<SponsorColumn, Integer> columns = columns(row);
            if (columns.size() > 2) {
                List<String> missing = Arrays.stream(SponsorColumn.values())
                        .filter(column -> column.isRequired() && !columns.containsKey(column))
                        .map(SponsorColumn::name)
                        .toList();
                if (!missing.isEmpty()) {
                    throw new UnreadableSheet(FileProblem.MISSING_COLUMN, row.number(), missing);
                }
                return columns;
            }
        }
        throw new UnreadableSheet(FileProblem.NO_HEADER);
    }

    private static Map<SponsorColumn, Integer> columns(SheetRow row) {
        Map<SponsorColumn, Integer> columns = new EnumMap<>(SponsorColumn.class);
        for (int index = 0; index < row.cells().size(); index++) {
            int at = index;
            if (row.cell(index) instanceof CellValue.Text(String title)) {
                SponsorColumn.of(title).ifPresent(column -> columns.putIfAbsent(column, at));
            }
        }
        return columns;
    }

    private static Line line(SheetRow row, Map<SponsorColumn, Integer> columns) {
        Cells cells = new Cells(row, columns);
        UUID id = cells.id();
        try {
            SponsorForm form = new SponsorForm(
                    id,
                    cells.kind(),
                    cells.text(SponsorColumn.INSTITUTION),
                    cells.text(SponsorColumn.NAME),
                    cells.text(SponsorColumn.REFERENCE),
                    cells.text(SponsorColumn.AREA),
                    cells.capacity(),
                    cells.list(SponsorColumn.PREFERRED_AREAS),
                    cells.items(),
                    cells.day(SponsorColumn.FROM),
                    cells.day(SponsorColumn.UNTIL),
                    null,
                    null);
            Optional<Problem.Violation> fault =
                    form.reference() == null ? required(SponsorColumn.REFERENCE) : form.fault();
            return fault.isPresent()
                    ? new Line(row.number(), id, null, fault.get())
                    : new Line(row.number(), id, form, null);
        } catch (Unreadable cell) {
            return new Line(row.number(), id, null, cell.fault);
        }
    }

    private static Optional<Problem.Violation> required(SponsorColumn column) {
        return Optional.of(new Problem.Violation(pointer(column), CommonProblem.REQUIRED));
    }

    private static String pointer(SponsorColumn column) {
        return "/" + column.name().toLowerCase(Locale.ROOT);
    }

    /** A cell that can't be read as what its column says; never leaves this file. */
    private static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Problem.Violation fault;

        Unreadable(Problem.Violation fault) {
            super(fault.reason().name());
            this.fault = fault;
        }
    }

    /** The cells of one row by their columns. */
    private record Cells(SheetRow row, Map<SponsorColumn, Integer> columns) {

        /** The same row in next year's list is the same sponsor: by its area, institution and the institution's own number. */
        UUID id() {
            String own = text(SponsorColumn.AREA) + "/" + text(SponsorColumn.INSTITUTION) + "/"
                    + text(SponsorColumn.REFERENCE);
            return UUID.nameUUIDFromBytes(("sponsor/" + own).getBytes(StandardCharsets.UTF_8));
        }

        private CellValue cell(SponsorColumn column) {
            Integer at = columns.get(column);
            return at == null ? new CellValue.Empty() : row.cell(at);
        }

        @Nullable
        String text(SponsorColumn column) {
            return switch (cell(column)) {
                case CellValue.Text(String text) -> text.isBlank() ? null : text.strip();
                case CellValue.Figure(double figure) -> plain(figure);
                case CellValue.Empty _, CellValue.Day _, CellValue.Clock _ -> null;
            };
        }

        private static String plain(double figure) {
            return figure == Math.rint(figure) ? Long.toString((long) figure) : Double.toString(figure);
        }

        List<String> list(SponsorColumn column) {
            String text = text(column);
            return text == null
                    ? List.of()
                    : LIST.splitAsStream(text)
                            .map(String::strip)
                            .filter(part -> !part.isEmpty())
                            .toList();
        }

        SponsorKind kind() {
            String text = text(SponsorColumn.KIND);
            return text == null ? SponsorKind.ASN : word(SponsorKind.values(), text, SponsorColumn.KIND);
        }

        List<Item.Kind> items() {
            return list(SponsorColumn.ITEMS).stream()
                    .map(text -> word(Item.Kind.values(), text, SponsorColumn.ITEMS))
                    .toList();
        }

        private static <E extends Enum<E>> E word(E[] values, String text, SponsorColumn column) {
            String plain = text.toUpperCase(Locale.ROOT).replace(' ', '_');
            return Arrays.stream(values)
                    .filter(value -> value.name().equals(plain))
                    .findFirst()
                    .orElseThrow(() -> unreadable(
                            column,
                            column == SponsorColumn.KIND
                                    ? InterventionProblem.SPONSOR_KIND_UNKNOWN
                                    : InterventionProblem.ITEM_UNKNOWN));
        }

        /** One child, where the list doesn't say. */
        int capacity() {
            return switch (cell(SponsorColumn.CAPACITY)) {
                case CellValue.Empty _ -> 1;
                case CellValue.Figure(double figure) when figure == Math.rint(figure) -> (int) figure;
                case CellValue.Text(String text) when text.isBlank() -> 1;
                case CellValue.Text(String text)
                when text.strip().matches("\\d{1,6}") -> Integer.parseInt(text.strip());
                case CellValue.Figure _, CellValue.Text _, CellValue.Day _, CellValue.Clock _ ->
                    throw unreadable(SponsorColumn.CAPACITY, CommonProblem.NOT_A_NUMBER);
            };
        }

        @Nullable
        LocalDate day(SponsorColumn column) {
            return switch (cell(column)) {
                case CellValue.Empty _ -> null;
                case CellValue.Day(LocalDate day) -> day;
                case CellValue.Text(String text) -> text.isBlank() ? null : day(column, text.strip());
                case CellValue.Figure _, CellValue.Clock _ -> throw unreadable(column, CommonProblem.INVALID_DATE);
            };
        }

        private static LocalDate day(SponsorColumn column, String text) {
            for (DateTimeFormatter form : DAYS) {
                try {
                    return LocalDate.parse(text, form);
                } catch (DateTimeException notSo) {
                    // perhaps it has the next form
                }
            }
            throw unreadable(column, CommonProblem.INVALID_DATE);
        }

        private static Unreadable unreadable(SponsorColumn column, ProblemCode reason) {
            return new Unreadable(new Problem.Violation(pointer(column), reason));
        }
    }
}
