package id.tumbuh.reporting.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.erasure.ErasureNotice;
import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.platform.messaging.ReceivedEvent;
import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.reporting.Given;
import id.tumbuh.reporting.Planned;
import id.tumbuh.reporting.referral.Referrals.Count;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Open referrals by field; a kabupaten for each story. */
@QuarkusTest
@WithTestResource(RealServers.class)
class ReferralCountsTest {
    private static final LocalDate DUE = LocalDate.of(2026, 9, 20);

    @Inject
    Database database;

    @Inject
    Given given;

    @Inject
    ReferralConsumer consumer;

    @Inject
    Referrals referrals;

    private final UUID family = UUID.randomUUID();
    private final UUID id = UUID.randomUUID();

    @Test
    void overTheRealBrokerWhatIsOpenIsCountedByField() {
        given.announced(
                Planned.referral(id, 1, family, "63.41.01.2001", "PUPR", "SENT", null),
                Planned.referral(UUID.randomUUID(), 3, family, "63.41.02.2001", "PUPR", "DECLINED", null),
                Planned.referral(UUID.randomUUID(), 2, family, "63.41.02.2001", "DINSOS", "CLOSED", DUE));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(open("63.41", DUE)).containsExactly(new Count("PUPR", 2, 1, 1, 0, 0)));
    }

    @Test
    void overdueIsFromTheDayAfterThePromisedOneAndNotOnceItIsDone() {
        apply(Planned.referral(id, 2, family, "63.42.01.2001", "PUPR", "ACCEPTED", DUE));
        assertThat(open("63.42", DUE)).containsExactly(new Count("PUPR", 1, 0, 0, 0, 0));
        assertThat(open("63.42", DUE.plusDays(1))).containsExactly(new Count("PUPR", 1, 0, 0, 0, 1));

        apply(Planned.referral(id, 3, family, "63.42.01.2001", "PUPR", "DONE", DUE));
        apply(Planned.referral(id, 2, family, "63.42.01.2001", "PUPR", "ACCEPTED", DUE));
        assertThat(open("63.42", DUE.plusDays(1))).containsExactly(new Count("PUPR", 1, 0, 0, 1, 0));
    }

    @Test
    void anotherKecamatansAreNotThereAndAnErasedFamilysGo() {
        apply(Planned.referral(id, 1, family, "63.43.01.2001", "PUPR", "SENT", null));
        Scope other = Scope.of(List.of(new AreaCode("63.43.02")));
        List<Count> elsewhere = database.read(other, sql -> referrals.open(sql, "63.43", DUE));
        assertThat(elsewhere).isEmpty();

        long gone = database.write(
                Scope.everywhere(),
                tx -> Referrals.erase(tx, new ErasureNotice(UUID.randomUUID(), family, true, List.of(), List.of())));

        assertThat(gone).isOne();
        assertThat(open("63.43", DUE)).isEmpty();
    }

    private void apply(Announcement event) {
        List<ReceivedEvent> received = Planned.received(List.of(event));
        database.write(Scope.everywhere(), tx -> {
            consumer.apply(tx, received);
            return true;
        });
    }

    private List<Count> open(String area, LocalDate today) {
        return database.read(Scope.everywhere(), sql -> referrals.open(sql, area, today));
    }
}
