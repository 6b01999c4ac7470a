package id.tumbuh.registry.imports;

import id.tumbuh.platform.database.Columns;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.registry.batch.Correction;
import id.tumbuh.registry.batch.Registration;
import id.tumbuh.registry.identity.Nik;
import id.tumbuh.registry.imports.cells.Finding;
import id.tumbuh.registry.imports.cells.Reason;
import id.tumbuh.registry.member.PresentMember;
import id.tumbuh.registry.pregnancy.NewPregnancy;
import id.tumbuh.registry.pregnancy.RegisterPregnancies;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Rows of one transaction about pregnancies of different women. */
final class PregnancyRows implements ReviseRecord.Registry {
    private final Transaction tx;
    private final ImportContext context;
    private final PregnanciesFormat.Registering registering;
    private final RegisterPregnancies.Day day;
    private final SourceWords words;
    private final SourceWords mothersWords;

    PregnancyRows(Transaction tx, ImportContext context, PregnanciesFormat.Registering registering) {
        this.tx = tx;
        this.context = context;
        this.registering = registering;
        this.day = new RegisterPregnancies.Day(
                context.screener(), registering.rules().on(context.screener().day()));
        this.words = new SourceWords(
                tx, context, registering.identities(), SourceRecords.Kind.PREGNANCY, PregnancyFields.STORED);
        this.mothersWords =
                new SourceWords(tx, context, registering.identities(), SourceRecords.Kind.MEMBER, MemberFields.STORED);
    }

    void rememberIn(DryRunMemory memory) {
        words.rememberIn(memory);
    }

    List<RowResult> work(List<Sent> rows) {
        List<RowResult> results = new ArrayList<>();
        List<Sent> withMother = withMother(rows, results);
        Map<UUID, SourceRecords.Known> known = words.known(withMother);
        Map<UUID, UUID> expecting = expecting(withMother);
        Map<UUID, UUID> ended = ended(withMother);
        List<Sent> news = new ArrayList<>();
        for (Sent row : withMother) {
            Optional<SourceRecords.Known> before = SourceWords.of(row, known);
            UUID same = ended.getOrDefault(row.key(), expecting.get(mother(row)));
            if (before.isPresent()) {
                results.add(words.revise(row, before.get(), this));
            } else if (same != null) {
                results.add(words.link(row, same, this));
            } else {
                news.add(row);
            }
        }
        results.addAll(create(news));
        words.save();
        return withTheirEnds(withMother, results);
    }

    private List<RowResult> withTheirEnds(List<Sent> rows, List<RowResult> results) {
        PregnancyEnds ends = new PregnancyEnds(tx, context, day, registering.revise());
        Map<Integer, Sent> byNumber = rows.stream().collect(Collectors.toMap(Sent::number, Function.identity()));
        return results.stream()
                .map(result -> {
                    Sent row = byNumber.get(result.row());
                    return row == null ? result : ends.tell(row, result);
                })
                .toList();
    }

    private List<Sent> withMother(List<Sent> rows, List<RowResult> results) {
        Map<UUID, SourceRecords.Known> byKey = mothersWords.known(
                rows.stream().flatMap(row -> motherKeys(row).stream()).toList());
        Map<ByteBuffer, UUID> byNik = byNik(rows);
        List<Sent> found = new ArrayList<>();
        for (Sent row : rows) {
            Optional<UUID> mother = motherKeys(row).stream()
                    .flatMap(key -> Optional.ofNullable(byKey.get(key)).stream())
                    .map(SourceRecords.Known::object)
                    .findFirst()
                    .map(member -> PresentMember.of(tx.sql(), member))
                    .or(() -> niks(row).stream()
                            .map(index -> byNik.get(ByteBuffer.wrap(index)))
                            .filter(Objects::nonNull)
                            .findFirst());
            if (mother.isEmpty()) {
                String field = row.row().values().containsKey(PregnancyFields.MOTHER_EXTERNAL_ID)
                        ? PregnancyFields.MOTHER_EXTERNAL_ID
                        : PregnancyFields.MOTHER_NIK;
                Finding unknown = new Finding(field, Reason.UNKNOWN_MOTHER);
                results.add(RowResult.rejected(row.number(), List.of(unknown)));
                continue;
            }
            Optional<Finding> wrong =
                    PregnancyEnds.wrong(row.row().values(), context.rowRules().today());
            if (wrong.isPresent()) {
                results.add(RowResult.rejected(row.number(), List.of(wrong.get())));
                continue;
            }
            Map<String, String> facts = new HashMap<>(row.row().values());
            facts.keySet().retainAll(PregnancyFields.STORED);
            facts.put(PregnancyFields.MOTHER, mother.get().toString());
            found.add(row.with(facts));
        }
        return found;
    }

    private List<UUID> motherKeys(Sent row) {
        return row.row()
                .value(PregnancyFields.MOTHER_EXTERNAL_ID)
                .map(id -> SourceRecords.keys(registering.identities(), SourceRecords.Kind.MEMBER, "id", id))
                .orElse(List.of());
    }

    private List<byte[]> niks(Sent row) {
        return row.row()
                .value(PregnancyFields.MOTHER_NIK)
                .map(Nik::new)
                .map(nik -> registering.identities().indexes(nik))
                .orElse(List.of());
    }

    private Map<ByteBuffer, UUID> byNik(List<Sent> rows) {
        List<byte[]> niks = rows.stream().flatMap(row -> niks(row).stream()).toList();
        Map<ByteBuffer, UUID> found = new HashMap<>();
        if (!niks.isEmpty()) {
            Columns.of(niks)
                    .bytes(nik -> nik)
                    .query(
                            tx.sql(),
                            "select present_member(id) as id, nik_index from member where nik_index = any(?)"
                                    + " and present_member(id) is not null order by member.id desc",
                            row -> Map.entry(
                                    ByteBuffer.wrap(row.getBytes("nik_index")), row.getObject("id", UUID.class)))
                    .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        }
        return found;
    }

    private static UUID mother(Sent row) {
        return UUID.fromString(row.facts().getOrDefault(PregnancyFields.MOTHER, ""));
    }

    /** The pregnancy each of the mothers is in. */
    private Map<UUID, UUID> expecting(Collection<Sent> rows) {
        Map<UUID, UUID> found = new HashMap<>();
        tx.sql()
                .createQuery(
                        "select mother_id, id from pregnancy where state = 'ONGOING' and mother_id = any(:mothers)")
                .bindArray(
                        "mothers",
                        UUID.class,
                        rows.stream().map(PregnancyRows::mother).toArray())
                .map((row, _) -> Map.entry(row.getObject("mother_id", UUID.class), row.getObject("id", UUID.class)))
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return found;
    }

    /** By row: the pregnancy of its mother that ended on the day the row says. */
    private Map<UUID, UUID> ended(Collection<Sent> rows) {
        List<Sent> ending = rows.stream()
                .filter(row -> row.row().values().containsKey(PregnancyFields.ENDED_ON))
                .toList();
        Map<UUID, UUID> found = new HashMap<>();
        Columns.of(ending)
                .uuid(Sent::key)
                .uuid(PregnancyRows::mother)
                .as("date", row -> PregnancyEnds.endedOn(row.row().values()))
                .query(
                        tx.sql(),
                        """
                        select asked.key, p.id from unnest(?, ?, ?) as asked (key, mother, day)
                        join pregnancy p on p.mother_id = asked.mother and p.ended_on = asked.day and p.merged_into is null""",
                        row -> Map.entry(row.getObject("key", UUID.class), row.getObject("id", UUID.class)))
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return found;
    }

    private List<RowResult> create(List<Sent> rows) {
        List<NewPregnancy> pregnancies = rows.stream()
                .map(row -> PregnancyFields.pregnancy(UUID.randomUUID(), row.facts()))
                .toList();
        List<Registration> registered = context.dryRun() || rows.isEmpty()
                ? List.of()
                : registering.register().register(tx, context.actor(), day, pregnancies);
        List<RowResult> results = new ArrayList<>();
        for (int each = 0; each < rows.size(); each++) {
            Sent row = rows.get(each);
            if (!registered.isEmpty() && registered.get(each) instanceof Registration.Invalid invalid) {
                results.add(RowResult.rejected(row.number(), List.of(ReviseRecord.finding(invalid))));
            } else {
                words.made(row, pregnancies.get(each).id());
                results.add(result(
                        row.number(),
                        RowOutcome.CREATED,
                        row.warnings(),
                        pregnancies.get(each).id()));
            }
        }
        return results;
    }

    @Override
    public Optional<Map<String, String>> look(UUID pregnancy) {
        return registering
                .revise()
                .look(tx.sql(), pregnancy)
                .map(PregnancyFields::of)
                .or(() -> words.imagined(pregnancy));
    }

    @Override
    public Correction revise(UUID pregnancy, UnaryOperator<Map<String, String>> change) {
        return registering
                .revise()
                .revise(
                        tx,
                        context.actor(),
                        day,
                        pregnancy,
                        current -> PregnancyFields.pregnancy(
                                pregnancy, change.apply(new HashMap<>(PregnancyFields.of(current)))));
    }

    @Override
    public RowResult result(int row, RowOutcome outcome, List<String> reasons, UUID pregnancy) {
        return RowResult.record(row, outcome, reasons, pregnancy);
    }
}
