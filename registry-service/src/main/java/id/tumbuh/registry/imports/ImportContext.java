package id.tumbuh.registry.imports;

import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.imports.eppgbm.RowRules;
import id.tumbuh.registry.imports.mapping.Profile;
import id.tumbuh.registry.imports.matching.MatchingRules;
import id.tumbuh.registry.screening.Screener;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What all rows of one import share. Rules are taken before a transaction, so that none is read inside one. */
record ImportContext(
        UUID importId,
        Actor actor,
        boolean dryRun,
        @Nullable UUID source,
        Profile profile,
        RowRules rowRules,
        MatchingRules matchingRules,
        Screener screener,
        Villages villages,
        SealedRows sealedRows,
        DryRunMemory memory) {

    /** Of a format that keeps the source's ids. */
    UUID sourceId() {
        return Objects.requireNonNull(source, "imports of this format name their source");
    }
}
