package id.tumbuh.registry.imports;

import id.tumbuh.platform.database.Transaction;
import id.tumbuh.registry.identity.IdentityKeys;
import id.tumbuh.registry.imports.mapping.FormatSpec;
import id.tumbuh.registry.imports.mapping.MappedReading;
import id.tumbuh.registry.pregnancy.LifeRules;
import id.tumbuh.registry.pregnancy.RegisterPregnancies;
import id.tumbuh.registry.pregnancy.RevisePregnancy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Pregnancies of women whom the source has sent as members, or who are known by their NIK. A pregnancy is known by the
 * source's id, without one by its mother and last period; a mother who is expecting already expects this one, and one that ended on
 * the same day is the same.
 */
@ApplicationScoped
class PregnanciesFormat implements MappedFormat {
    private final Registering registering;

    PregnanciesFormat(RegisterPregnancies register, RevisePregnancy revise, LifeRules rules, IdentityKeys identities) {
        this.registering = new Registering(register, revise, rules, identities);
    }

    /** The use cases that rows end in. */
    record Registering(
            RegisterPregnancies register, RevisePregnancy revise, LifeRules rules, IdentityKeys identities) {}

    @Override
    public ImportKind kind() {
        return ImportKind.PREGNANCIES;
    }

    @Override
    public FormatSpec spec(LocalDate day) {
        return PregnancyFields.SPEC;
    }

    @Override
    public Worked work(Transaction tx, ImportContext context, List<MappedReading> rows) {
        List<RowResult> results = new ArrayList<>();
        List<Sent> sent = new ArrayList<>();
        MappedFormat.readable(rows, results, row -> sent.add(sent(row)));
        PregnancyRows batch = new PregnancyRows(tx, context, registering);
        for (List<Sent> stretch : Sent.stretches(sent, PregnanciesFormat::names)) {
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
        String id = row.values().get(PregnancyFields.EXTERNAL_ID);
        return id != null
                ? new Sent(row, keys("id", id), true, row.values())
                : new Sent(row, keys("mother", mother(row) + "\u001f" + begun(row)), false, row.values());
    }

    /** One pregnancy of a mother after the other: two rows about her may be the same one. */
    private static List<Object> names(Sent row) {
        return List.of(row.key(), mother(row.row()));
    }

    private static String mother(MappedReading.Row row) {
        return row.value(PregnancyFields.MOTHER_EXTERNAL_ID)
                .or(() -> row.value(PregnancyFields.MOTHER_NIK))
                .orElse("");
    }

    private static String begun(MappedReading.Row row) {
        return row.value(PregnancyFields.LAST_PERIOD_ON)
                .or(() -> row.value(PregnancyFields.CONFIRMED_ON))
                .orElse("");
    }

    private List<UUID> keys(String form, String id) {
        return SourceRecords.keys(registering.identities(), SourceRecords.Kind.PREGNANCY, form, id);
    }
}
