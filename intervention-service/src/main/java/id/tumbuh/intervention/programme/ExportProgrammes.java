package id.tumbuh.intervention.programme;

import id.tumbuh.intervention.change.Actor;
import id.tumbuh.intervention.change.Answers;
import id.tumbuh.intervention.listing.Page;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.http.CommonProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Writes the programmes of an area and year to a workbook; who took it is in the audit. */
@ApplicationScoped
class ExportProgrammes {
    /** More than a province has; each is a line in memory while the file is made. */
    private static final int MOST = 20_000;

    private final Database database;

    ExportProgrammes(Database database) {
        this.database = database;
    }

    private record Found(List<Programme> programmes, Map<UUID, String> opds) {}

    byte[] workbook(
            Actor actor,
            AreaCode area,
            ProgrammeQueries.Wanted wanted,
            LateRule.Expected expected,
            List<String> sources) {
        Found found = database.write(actor.scope(), tx -> {
            tx.audit(actor.did("EXPORT_PROGRAMMES", "area", area, area.value()));
            List<Programme> programmes = ProgrammeQueries.page(
                    tx.sql(), wanted, expected, new Page(MOST, new Page.Place("", new UUID(0, 0))));
            return new Found(programmes, names(tx.sql(), programmes));
        });
        if (found.programmes().size() > MOST) {
            throw Answers.invalid("/area", CommonProblem.TOO_MANY_ROWS);
        }
        try {
            return ProgrammeWorkbook.of(
                    "Program percepatan penurunan stunting " + area + ", " + wanted.year(),
                    found.programmes(),
                    sources,
                    found.opds(),
                    expected);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a workbook in memory can't be written", impossible);
        }
    }

    private static Map<UUID, String> names(Handle sql, List<Programme> programmes) {
        Map<UUID, String> names = new HashMap<>();
        sql.createQuery("select id, name from opd where id = any(:ids)")
                .bindArray(
                        "ids",
                        UUID.class,
                        programmes.stream().map(Programme::opdId).distinct().toArray())
                .map((row, _) -> names.put(row.getObject(1, UUID.class), row.getString(2)))
                .list();
        return names;
    }
}
