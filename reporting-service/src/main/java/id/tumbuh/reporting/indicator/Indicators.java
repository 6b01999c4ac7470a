package id.tumbuh.reporting.indicator;

import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.reporting.indicator.Indicator.Kind;
import id.tumbuh.reporting.indicator.Indicator.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The indicators there are, in the order in which they are shown. A migration changes them, so they are read once. */
@ApplicationScoped
public class Indicators {
    private final Database database;
    private volatile @Nullable List<Indicator> known;

    Indicators(Database database) {
        this.database = database;
    }

    public List<Indicator> all() {
        List<Indicator> all = known;
        if (all == null) {
            all = List.copyOf(database.read(
                    Scope.everywhere(),
                    sql -> sql.createQuery("select * from indicator order by place")
                            .map((row, _) -> indicator(row))
                            .list()));
            known = all;
        }
        return all;
    }

    public Optional<Indicator> byCode(String code) {
        return all().stream().filter(one -> one.code().equals(code)).findFirst();
    }

    /** One that the migrations bring for certain. */
    public Indicator of(String code) {
        return byCode(code).orElseThrow(() -> new IllegalStateException("there is no indicator " + code));
    }

    /** Those that publications have. */
    public List<Indicator> published() {
        return all().stream().filter(Indicator::isPublished).toList();
    }

    /** What the indicators count by month. */
    List<String> stocks() {
        return all().stream()
                .filter(one -> one.kind() != Kind.GROWTH)
                .flatMap(one -> Stream.of(one.numerator(), one.denominator()))
                .distinct()
                .toList();
    }

    private static Indicator indicator(ResultSet row) throws SQLException {
        return new Indicator(
                row.getString("code"),
                Kind.valueOf(row.getString("kind")),
                new Words(row.getString("name_id"), row.getString("numerator_id"), row.getString("denominator_id")),
                new Words(row.getString("name_en"), row.getString("numerator_en"), row.getString("denominator_en")),
                row.getString("numerator"),
                row.getString("denominator"),
                row.getBoolean("lower_is_better"),
                Arrays.asList((String[]) row.getArray("topics").getArray()),
                row.getString("source"));
    }
}
