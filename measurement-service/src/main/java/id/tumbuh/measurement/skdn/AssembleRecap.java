package id.tumbuh.measurement.skdn;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import id.tumbuh.measurement.skdn.Recap.Band;
import id.tumbuh.measurement.skdn.Recap.BySex;
import id.tumbuh.measurement.skdn.Recap.Form;
import id.tumbuh.measurement.skdn.Recap.Missing;
import id.tumbuh.measurement.skdn.Recap.Reporting;
import id.tumbuh.measurement.skdn.Recap.Row;
import id.tumbuh.measurement.skdn.Recap.State;
import id.tumbuh.measurement.skdn.SkdnTable.Cell;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.AreaLevel;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Adds parts up. Every figure of the recap is a sum of cells, so that rows, bands and total can't differ. */
final class AssembleRecap {

    private static final Comparator<Row> BY_NAME = comparing(Row::name, nullsLast(naturalOrder()))
            .thenComparing(Row::posyanduId, nullsLast(comparing(UUID::toString)));

    private final Places places;
    private final List<RecapPart> parts;

    /** What is asked for. */
    record Question(AreaCode area, YearMonth month, Instant asOf) {}

    private AssembleRecap(Places places, List<RecapPart> parts) {
        this.places = places;
        this.parts = parts;
    }

    static Recap of(Question question, Places places, List<RecapPart> parts) {
        AssembleRecap recap = new AssembleRecap(places, parts);
        boolean byPosyandu = question.area().level() == AreaLevel.DESA_KELURAHAN;
        List<Cell> all = cells(parts);
        return new Recap(
                byPosyandu ? Form.F1 : Form.F2,
                question.area().value(),
                places.areaName(),
                question.month().toString(),
                question.asOf(),
                parts.stream()
                        .map(RecapPart::ruleVersion)
                        .distinct()
                        .sorted()
                        .map(version -> "skdn-" + version)
                        .toList(),
                places.state(),
                byPosyandu ? recap.posyanduRows() : recap.desaRows(),
                bands(all),
                BySex.of(all),
                recap.reporting());
    }

    /** In the order of their names, those without a posyandu last. */
    private List<Row> posyanduRows() {
        List<Row> rows = new ArrayList<>();
        parts.stream()
                .filter(RecapPart::isPosyandu)
                .map(part -> row(List.of(part), part.posyanduId(), places.name(part.posyanduId())))
                .sorted(BY_NAME)
                .forEach(rows::add);
        parts.stream()
                .filter(part -> !part.isPosyandu())
                .map(part -> row(List.of(part), null, null))
                .forEach(rows::add);
        return rows;
    }

    /** Every desa that registry lists, and every other one of which there are children. */
    private List<Row> desaRows() {
        Map<String, List<RecapPart>> byDesa =
                parts.stream().collect(groupingBy(RecapPart::areaCode, TreeMap::new, toList()));
        Map<String, Row> rows = new TreeMap<>();
        places.desaNames().forEach((code, name) -> rows.put(code, empty(code, name)));
        byDesa.forEach((code, ofDesa) ->
                rows.put(code, row(ofDesa, null, places.desaNames().get(code))));
        return List.copyOf(rows.values());
    }

    private static Row empty(String code, String name) {
        return new Row(null, code, name, State.OPEN, 0, 0, false, BySex.of(List.of()), List.of());
    }

    private static Row row(List<RecapPart> parts, @Nullable UUID posyandu, @Nullable String name) {
        int all = (int) parts.stream().filter(RecapPart::isPosyandu).count();
        int closed = (int) parts.stream().filter(RecapPart::closed).count();
        State state = closed == 0 ? State.OPEN : closed == all ? State.CLOSED : State.PARTLY_CLOSED;
        boolean changed = parts.stream().anyMatch(RecapPart::changedSince);
        List<Cell> cells = cells(parts);
        return new Row(
                posyandu,
                parts.getFirst().areaCode(),
                name,
                state,
                all,
                closed,
                changed,
                BySex.of(cells),
                bands(cells));
    }

    private Reporting reporting() {
        List<RecapPart> posyandu = parts.stream().filter(RecapPart::isPosyandu).toList();
        List<Missing> notYet = new ArrayList<>();
        for (RecapPart part : posyandu) {
            if (!part.closed() && part.posyanduId() != null) {
                notYet.add(new Missing(part.posyanduId(), part.areaCode(), places.name(part.posyanduId())));
            }
        }
        notYet.sort(comparing(Missing::areaCode)
                .thenComparing(Missing::name, nullsLast(naturalOrder()))
                .thenComparing(missing -> missing.posyanduId().toString()));
        return new Reporting(
                posyandu.size(),
                posyandu.size() - notYet.size(),
                (int) posyandu.stream().filter(RecapPart::closedWithoutWeighing).count(),
                notYet);
    }

    private static List<Cell> cells(List<RecapPart> parts) {
        return parts.stream().flatMap(part -> part.cells().stream()).toList();
    }

    /** Youngest first: a band is written as its first month and its last. */
    private static List<Band> bands(List<Cell> cells) {
        Map<String, List<Cell>> byBand = cells.stream().collect(groupingBy(Cell::ageBand));
        return byBand.entrySet().stream()
                .sorted(comparingInt(entry ->
                        Integer.parseInt(entry.getKey(), 0, entry.getKey().indexOf('-'), 10)))
                .map(entry -> new Band(entry.getKey(), BySex.of(entry.getValue())))
                .toList();
    }
}
