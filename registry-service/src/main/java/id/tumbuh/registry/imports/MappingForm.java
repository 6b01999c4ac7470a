package id.tumbuh.registry.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemCode;
import id.tumbuh.registry.imports.mapping.DayFormat;
import id.tumbuh.registry.imports.mapping.FieldType;
import id.tumbuh.registry.imports.mapping.FormatSpec;
import id.tumbuh.registry.imports.mapping.Profile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A mapping profile in JSON. What is wrong with it is pointed at by its place in a list, never by what stands there. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Mapping", examples = """
        {"columns": [{"column": "NO. KK", "field": "cardNumber"}, {"column": "KEPALA", "field": "headName"},
                     {"column": "KD_DESA", "field": "area"}, {"column": "AIR", "field": "drinkingWater"}],
         "values": [{"field": "drinkingWater", "value": "SUMUR TERLINDUNGI", "means": "PROTECTED_WELL"}],
         "dateFormat": "dd/MM/yyyy"}""")
record MappingForm(
        @Nullable List<@Nullable ColumnOf> columns,
        @Nullable List<@Nullable Meaning> values,
        @Nullable String dateFormat) {
    private static final int MOST_COLUMNS = 200;
    private static final int MOST_VALUES = 2_000;
    private static final int LONGEST = 100;

    /** A column of the source and the field it holds. */
    @Schema(name = "MappingColumn")
    record ColumnOf(@Nullable String column, @Nullable String field) {}

    /** What a word of the source means. */
    @Schema(name = "MappingValue")
    record Meaning(
            @Nullable String field,
            @Nullable String value,
            @Nullable String means) {}

    /** Everything that is wrong with it for this format. */
    List<Problem.Violation> faults(FormatSpec format) {
        List<Problem.Violation> faults = new ArrayList<>();
        List<@Nullable ColumnOf> named = columns == null ? List.of() : columns;
        List<@Nullable Meaning> meanings = values == null ? List.of() : values;
        if (named.size() > MOST_COLUMNS || meanings.size() > MOST_VALUES) {
            fault(faults, named.size() > MOST_COLUMNS ? "/columns" : "/values", CommonProblem.TOO_MANY_ROWS);
            return faults;
        }
        Set<String> fields = new HashSet<>();
        Set<String> titles = new HashSet<>();
        for (int each = 0; each < named.size(); each++) {
            column(format, named.get(each), "/columns/" + each, fields, titles, faults);
        }
        if (!missing(format).isEmpty()) {
            fault(faults, "/columns", ImportProblem.MAPPING_FIELD_MISSING);
        }
        Set<List<String>> said = new HashSet<>();
        for (int each = 0; each < meanings.size(); each++) {
            meaning(format, meanings.get(each), "/values/" + each, said, faults);
        }
        if (dateFormat != null && DayFormat.of(dateFormat).isEmpty()) {
            fault(faults, "/dateFormat", ImportProblem.MAPPING_DATE_FORMAT);
        }
        return faults;
    }

    /** Fields that the format needs and no column holds. */
    List<String> missing(FormatSpec format) {
        List<String> fields = new ArrayList<>();
        for (ColumnOf column : columns == null ? List.<@Nullable ColumnOf>of() : columns) {
            if (column != null && column.field() != null) {
                fields.add(column.field());
            }
        }
        return format.missing(fields);
    }

    private static void column(
            FormatSpec format,
            @Nullable ColumnOf column,
            String pointer,
            Set<String> fields,
            Set<String> titles,
            List<Problem.Violation> faults) {
        String title = column == null ? null : column.column();
        String field = column == null ? null : column.field();
        if (title == null || field == null || !isText(title) || !isText(field)) {
            fault(faults, pointer, CommonProblem.REQUIRED);
            return;
        }
        if (format.field(field).isEmpty()) {
            fault(faults, pointer + "/field", ImportProblem.MAPPING_FIELD_UNKNOWN);
        } else if (!fields.add(field)) {
            fault(faults, pointer + "/field", ImportProblem.MAPPING_FIELD_TWICE);
        }
        if (!titles.add(FieldType.Code.key(title))) {
            fault(faults, pointer + "/column", ImportProblem.MAPPING_COLUMN_TWICE);
        }
    }

    private static void meaning(
            FormatSpec format,
            @Nullable Meaning meaning,
            String pointer,
            Set<List<String>> said,
            List<Problem.Violation> faults) {
        String name = meaning == null ? null : meaning.field();
        String value = meaning == null ? null : meaning.value();
        String means = meaning == null ? null : meaning.means();
        if (name == null || value == null || means == null || !isText(value) || !isText(means)) {
            fault(faults, pointer, CommonProblem.REQUIRED);
            return;
        }
        Optional<FormatSpec.Field> field = format.field(name);
        if (field.isEmpty()) {
            fault(faults, pointer + "/field", ImportProblem.MAPPING_FIELD_UNKNOWN);
        } else if (!field.get().type().allows(means)) {
            fault(faults, pointer + "/means", ImportProblem.MAPPING_MEANING_UNKNOWN);
        } else if (!said.add(List.of(name, FieldType.Code.key(value)))) {
            fault(faults, pointer + "/value", ImportProblem.MAPPING_VALUE_TWICE);
        }
    }

    private static boolean isText(@Nullable String text) {
        return text != null && !text.isBlank() && text.length() <= LONGEST;
    }

    private static void fault(List<Problem.Violation> faults, String pointer, ProblemCode reason) {
        faults.add(new Problem.Violation(pointer, reason));
    }

    /** The profile; only when there are no {@link #faults}. */
    Profile profile(FormatSpec format) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (ColumnOf column : columns == null ? List.<@Nullable ColumnOf>of() : columns) {
            if (column != null && column.column() != null && column.field() != null) {
                fields.put(FieldType.Code.key(column.column()), column.field());
            }
        }
        Map<String, Map<String, String>> words = new HashMap<>();
        for (Meaning meaning : values == null ? List.<@Nullable Meaning>of() : values) {
            if (meaning != null && meaning.field() != null && meaning.value() != null && meaning.means() != null) {
                words.computeIfAbsent(meaning.field(), _ -> new HashMap<>())
                        .put(FieldType.Code.key(meaning.value()), meaning.means());
            }
        }
        return new Profile(
                format,
                fields,
                words,
                dateFormat == null ? null : DayFormat.of(dateFormat).orElse(null));
    }

    /** The built-in one: under which titles fields are looked for. */
    static MappingForm builtIn(FormatSpec format) {
        List<@Nullable ColumnOf> columns = new ArrayList<>();
        for (FormatSpec.Field field : format.fields()) {
            field.titles().forEach(title -> columns.add(new ColumnOf(title, field.name())));
        }
        return new MappingForm(columns, List.of(), null);
    }
}
