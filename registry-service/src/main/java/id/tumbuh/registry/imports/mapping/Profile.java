package id.tumbuh.registry.imports.mapping;

import id.tumbuh.platform.sheet.CellValue;
import id.tumbuh.registry.imports.cells.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the files of one source are read.
 *
 * @param columns fields by the key of their title
 * @param values by field, our word by the key of theirs
 */
public record Profile(
        FormatSpec format,
        Map<String, String> columns,
        Map<String, Map<String, String>> values,
        @Nullable DayFormat days) {

    /** Not blank and no day: a text in another form than the profile's is no day in any other either. */
    private static final CellValue UNREADABLE = new CellValue.Text("?");

    public Profile {
        columns = Map.copyOf(columns);
        values = Map.copyOf(values);
    }

    /** Where the fields stand under a header; of two columns with one field the first counts. */
    public Map<String, Integer> positions(List<CellValue> header) {
        Map<String, Integer> positions = new HashMap<>();
        for (int each = 0; each < header.size(); each++) {
            String field =
                    header.get(each) instanceof CellValue.Text(String title) ? columns.get(Words.key(title)) : null;
            if (field != null) {
                positions.putIfAbsent(field, each);
            }
        }
        return positions;
    }

    /** Fields that the format needs and these columns don't give. */
    public List<String> missing(Map<String, Integer> positions) {
        return format.missing(positions.keySet());
    }

    /** The cell in the words of the format. */
    public CellValue translate(FormatSpec.Field field, CellValue cell) {
        if (!(cell instanceof CellValue.Text(String written)) || Text.isBlank(cell)) {
            return cell;
        }
        Map<String, String> words = values.get(field.name());
        String ours = words == null ? null : words.get(Words.key(written));
        if (ours != null) {
            return new CellValue.Text(ours);
        }
        if (days == null || !field.type().holdsDays()) {
            return cell;
        }
        return days.read(Text.plain(written)).<CellValue>map(CellValue.Day::new).orElse(UNREADABLE);
    }
}
