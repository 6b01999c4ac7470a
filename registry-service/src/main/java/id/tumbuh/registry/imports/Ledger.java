package id.tumbuh.registry.imports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What arrived of a source, so that both sides can see that nothing is missing. Dry runs don't count. */
@Schema(name = "Ledger", examples = """
        {"source": "siga-serang", "days": [{"day": "2026-11-26", "deliveries": 2,
         "contentSha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
         "formats": [{"format": "families", "deliveries": 2, "received": 1200, "accepted": 1187, "unchanged": 40, "rejected": 11, "waiting": 2,
                      "unread": 0, "failed": 0, "lastSeen": "2026-11-26T02:00:00Z",
                      "contentSha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"}]}]}""")
record Ledger(String source, List<Day> days) {
    private static final String LINES = """
            select ledger_day, format, count(*) as deliveries,
                sum(coalesce(rows_in_file, 0)) as received,
                sum(created + matched + updated + unchanged) as accepted,
                sum(unchanged) as unchanged, sum(rejected) as rejected,
                sum(to_decide + greatest(
                    coalesce(rows_in_file, 0) - created - matched - updated - unchanged - rejected - to_decide, 0)) as waiting,
                count(*) filter (where state = 'RUNNING' and rows_in_file is null) as unread,
                count(*) filter (where state = 'FAILED') as failed,
                max(received_at) as last_seen,
                array_agg(distinct encode(content_hash, 'hex')) as hashes
            from import
            where source_id = :source and not dry_run and ledger_day between :from and :to
            group by ledger_day, format order by ledger_day, format""";

    /** One day of all formats. */
    @Schema(name = "LedgerDay")
    record Day(LocalDate day, int deliveries, String contentSha256, List<Line> formats) {}

    /**
     * One day of one format, in rows but for deliveries.
     *
     * @param unchanged those of the accepted that said what was known already, mostly sent before
     * @param waiting not worked off yet, or for a person to decide
     * @param unread deliveries whose rows nobody has counted yet
     * @param failed deliveries that could not be read
     */
    @Schema(name = "LedgerLine")
    record Line(
            String format,
            int deliveries,
            long received,
            long accepted,
            long unchanged,
            long rejected,
            long waiting,
            int unread,
            int failed,
            Instant lastSeen,
            String contentSha256) {}

    /** A source, when it was seen last, and what arrived of it on the days asked for. */
    @Schema(name = "Source")
    record Seen(String source, List<String> owner, @Nullable Instant lastSeen, long waiting, Arrived arrived) {}

    /**
     * Rows of all formats together, from a day on.
     *
     * @param unchanged those of the accepted that said what was known already, mostly sent before
     * @param failed deliveries that could not be read
     */
    @Schema(name = "SourceArrived")
    record Arrived(
            LocalDate from, int deliveries, long received, long accepted, long unchanged, long rejected, int failed) {}

    private record Read(LocalDate day, Line line, List<String> hashes) {}

    static Ledger read(Handle sql, Source source, LocalDate from, LocalDate to) {
        Map<LocalDate, List<Read>> byDay = sql
                .createQuery(LINES)
                .bind("source", source.id())
                .bind("from", from)
                .bind("to", to)
                .map((row, _) -> line(row))
                .stream()
                .collect(Collectors.groupingBy(Read::day, TreeMap::new, Collectors.toList()));
        return new Ledger(
                source.name(),
                byDay.entrySet().stream()
                        .map(day -> day(day.getKey(), day.getValue()))
                        .toList());
    }

    static List<Seen> seen(Handle sql, LocalDate from) {
        return sql.createQuery("""
                        select source.name, source.areas, max(received_at) as last_seen,
                            coalesce(sum(to_decide + greatest(coalesce(rows_in_file, 0) - created - matched - updated
                                - unchanged - rejected - to_decide, 0)), 0) as waiting,
                            count(import.id) filter (where ledger_day >= :from) as deliveries,
                            coalesce(sum(coalesce(rows_in_file, 0)) filter (where ledger_day >= :from), 0) as received,
                            coalesce(sum(created + matched + updated + unchanged) filter (where ledger_day >= :from), 0)
                                as accepted,
                            coalesce(sum(unchanged) filter (where ledger_day >= :from), 0) as unchanged,
                            coalesce(sum(rejected) filter (where ledger_day >= :from), 0) as rejected,
                            count(import.id) filter (where ledger_day >= :from and state = 'FAILED') as failed
                        from source left join import on source_id = source.id and not dry_run
                        group by source.id, source.name, source.areas order by source.name, source.areas""")
                .bind("from", from)
                .map((row, _) -> {
                    OffsetDateTime last = row.getObject("last_seen", OffsetDateTime.class);
                    return new Seen(
                            row.getString("name"),
                            List.of((String[]) row.getArray("areas").getArray()),
                            last == null ? null : last.toInstant(),
                            row.getLong("waiting"),
                            new Arrived(
                                    from,
                                    row.getInt("deliveries"),
                                    row.getLong("received"),
                                    row.getLong("accepted"),
                                    row.getLong("unchanged"),
                                    row.getLong("rejected"),
                                    row.getInt("failed")));
                })
                .list();
    }

    private static Day day(LocalDate day, List<Read> lines) {
        TreeSet<String> hashes = new TreeSet<>();
        lines.forEach(line -> hashes.addAll(line.hashes()));
        return new Day(
                day,
                lines.stream().mapToInt(line -> line.line().deliveries()).sum(),
                together(hashes),
                lines.stream().map(Read::line).toList());
    }

    /** What a source computes from its own files: {@code sha256sum FILES | cut -c1-64 | sort -u | sha256sum}. */
    static String together(Collection<String> hashes) {
        MessageDigest digest = Deliveries.sha256();
        new TreeSet<>(hashes).forEach(hash -> digest.update((hash + "\n").getBytes(StandardCharsets.US_ASCII)));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static Read line(ResultSet row) throws SQLException {
        List<String> hashes = List.of((String[]) row.getArray("hashes").getArray());
        return new Read(
                row.getObject("ledger_day", LocalDate.class),
                new Line(
                        ImportKind.valueOf(row.getString("format")).written(),
                        row.getInt("deliveries"),
                        row.getLong("received"),
                        row.getLong("accepted"),
                        row.getLong("unchanged"),
                        row.getLong("rejected"),
                        row.getLong("waiting"),
                        row.getInt("unread"),
                        row.getInt("failed"),
                        row.getObject("last_seen", OffsetDateTime.class).toInstant(),
                        together(hashes)),
                hashes);
    }
}
