package id.tumbuh.platform.sheet;

import java.io.IOException;
import java.util.List;

/** The file can't be read as a spreadsheet; carries no word of what is in it. */
public final class UnreadableSheet extends IOException {
    private static final long serialVersionUID = 1L;

    private final FileProblem problem;
    private final int row;
    private final transient List<String> columns;

    public UnreadableSheet(FileProblem problem) {
        this(problem, 0);
    }

    /** The row counts from 1; 0 if the problem lies at no row. */
    public UnreadableSheet(FileProblem problem, int row) {
        this(problem, row, List.of());
    }

    /** The columns it is about, by our own names. */
    public UnreadableSheet(FileProblem problem, int row, List<String> columns) {
        super(problem.name());
        this.problem = problem;
        this.row = row;
        this.columns = List.copyOf(columns);
    }

    public FileProblem problem() {
        return problem;
    }

    public int row() {
        return row;
    }

    public List<String> columns() {
        return columns;
    }
}
