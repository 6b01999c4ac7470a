package id.tumbuh.registry.imports;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.registry.family.FamilyHome;
import id.tumbuh.registry.family.FamilyHomes;
import id.tumbuh.registry.identity.FamilyCardNumber;
import id.tumbuh.registry.identity.IdentityKeys;
import id.tumbuh.registry.imports.cells.Finding;
import id.tumbuh.registry.imports.cells.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The families that rows name, by the source's id of them or by their card, and where they live. */
final class FamilyOfRows {
    static final String EXTERNAL_ID = "familyExternalId";
    static final String CARD = "cardNumber";

    private final Handle sql;
    private final ImportContext context;
    private final IdentityKeys identities;
    private final Map<UUID, SourceRecords.Known> byKey = new HashMap<>();
    private final Map<String, List<UUID>> byCard = new HashMap<>();
    private final Map<UUID, FamilyHome> homes = new HashMap<>();

    private FamilyOfRows(Handle sql, ImportContext context, IdentityKeys identities) {
        this.sql = sql;
        this.context = context;
        this.identities = identities;
    }

    /** Where a row's child lives. */
    sealed interface Home {
        /** The family is null if the row names none; the row may say of it that it lives elsewhere. */
        record In(AreaCode desa, @Nullable UUID family, boolean saysElsewhere) implements Home {}

        record Nowhere(Finding finding) implements Home {}
    }

    static FamilyOfRows find(
            Handle sql, ImportContext context, List<Sent> rows, FamilyHomes homes, IdentityKeys identities) {
        FamilyOfRows found = new FamilyOfRows(sql, context, identities);
        List<UUID> keys = new ArrayList<>();
        List<FamilyCardNumber> cards = new ArrayList<>();
        for (Sent row : rows) {
            keys.addAll(found.keys(row));
            row.row().value(CARD).map(FamilyCardNumber::new).ifPresent(cards::add);
        }
        found.byKey.putAll(SourceRecords.find(sql, context.sourceId(), SourceRecords.Kind.FAMILY, keys));
        found.byCard.putAll(new FamilyCards(identities).find(sql, cards));
        Set<UUID> families = new HashSet<>();
        found.byKey.values().forEach(known -> families.add(known.object()));
        found.byCard.values().forEach(families::addAll);
        found.homes.putAll(homes.find(sql, families));
        return found;
    }

    /** A child whose row names neither family nor place stays where it is. */
    Home home(Sent row, Optional<AreaCode> livesIn) {
        Optional<Places.Found> place = Places.find(sql, context, row.row().values());
        if (place.isPresent() && place.get() instanceof Places.Found.Wrong(Finding finding)) {
            return new Home.Nowhere(finding);
        }
        Optional<AreaCode> desa =
                place.map(found -> ((Places.Found.Desa) found).code()).or(() -> livesIn);
        if (row.row().value(EXTERNAL_ID).isPresent()) {
            return keys(row).stream()
                    .flatMap(key -> Optional.ofNullable(byKey.get(key)).stream())
                    .findFirst()
                    .map(known -> at(known.object(), EXTERNAL_ID, place))
                    .orElseGet(() -> unknown(EXTERNAL_ID, Reason.UNKNOWN_FAMILY));
        }
        List<UUID> families = row.row()
                .value(CARD)
                .map(card -> byCard.getOrDefault(card, List.of()))
                .orElse(List.of());
        if (families.size() == 1) {
            return at(families.getFirst(), CARD, place);
        }
        if (families.size() > 1) {
            return unknown(CARD, Reason.SEVERAL_FAMILIES);
        }
        return desa.<Home>map(found -> new Home.In(found, null, false))
                .orElseGet(() -> unknown(CARD, Reason.UNKNOWN_FAMILY));
    }

    private Home at(UUID family, String field, Optional<Places.Found> place) {
        FamilyHome home = homes.get(family);
        if (home == null) {
            return unknown(field, Reason.GONE);
        }
        boolean elsewhere = place.filter(found -> !found.equals(new Places.Found.Desa(home.area())))
                .isPresent();
        return new Home.In(home.area(), home.id(), elsewhere);
    }

    private static Home unknown(String field, Reason reason) {
        return new Home.Nowhere(new Finding(field, reason));
    }

    private List<UUID> keys(Sent row) {
        return row.row()
                .value(EXTERNAL_ID)
                .map(id -> SourceRecords.keys(identities, SourceRecords.Kind.FAMILY, "id", id))
                .orElse(List.of());
    }
}
