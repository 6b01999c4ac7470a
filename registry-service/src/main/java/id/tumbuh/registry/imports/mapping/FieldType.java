package id.tumbuh.registry.imports.mapping;

import id.tumbuh.platform.sheet.CellValue;
import id.tumbuh.registry.identity.FamilyCardNumber;
import id.tumbuh.registry.identity.NikReading;
import id.tumbuh.registry.imports.cells.Dates;
import id.tumbuh.registry.imports.cells.Decimals;
import id.tumbuh.registry.imports.cells.Reason;
import id.tumbuh.registry.imports.cells.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;

/** How a field is read into the one text it is compared and stored by. */
public sealed interface FieldType {

    /** What a cell holds for a field. */
    sealed interface Reading {
        /** Readable; the text is in the form of the registry: ISO days, names of constants, figures without noise. */
        record Value(String text) implements Reading {
            @Override
            public String toString() {
                return "Value[…]";
            }
        }

        /** Nothing, or something that only says there is a value (a masked NIK). */
        record Absent() implements Reading {}

        /** Something else. */
        record Wrong(Reason reason) implements Reading {}
    }

    Reading read(CellValue cell);

    private static Reading read(CellValue cell, Reason otherwise, Optional<String> value) {
        if (Text.isBlank(cell)) {
            return new Reading.Absent();
        }
        return value.<Reading>map(Reading.Value::new).orElseGet(() -> new Reading.Wrong(otherwise));
    }

    /** Names, addresses, ids of other systems. */
    record Plain(int most) implements FieldType {
        @Override
        public Reading read(CellValue cell) {
            return FieldType.read(cell, Reason.TOO_LONG, Text.of(cell).filter(text -> text.length() <= most));
        }
    }

    /** RT and RW: {@code 003} and {@code 3} are the same. */
    record Neighbourhood() implements FieldType {
        private static final int MOST = 5;

        @Override
        public Reading read(CellValue cell) {
            return FieldType.read(
                    cell,
                    Reason.TOO_LONG,
                    Text.of(cell)
                            .map(text -> text.replaceFirst("^'?0+(?=.)", ""))
                            .filter(text -> text.length() <= MOST));
        }
    }

    /** One of a list, by our constant or the words of the form. */
    record Code(Map<String, String> meanings) implements FieldType {
        public Code {
            meanings = Map.copyOf(meanings);
        }

        @Override
        public Reading read(CellValue cell) {
            return FieldType.read(cell, Reason.UNKNOWN_VALUE, Text.of(cell).map(text -> meanings.get(Words.key(text))));
        }

        /** As written answers are compared. */
        public static String key(String written) {
            return Words.key(written);
        }

        boolean knows(String constant) {
            return meanings.containsValue(constant);
        }
    }

    /** A day. */
    record Day() implements FieldType {
        @Override
        public Reading read(CellValue cell) {
            return FieldType.read(cell, Reason.NOT_A_DATE, Dates.read(cell).map(Object::toString));
        }
    }

    /** A count. */
    record Whole(int least, int most) implements FieldType {
        @Override
        public Reading read(CellValue cell) {
            if (Text.isBlank(cell)) {
                return new Reading.Absent();
            }
            Optional<BigDecimal> number = Decimals.read(cell).filter(value -> value.scale() <= 0);
            if (number.isEmpty()) {
                return new Reading.Wrong(Reason.NOT_A_NUMBER);
            }
            int value = number.get().intValue();
            return value < least || value > most
                    ? new Reading.Wrong(Reason.OUT_OF_RANGE)
                    : new Reading.Value(Integer.toString(value));
        }
    }

    /** A figure with a unit; one above {@code thousandsAbove} was typed in the thousandth of it (grams for kilograms). */
    record Measure(BigDecimal thousandsAbove, int scale, BigDecimal least, BigDecimal most) implements FieldType {
        @Override
        public Reading read(CellValue cell) {
            if (Text.isBlank(cell)) {
                return new Reading.Absent();
            }
            Optional<BigDecimal> number = Decimals.read(cell);
            if (number.isEmpty()) {
                return new Reading.Wrong(Reason.NOT_A_NUMBER);
            }
            BigDecimal value =
                    number.get().compareTo(thousandsAbove) > 0 ? number.get().movePointLeft(3) : number.get();
            return value.compareTo(least) < 0 || value.compareTo(most) > 0
                    ? new Reading.Wrong(Reason.OUT_OF_RANGE)
                    : new Reading.Value(
                            value.setScale(scale, RoundingMode.HALF_UP).toPlainString());
        }
    }

    /** A NIK; one that is masked in an export says nothing. */
    record NikDigits() implements FieldType {
        @Override
        public Reading read(CellValue cell) {
            return switch (NikReading.of(Text.of(cell).orElse(null))) {
                case NikReading.Complete(var nik) -> new Reading.Value(nik.digits());
                case NikReading.Malformed _ -> new Reading.Wrong(Reason.NOT_A_NIK);
                case NikReading.Masked _, NikReading.Absent _ -> new Reading.Absent();
            };
        }
    }

    /** A family card number, masked in exports as a NIK is. */
    record CardDigits() implements FieldType {
        @Override
        public Reading read(CellValue cell) {
            String digits = Text.of(cell)
                    .map(text -> text.replaceFirst("^'", "").replace(" ", ""))
                    .orElse("");
            return digits.indexOf('*') >= 0
                    ? new Reading.Absent()
                    : FieldType.read(
                            cell, Reason.NOT_A_FAMILY_CARD, Optional.of(digits).filter(FamilyCardNumber::isValid));
        }
    }

    /** Read by the format itself. */
    record Own(boolean isDay) implements FieldType {
        @Override
        public Reading read(CellValue cell) {
            return FieldType.read(cell, Reason.TOO_LONG, Text.of(cell));
        }
    }

    default boolean holdsDays() {
        return switch (this) {
            case Day _ -> true;
            case Own own -> own.isDay();
            case Plain _, Neighbourhood _, Code _, Whole _, Measure _, NikDigits _, CardDigits _ -> false;
        };
    }

    /** Whether a profile may give a word this meaning. */
    default boolean allows(String meaning) {
        return switch (this) {
            case Code code -> code.knows(meaning);
            case Day _, NikDigits _, CardDigits _ -> false;
            case Plain _, Neighbourhood _, Whole _, Measure _, Own _ -> true;
        };
    }
}
