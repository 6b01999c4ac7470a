package id.tumbuh.registry.imports;

import id.tumbuh.platform.database.Transaction;
import id.tumbuh.registry.batch.Correction;
import id.tumbuh.registry.batch.Registration;
import id.tumbuh.registry.identity.Nik;
import id.tumbuh.registry.identity.Sex;
import id.tumbuh.registry.imports.cells.Finding;
import id.tumbuh.registry.imports.cells.Reason;
import id.tumbuh.registry.imports.mapping.MappedReading;
import id.tumbuh.registry.member.KnownMember;
import id.tumbuh.registry.member.NewMember;
import id.tumbuh.registry.member.PresentMember;
import id.tumbuh.registry.member.Relation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Rows of one transaction about members of families. */
final class MemberRows implements ReviseRecord.Registry {
    private final Transaction tx;
    private final ImportContext context;
    private final MembersFormat.Registering registering;
    private final SourceWords words;

    MemberRows(Transaction tx, ImportContext context, MembersFormat.Registering registering) {
        this.tx = tx;
        this.context = context;
        this.registering = registering;
        this.words =
                new SourceWords(tx, context, registering.identities(), SourceRecords.Kind.MEMBER, MemberFields.STORED);
    }

    void rememberIn(DryRunMemory memory) {
        words.rememberIn(memory);
    }

    List<RowResult> work(List<Sent> rows) {
        List<RowResult> results = new ArrayList<>();
        List<Sent> homed = homed(rows, results);
        Map<UUID, SourceRecords.Known> known = words.known(homed);
        List<Sent> strangers = homed.stream()
                .filter(row -> SourceWords.of(row, known).isEmpty())
                .toList();
        KnownPersons persons = KnownPersons.find(tx.sql(), registering.identities(), strangers);
        List<Sent> news = new ArrayList<>();
        for (Sent row : homed) {
            Optional<SourceRecords.Known> before = SourceWords.of(row, known);
            Optional<UUID> same = before.isPresent() ? Optional.empty() : persons.same(row);
            if (before.isPresent()) {
                results.add(words.revise(row, before.get(), this));
            } else if (same.isPresent()) {
                results.add(words.link(row, same.get(), this));
            } else {
                news.add(row);
            }
        }
        results.addAll(create(news));
        words.save();
        return results;
    }

    private List<Sent> homed(List<Sent> rows, List<RowResult> results) {
        FamilyOfRows families =
                FamilyOfRows.find(tx.sql(), context, rows, registering.homes(), registering.identities());
        List<Sent> homed = new ArrayList<>();
        for (Sent row : rows) {
            Optional<Finding> wrong = wrong(row.row().values());
            switch (families.home(row, Optional.empty())) {
                case FamilyOfRows.Home.Nowhere(Finding finding) ->
                    results.add(RowResult.rejected(row.number(), List.of(finding)));
                case FamilyOfRows.Home.In home when wrong.isEmpty() -> homed.add(withFacts(row, home));
                case FamilyOfRows.Home.In _ -> results.add(RowResult.rejected(row.number(), List.of(wrong.get())));
            }
        }
        return homed;
    }

    private Optional<Finding> wrong(Map<String, String> values) {
        Relation relation = Relation.valueOf(values.getOrDefault(MemberFields.RELATION, ""));
        Sex sex = Sex.valueOf(values.getOrDefault(MemberFields.SEX, ""));
        if ((relation == Relation.WIFE && sex == Sex.L) || (relation == Relation.HUSBAND && sex == Sex.P)) {
            return Optional.of(new Finding(MemberFields.RELATION, Reason.RELATION_OF_OTHER_SEX));
        }
        LocalDate born = FamilyFields.read(values, MemberFields.BIRTH_DATE, LocalDate::parse);
        return born != null && born.isAfter(context.rowRules().today())
                ? Optional.of(new Finding(MemberFields.BIRTH_DATE, Reason.IN_THE_FUTURE))
                : Optional.empty();
    }

    private static Sent withFacts(Sent row, FamilyOfRows.Home.In home) {
        Map<String, String> facts = new HashMap<>(row.row().values());
        facts.keySet().retainAll(MemberFields.STORED);
        FamilyFields.put(facts, MemberFields.FAMILY, home.family());
        List<Finding> warnings = new ArrayList<>(row.row().warnings());
        String born = facts.get(MemberFields.BIRTH_DATE);
        String nik = facts.get(MemberFields.NIK);
        if (born != null && nik != null) {
            new Nik(nik)
                    .mismatches(
                            Sex.valueOf(facts.getOrDefault(MemberFields.SEX, "")),
                            LocalDate.parse(born),
                            home.desa().value())
                    .forEach(mismatch -> warnings.add(
                            new Finding(MemberFields.NIK, Reason.valueOf("NIK_" + mismatch + "_DIFFERS"))));
        }
        return new Sent(
                new MappedReading.Row(row.number(), row.row().values(), warnings), row.keys(), row.ownId(), facts);
    }

    private List<RowResult> create(List<Sent> rows) {
        List<NewMember> members = rows.stream()
                .map(row -> MemberFields.member(UUID.randomUUID(), row.facts()))
                .toList();
        List<Registration> registered = context.dryRun() || rows.isEmpty()
                ? List.of()
                : registering.register().register(tx, context.actor(), context.screener(), members);
        List<RowResult> results = new ArrayList<>();
        for (int each = 0; each < rows.size(); each++) {
            Sent row = rows.get(each);
            if (!registered.isEmpty() && registered.get(each) instanceof Registration.Invalid invalid) {
                results.add(RowResult.rejected(row.number(), List.of(ReviseRecord.finding(invalid))));
            } else {
                words.made(row, members.get(each).id());
                results.add(result(
                        row.number(),
                        RowOutcome.CREATED,
                        row.warnings(),
                        members.get(each).id()));
            }
        }
        return results;
    }

    @Override
    public Optional<Map<String, String>> look(UUID member) {
        return KnownMember.find(tx.sql(), PresentMember.of(tx.sql(), member), registering.identities())
                .map(known -> MemberFields.of(known.content()))
                .or(() -> words.imagined(member));
    }

    @Override
    public Correction revise(UUID member, UnaryOperator<Map<String, String>> change) {
        UUID present = PresentMember.of(tx.sql(), member);
        Optional<KnownMember> known = KnownMember.lock(tx.sql(), present, registering.identities());
        return known.isEmpty()
                ? new Correction.Unknown()
                : registering
                        .correct()
                        .correct(
                                tx,
                                context.actor(),
                                context.screener(),
                                known.get().version(),
                                MemberFields.member(
                                        present,
                                        change.apply(new HashMap<>(
                                                MemberFields.of(known.get().content())))));
    }

    @Override
    public RowResult result(int row, RowOutcome outcome, List<String> reasons, UUID member) {
        return RowResult.record(row, outcome, reasons, member);
    }
}
