package id.tumbuh.registry.imports;

import id.tumbuh.platform.database.Transaction;
import id.tumbuh.registry.family.FamilyHomes;
import id.tumbuh.registry.identity.IdentityKeys;
import id.tumbuh.registry.imports.mapping.FormatSpec;
import id.tumbuh.registry.imports.mapping.MappedReading;
import id.tumbuh.registry.member.CorrectMember;
import id.tumbuh.registry.member.RegisterMembers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Adults and others of a family. A member is known by the source's id, without one by the NIK, without that by the whole of
 * its row; somebody new to the source is the member of the registry with the same NIK, or of the same family with the same
 * name, sex and birth date. Nobody is guessed, so nothing waits for a decision.
 */
@ApplicationScoped
class MembersFormat implements MappedFormat {
    private final Registering registering;

    MembersFormat(RegisterMembers register, CorrectMember correct, FamilyHomes homes, IdentityKeys identities) {
        this.registering = new Registering(register, correct, homes, identities);
    }

    /** The use cases that rows end in. */
    record Registering(RegisterMembers register, CorrectMember correct, FamilyHomes homes, IdentityKeys identities) {}

    @Override
    public ImportKind kind() {
        return ImportKind.MEMBERS;
    }

    @Override
    public FormatSpec spec(LocalDate day) {
        return MemberFields.SPEC;
    }

    @Override
    public Worked work(Transaction tx, ImportContext context, List<MappedReading> rows) {
        List<RowResult> results = new ArrayList<>();
        List<Sent> sent = new ArrayList<>();
        MappedFormat.readable(rows, results, row -> sent.add(sent(row)));
        MemberRows batch = new MemberRows(tx, context, registering);
        for (List<Sent> stretch : Sent.stretches(sent, MembersFormat::names)) {
            results.addAll(batch.work(stretch));
        }
        results.sort(Comparator.comparingInt(RowResult::row));
        return new Worked(results, () -> batch.rememberIn(context.memory()));
    }

    @Override
    public Optional<Decided> decide(Transaction tx, ImportContext context, Waiting waiting, @Nullable UUID choice) {
        return Optional.empty();
    }

    private Sent sent(MappedReading.Row row) {
        String id = row.values().get(MemberFields.EXTERNAL_ID);
        String nik = row.values().get(MemberFields.NIK);
        if (id != null) {
            return new Sent(row, keys("id", id), true, row.values());
        }
        return new Sent(
                row,
                nik != null ? keys("nik", nik) : keys("row", new TreeMap<>(row.values()).toString()),
                false,
                row.values());
    }

    /** Two rows with one NIK are one person, whatever the source calls them. */
    private static List<Object> names(Sent row) {
        String nik = row.row().values().get(MemberFields.NIK);
        return nik == null ? List.of(row.key()) : List.of(row.key(), nik);
    }

    private List<UUID> keys(String form, String id) {
        return SourceRecords.keys(registering.identities(), SourceRecords.Kind.MEMBER, form, id);
    }
}
