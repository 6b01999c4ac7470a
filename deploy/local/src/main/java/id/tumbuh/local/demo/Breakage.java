package id.tumbuh.local.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What can be wrong with a row so that no importer may take it. */
enum Breakage {
    UNKNOWN_DESA(Columns.DESA, "Desa Yang Tidak Ada"),
    FOREIGN_KABUPATEN(Columns.KABUPATEN, "Kabupaten Antah Berantah"),
    NO_SEX(Columns.SEX, "?"),
    NO_BIRTH_DATE(Columns.BORN, ""),
    IMPOSSIBLE_BIRTH_DATE(Columns.BORN, "31/02/2023"),
    BORN_AFTER_MEASURING(Columns.BORN, "2199-01-01"),
    NO_MEASURING_DATE(Columns.MEASURED_ON, "kemarin"),
    WEIGHT_IN_WORDS(Columns.WEIGHT, "berat");

    private final int column;
    private final String words;

    Breakage(int column, String words) {
        this.column = column;
        this.words = words;
    }

    /** A copy of the row of a real child under another birth date, with this one thing wrong. */
    List<Cell> of(List<Cell> row, LocalDate otherBirth) {
        List<Cell> broken = new ArrayList<>(row);
        broken.set(Columns.BORN, new Cell.Text(otherBirth.toString()));
        broken.set(column, new Cell.Text(words));
        return broken;
    }
}
