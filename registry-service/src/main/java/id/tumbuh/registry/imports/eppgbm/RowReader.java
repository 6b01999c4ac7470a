package id.tumbuh.registry.imports.eppgbm;

import id.tumbuh.platform.sheet.CellValue;
import id.tumbuh.platform.sheet.SheetRow;
import id.tumbuh.registry.identity.Nik;
import id.tumbuh.registry.identity.NikReading;
import id.tumbuh.registry.identity.Sex;
import id.tumbuh.registry.imports.cells.Dates;
import id.tumbuh.registry.imports.cells.Decimals;
import id.tumbuh.registry.imports.cells.Finding;
import id.tumbuh.registry.imports.cells.Reason;
import id.tumbuh.registry.imports.cells.Text;
import id.tumbuh.registry.imports.mapping.FormatSpec;
import id.tumbuh.registry.imports.mapping.Profile;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads rows under one header. */
final class RowReader {
    private static final CellValue EMPTY = new CellValue.Empty();
    private static final BigDecimal GRAMS_A_KILOGRAM = BigDecimal.valueOf(1000);

    private final Map<String, Integer> positions;
    private final Profile profile;
    private final Map<Column, FormatSpec.Field> fields = new EnumMap<>(Column.class);
    private final RowRules rules;

    RowReader(Map<String, Integer> positions, Profile profile, RowRules rules) {
        this.positions = Map.copyOf(positions);
        this.profile = profile;
        this.rules = rules;
        for (Column column : Column.values()) {
            fields.put(column, column.in(profile));
        }
    }

    RowReading read(SheetRow row) {
        return row.readable()
                ? new Reading(row).result()
                : new RowReading.Rejected(row.number(), List.of(new Finding("row", Reason.UNREADABLE_LINE)));
    }

    /** One row while it is read; collects everything that is wrong with it. */
    private final class Reading {
        private final SheetRow row;
        private final List<Finding> findings = new ArrayList<>();
        private final List<Finding> warnings = new ArrayList<>();

        private Reading(SheetRow row) {
            this.row = row;
        }

        RowReading result() {
            Parents parents = Parents.of(text(Column.NAMA_ORTU));
            Optional<String> name = text(Column.NAMA);
            if (name.isEmpty() && parents.areUnknown()) {
                reject(Column.NAMA, Reason.REQUIRED);
            }
            Optional<Sex> sex = required(Column.JK, cell -> text(cell).flatMap(Reading::sex), Reason.UNKNOWN_VALUE);
            Optional<LocalDate> born = required(Column.TGL_LAHIR, Dates::read, Reason.NOT_A_DATE);
            Place place = new Place(words(Column.PROV), words(Column.KAB), words(Column.KEC), words(Column.DESA));
            EppgbmRow.Measured measured = born.flatMap(this::measured).orElse(null);
            if (!findings.isEmpty() || sex.isEmpty() || born.isEmpty()) {
                return new RowReading.Rejected(row.number(), findings);
            }
            return new EppgbmRow(
                    row.number(),
                    name.orElse(null),
                    sex.get(),
                    born.get(),
                    parents,
                    place,
                    home(),
                    nik(),
                    birth(),
                    measured,
                    warnings);
        }

        private Optional<EppgbmRow.Measured> measured(LocalDate born) {
            BigDecimal weight = measure(Column.BERAT, this::kilograms, rules.heaviestKg());
            BigDecimal height = measure(Column.TINGGI, Decimals::read, rules.tallestCm());
            boolean nothing = Text.isBlank(cell(Column.BERAT)) && Text.isBlank(cell(Column.TINGGI));
            if (nothing && Text.isBlank(cell(Column.TANGGAL_PENGUKURAN))) {
                checkDay(Column.TGL_LAHIR, born, born);
                return Optional.empty();
            }
            Optional<LocalDate> day = required(Column.TANGGAL_PENGUKURAN, Dates::read, Reason.NOT_A_DATE);
            day.ifPresent(on -> checkDay(Column.TANGGAL_PENGUKURAN, on, born));
            if (nothing) {
                reject(Column.BERAT, Reason.NOTHING_MEASURED);
            }
            return day.map(on -> new EppgbmRow.Measured(
                    on,
                    weight,
                    height,
                    position(),
                    secondary(Column.LILA, Decimals::read, rules.widestArmCm()),
                    new EppgbmRow.PrintedZ(z(Column.ZS_BB_U), z(Column.ZS_TB_U), z(Column.ZS_BB_TB))));
        }

        private void checkDay(Column column, LocalDate day, LocalDate born) {
            if (day.isAfter(rules.today())) {
                reject(column, Reason.IN_THE_FUTURE);
            } else if (day.isBefore(born)) {
                reject(column, Reason.BEFORE_BIRTH);
            } else if (born.plusMonths(rules.oldestMonths()).isBefore(day)) {
                reject(Column.TGL_LAHIR, Reason.TOO_LONG_AFTER_BIRTH);
            }
        }

        private EppgbmRow.Home home() {
            return new EppgbmRow.Home(
                    text(Column.POSYANDU).filter(name -> name.length() <= 100).orElse(null),
                    text(Column.RT).map(Reading::neighbourhood).orElse(null),
                    text(Column.RW).map(Reading::neighbourhood).orElse(null),
                    text(Column.ALAMAT).orElse(null));
        }

        private EppgbmRow.Birth birth() {
            BigDecimal weight = secondary(Column.BB_LAHIR, this::kilograms, rules.heaviestKg());
            return new EppgbmRow.Birth(
                    weight == null
                            ? null
                            : weight.multiply(GRAMS_A_KILOGRAM)
                                    .setScale(0, RoundingMode.HALF_UP)
                                    .intValueExact(),
                    tenths(secondary(Column.TB_LAHIR, Decimals::read, rules.tallestCm())));
        }

        private @Nullable Nik nik() {
            return switch (NikReading.of(text(Column.NIK).orElse(null))) {
                case NikReading.Complete(Nik nik) -> nik;
                case NikReading.Malformed _ -> {
                    warnings.add(new Finding(Column.NIK.name(), Reason.NOT_A_NIK));
                    yield null;
                }
                case NikReading.Masked _, NikReading.Absent _ -> null;
            };
        }

        private @Nullable PositionTaken position() {
            Optional<String> written = text(Column.CARA_UKUR);
            Optional<PositionTaken> position = written.flatMap(PositionTaken::of);
            if (written.isPresent() && position.isEmpty()) {
                warnings.add(new Finding(Column.CARA_UKUR.name(), Reason.UNKNOWN_VALUE));
            }
            return position.orElse(null);
        }

        /** A weight above the rule was typed in grams. */
        private Optional<BigDecimal> kilograms(CellValue cell) {
            return Decimals.read(cell)
                    .map(weight -> weight.compareTo(rules.gramsAbove()) > 0
                            ? Decimals.kept(weight.divide(GRAMS_A_KILOGRAM, 3, RoundingMode.HALF_UP))
                            : weight);
        }

        /** What the row is about: if it is there, it must be right. */
        private @Nullable BigDecimal measure(
                Column column, Function<CellValue, Optional<BigDecimal>> reading, BigDecimal most) {
            return number(column, reading, most, findings);
        }

        /** What comes along: if it is wrong, it is left out with a warning. */
        private @Nullable BigDecimal secondary(
                Column column, Function<CellValue, Optional<BigDecimal>> reading, BigDecimal most) {
            return number(column, reading, most, warnings);
        }

        private @Nullable BigDecimal number(
                Column column,
                Function<CellValue, Optional<BigDecimal>> reading,
                BigDecimal most,
                List<Finding> complaints) {
            CellValue cell = cell(column);
            if (Text.isBlank(cell)) {
                return null;
            }
            Optional<BigDecimal> value = reading.apply(cell);
            if (value.isEmpty()) {
                complaints.add(new Finding(column.name(), Reason.NOT_A_NUMBER));
                return null;
            }
            if (value.get().signum() <= 0 || value.get().compareTo(most) > 0) {
                complaints.add(new Finding(column.name(), Reason.OUT_OF_RANGE));
                return null;
            }
            return value.get();
        }

        /** The class beside a z-score may read "Outlier", and so may the z-score itself: then there is none. */
        private @Nullable BigDecimal z(Column column) {
            return Decimals.read(cell(column))
                    .filter(z -> z.abs().compareTo(BigDecimal.valueOf(100)) < 0)
                    .orElse(null);
        }

        private <T> Optional<T> required(Column column, Function<CellValue, Optional<T>> reading, Reason otherwise) {
            CellValue cell = cell(column);
            Optional<T> value = reading.apply(cell);
            if (value.isEmpty()) {
                reject(column, Text.isBlank(cell) ? Reason.REQUIRED : otherwise);
            }
            return value;
        }

        private String words(Column column) {
            return text(column).orElseGet(() -> {
                reject(column, Reason.REQUIRED);
                return "";
            });
        }

        private void reject(Column column, Reason reason) {
            findings.add(new Finding(column.name(), reason));
        }

        private Optional<String> text(Column column) {
            return text(cell(column));
        }

        private static Optional<String> text(CellValue cell) {
            return Text.of(cell);
        }

        private CellValue cell(Column column) {
            Integer position = positions.get(column.name());
            return position == null
                    ? EMPTY
                    : profile.translate(Objects.requireNonNull(fields.get(column)), row.cell(position));
        }

        private static Optional<Sex> sex(String written) {
            return switch (written) {
                case "L", "l" -> Optional.of(Sex.L);
                case "P", "p" -> Optional.of(Sex.P);
                default -> Optional.empty();
            };
        }

        /** {@code 003} and {@code 3} are the same RT. */
        private static @Nullable String neighbourhood(String written) {
            String number = written.replaceFirst("^0+(?=.)", "");
            return number.length() > 10 ? null : number;
        }

        private static @Nullable BigDecimal tenths(@Nullable BigDecimal length) {
            return length == null ? null : length.setScale(1, RoundingMode.HALF_UP);
        }
    }
}
