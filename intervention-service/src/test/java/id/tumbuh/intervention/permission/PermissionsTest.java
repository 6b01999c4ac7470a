package id.tumbuh.intervention.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.erasure.ErasedPersons;
import id.tumbuh.platform.messaging.ReceivedEvent;
import id.tumbuh.platform.messaging.UnreadableEvent;
import id.tumbuh.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealServers.class)
class PermissionsTest {
    private static final LocalDate FROM = LocalDate.of(2026, 11, 1);
    private static final LocalDate UNTIL = LocalDate.of(2027, 10, 31);
    private static final Scope SERANG = Scope.of(List.of(new AreaCode("36.04")));

    @Inject
    Database database;

    @Inject
    ConsentConsumer consumer;

    private final UUID consent = UUID.randomUUID();
    private final UUID child = UUID.randomUUID();
    private final UUID family = UUID.randomUUID();

    @BeforeEach
    void theChildIsKnown() {
        database.write(
                Scope.everywhere(),
                tx -> tx.sql()
                        .execute(
                                "insert into child (id, family_id, area_code) values (?, ?, '36.04.20.2006')",
                                child,
                                family));
    }

    @Test
    void theExamplesOfTheContractsAreRead() throws IOException {
        UUID example = UUID.fromString("0198c1a0-0000-7000-8000-000000000081");

        told(example("consent-given"));
        assertThat(withdrawn(example)).isFalse();
        told(example("consent-withdrawn"));
        assertThat(withdrawn(example)).isTrue();
    }

    @Test
    void aConsentPermitsFromItsFirstDayToItsLast() {
        told(given(1, false));

        assertThat(permitted(FROM.minusDays(1))).isEmpty();
        assertThat(permitted(FROM)).containsExactly(child);
        assertThat(permitted(UNTIL)).containsExactly(child);
        assertThat(permitted(UNTIL.plusDays(1))).isEmpty();
    }

    @Test
    void aWithdrawalEndsItWhateverArrivesLater() {
        told(given(1, false));
        told(given(2, true));
        assertThat(permitted(FROM)).isEmpty();
        told(given(1, false));
        assertThat(permitted(FROM)).isEmpty();
    }

    @Test
    void whoTheChildTurnedOutToBeIsPermittedInItsPlace() {
        told(given(1, false));
        UUID survivor = UUID.randomUUID();
        String body = new String(given(2, false).body(), StandardCharsets.UTF_8);
        told(event(body.replace(child.toString(), survivor.toString())));
        assertThat(permitted(FROM)).isEmpty();

        told(given(3, false));
        assertThat(permitted(FROM)).containsExactly(child);
    }

    @Test
    void anotherPartnerAnotherPurposeAndTheFamilyArePermittedNothing() {
        told(given(1, false));

        assertThat(children(new Permissions.Use("FOSTER_PARENT", "another", FROM)))
                .isEmpty();
        assertThat(children(new Permissions.Use("FOSTER_PARENT", null, FROM))).isEmpty();
        assertThat(children(new Permissions.Use("RESEARCH", "yayasan", FROM))).isEmpty();
        assertThat(database.<Set<UUID>>read(
                        Scope.everywhere(),
                        sql -> Permissions.ofFamilies(
                                sql, List.of(family), new Permissions.Use("FOSTER_PARENT", "yayasan", FROM))))
                .isEmpty();
    }

    @Test
    void whoSeesTheChildWhereItLivesNowKnowsWhatIsPermitted() {
        told(given(1, false));
        database.write(
                Scope.everywhere(),
                tx -> tx.sql().execute("update child set area_code = '36.73.01.1001' where id = ?", child));

        assertThat(under(Scope.of(List.of(new AreaCode("36.73"))))).containsExactly(child);
        assertThat(under(SERANG)).isEmpty();
        assertThat(under(Scope.of(List.of()))).isEmpty();
    }

    @Test
    void anErasedChildHasNoneAndGetsNone() {
        told(given(1, false));
        told(new ReceivedEvent(
                UUID.randomUUID(),
                "id.tumbuh.registry.consent-withdrawn.v1",
                "registry.consents",
                0,
                0,
                consent.toString(),
                3,
                Instant.EPOCH,
                null,
                new byte[0]));
        assertThat(permitted(FROM)).isEmpty();
        database.write(Scope.everywhere(), tx -> {
            ErasedPersons.keepOthersOut(tx.sql());
            ErasedPersons.remember(tx.sql(), UUID.randomUUID(), List.of(child));
            return child;
        });
        told(given(1, false));
        assertThat(permitted(FROM)).isEmpty();
    }

    @Test
    void whatHasNoSubjectIsSetAside() {
        assertThatThrownBy(() -> told(event("{\"consentId\":\"" + consent + "\"}")))
                .isInstanceOf(UnreadableEvent.class);
    }

    private Set<UUID> permitted(LocalDate day) {
        return children(new Permissions.Use("FOSTER_PARENT", "yayasan", day));
    }

    private Set<UUID> children(Permissions.Use use) {
        return database.read(SERANG, sql -> Permissions.ofChildren(sql, List.of(child, UUID.randomUUID()), use));
    }

    private Set<UUID> under(Scope scope) {
        return database.read(
                scope,
                sql -> Permissions.ofChildren(
                        sql, List.of(child), new Permissions.Use("FOSTER_PARENT", "yayasan", FROM)));
    }

    private boolean withdrawn(UUID id) {
        return database.read(
                Scope.everywhere(),
                sql -> sql.createQuery("select withdrawn from permission where consent_id = :id")
                        .bind("id", id)
                        .mapTo(Boolean.class)
                        .one());
    }

    private void told(ReceivedEvent event) {
        database.write(Scope.everywhere(), tx -> {
            consumer.apply(tx, List.of(event));
            return event;
        });
    }

    private ReceivedEvent given(long version, boolean withdrawn) {
        return event("""
                {"consentId":"%s","version":%d,"childId":"%s","familyId":"%s","areaCode":"36.04.20.2006",
                 "purpose":"FOSTER_PARENT","partner":"yayasan","legalBasis":"CONSENT","givenBy":"MOTHER",
                 "validFrom":"%s","validUntil":"%s","withdrawn":%s,"later":"ignored"}""".formatted(consent, version, child, family, FROM, UNTIL, withdrawn));
    }

    private ReceivedEvent event(String body) {
        return new ReceivedEvent(
                UUID.randomUUID(),
                "id.tumbuh.registry.consent-given.v1",
                "registry.consents",
                0,
                0,
                consent.toString(),
                1,
                Instant.EPOCH,
                null,
                body.getBytes(StandardCharsets.UTF_8));
    }

    private ReceivedEvent example(String name) throws IOException {
        Path file = Path.of(System.getProperty("tumbuh.root"), "contracts", "registry", name + ".v1", "example.json");
        return event(Files.readString(file));
    }
}
