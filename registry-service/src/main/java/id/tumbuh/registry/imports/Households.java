package id.tumbuh.registry.imports;

import id.tumbuh.registry.family.FamilyConditions;
import id.tumbuh.registry.family.NewFamily;
import id.tumbuh.registry.identity.IdentityKeys;
import id.tumbuh.registry.imports.eppgbm.EppgbmRow;
import id.tumbuh.registry.imports.eppgbm.Parents;
import id.tumbuh.registry.imports.matching.PersonName;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Families of a file without family cards: the same parents in the same village, RW and RT are one family. Its id is a keyed
 * hash of them, so that every row of every file finds the same family, and nobody can find the names from the id.
 */
final class Households {
    private static final int KEYED_HASH = 8;

    private Households() {}

    static UUID familyOf(LocatedRow located, IdentityKeys identities) {
        if (located.family() != null) {
            return located.family();
        }
        Parents parents = located.row().parents();
        if (parents.areUnknown()) {
            return UUID.randomUUID();
        }
        String key = String.join(
                "\u001f",
                List.of(
                        "import-family",
                        located.desa().value(),
                        adult(parents.father()),
                        adult(parents.mother()),
                        text(located.row().home().rw()),
                        text(located.row().home().rt())));
        return GrowthRecord.uuid(identities.fingerprint(key), KEYED_HASH);
    }

    static NewFamily family(UUID id, LocatedRow located) {
        EppgbmRow.Home home = located.row().home();
        return new NewFamily(
                id,
                located.desa(),
                home.rw(),
                home.rt(),
                located.row().parents().father(),
                null,
                null,
                home.address(),
                null,
                FamilyConditions.withYoungestChild(located.row().bornOn()));
    }

    static String adult(@Nullable String name) {
        return PersonName.ofAdult(name).map(PersonName::normalised).orElse("");
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
