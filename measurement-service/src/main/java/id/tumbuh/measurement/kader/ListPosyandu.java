package id.tumbuh.measurement.kader;

import id.tumbuh.measurement.kader.PosyanduChoice.Choice;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The posyandu of a caller's areas, as far as children are weighed there. */
@ApplicationScoped
class ListPosyandu {

    private static final int MOST = 1_000;

    private final Database database;
    private final Names names;
    private final Clock clock;

    ListPosyandu(Database database, Names names, Clock clock) {
        this.database = database;
        this.names = names;
        this.clock = clock;
    }

    PosyanduChoice of(Scope scope, String bearer) {
        List<String> areas = scope.areas().stream().map(AreaCode::value).toList();
        LocalDate bornAfter = WeighedChildren.bornAfter(LocalDate.now(clock));
        List<Choice> found = database.read(scope, sql -> {
            List<Choice> all = new ArrayList<>();
            areas.forEach(area -> all.addAll(inside(sql, area, bornAfter)));
            return all;
        });
        // No transaction is open while another service is asked.
        var named = names.ofPosyandu(bearer, areas);
        return new PosyanduChoice(
                named.state(),
                found.stream()
                        .limit(MOST)
                        .map(one -> new Choice(
                                one.id(),
                                one.area(),
                                one.children(),
                                Optional.ofNullable(named.byId().get(one.id()))
                                        .map(RegistryNames.NamedPosyandu::name)
                                        .orElse(null)))
                        .toList());
    }

    /** The range is named beside the policy, for the index. */
    private static List<Choice> inside(Handle sql, String area, LocalDate bornAfter) {
        return sql.createQuery("""
                        select posyandu_id, min(area_code) as area_code, count(*) as children from child
                        where active and merged_into is null and posyandu_id is not null and area_code >= :from and area_code < :to
                          and birth_date > :bornAfter
                        group by posyandu_id order by min(area_code), posyandu_id limit :most""")
                .bind("from", area)
                .bind("to", area + "/")
                .bind("bornAfter", bornAfter)
                .bind("most", MOST)
                .map((row, _) -> new Choice(
                        row.getObject("posyandu_id", UUID.class),
                        row.getString("area_code"),
                        row.getInt("children"),
                        null))
                .list();
    }
}
