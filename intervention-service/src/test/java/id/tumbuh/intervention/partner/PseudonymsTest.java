package id.tumbuh.intervention.partner;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import id.tumbuh.intervention.TestDatabase;
import id.tumbuh.intervention.circumstance.Beneficiary;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealServers.class)
class PseudonymsTest {
    @Inject
    Pseudonyms pseudonyms;

    @Inject
    Database database;

    @Inject
    TestDatabase tables;

    private final String client = "csr-" + UUID.randomUUID();
    private final Beneficiary.Ref child = Beneficiary.Ref.child(UUID.randomUUID());
    private final AreaCode serang = new AreaCode("36.04.20.2006");

    @Test
    void aKabupatenIsNamedByItsLettersOrItsDigits() {
        assertThat(name(client, child, serang)).startsWith("SRG-");
        assertThat(name(client, Beneficiary.Ref.child(UUID.randomUUID()), new AreaCode("97.10.01.2001")))
                .startsWith("9710-");
    }

    @Test
    void aNameStaysWhenTheChildMoves() {
        String before = name(client, child, serang);
        assertThat(name(client, child, new AreaCode("36.03.01.2001"))).isEqualTo(before);
    }

    @Test
    void twoThatWouldMeetGetDifferentNames() {
        String taken = "SRG-" + pseudonyms.code(new Pseudonyms.Known(client, child), 0);
        tables.write(
                "insert into partner_pseudonym (client, subject_kind, subject_id, code) values (?, 'CHILD', ?, ?)",
                client,
                UUID.randomUUID(),
                taken);

        assertThat(name(client, child, serang)).startsWith("SRG-").isNotEqualTo(taken);
    }

    private String name(String of, Beneficiary.Ref ref, AreaCode area) {
        Pseudonyms.Known known = new Pseudonyms.Known(of, ref);
        Map<Pseudonyms.Known, String> names =
                database.write(Scope.everywhere(), tx -> pseudonyms.of(tx.sql(), Map.of(known, area)));
        return requireNonNull(names.get(known));
    }
}
