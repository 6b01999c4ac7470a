package id.tumbuh.registry.child;

import static id.tumbuh.registry.TestDatabase.BOJONG_MENTENG;
import static id.tumbuh.registry.TestDatabase.EVERYWHERE;
import static id.tumbuh.registry.TestDatabase.KABUPATEN_SERANG;
import static org.assertj.core.api.Assertions.assertThat;

import id.tumbuh.platform.database.Database;
import id.tumbuh.registry.RegistryTest;
import id.tumbuh.registry.batch.Registration;
import id.tumbuh.registry.family.FamilyConditions;
import id.tumbuh.registry.family.FamilyFixtures;
import id.tumbuh.registry.family.NewFamily;
import id.tumbuh.registry.family.RegisterFamilies;
import id.tumbuh.registry.identity.Sex;
import id.tumbuh.registry.screening.Screener;
import id.tumbuh.registry.screening.ScreeningRules;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RegistrationTest extends RegistryTest {
    @Inject
    Database database;

    @Inject
    RegisterFamilies families;

    @Inject
    RegisterChildren children;

    @Inject
    Children stored;

    @Inject
    ScreeningRules rules;

    @Test
    void aFamilyAtRiskIsStoredAndToldTwice() {
        NewFamily family = FamilyFixtures.atRisk();

        assertThat(register(family)).isEqualTo(new Registration.Created(Set.of()));

        assertThat(tables.row("select version, at_risk from family where id = ?", family.id()))
                .containsEntry("version", 2L)
                .containsEntry("at_risk", true);
        assertThat(tables.announced(family.id())).containsExactly("family-registered", "family-flagged-at-risk");
    }

    @Test
    void aChildMakesItsFamilyTargeted() {
        NewFamily family = NewFamily.at(UUID.randomUUID(), BOJONG_MENTENG, FamilyConditions.unknown());
        register(family);

        NewChild child = ChildFixtures.of(family.id());
        assertThat(register(child)).isEqualTo(new Registration.Created(Set.of()));

        assertThat(tables.announced(family.id())).containsExactly("family-registered", "family-changed");
        assertThat(tables.announced(child.id())).containsExactly("child-registered");
        assertThat(register(child)).isEqualTo(new Registration.Unchanged());
        assertThat(tables.announced(child.id())).hasSize(1);
    }

    @Test
    void candidatesAreThoseBornThatDayInTheKabupaten() {
        NewFamily family = FamilyFixtures.aFamily();
        register(family);
        NewChild child = ChildFixtures.of(family.id());
        register(child);

        var candidates = database.read(
                EVERYWHERE.scope(),
                sql -> stored.bornOn(sql, Set.of(new BirthKey(child.birthDate(), Sex.P)), KABUPATEN_SERANG));

        assertThat(candidates).extracting(ChildIdentity::id).contains(child.id());
        assertThat(candidates).extracting(ChildIdentity::birthDate).containsOnly(LocalDate.of(2024, 3, 17));
    }

    private Registration register(NewFamily family) {
        Screener today = rules.today();
        return database.write(
                EVERYWHERE.scope(),
                tx -> families.register(tx, EVERYWHERE, today, List.of(family)).getFirst());
    }

    private Registration register(NewChild child) {
        Screener today = rules.today();
        return database.write(
                EVERYWHERE.scope(),
                tx -> children.register(tx, EVERYWHERE, today, List.of(child)).getFirst());
    }
}
