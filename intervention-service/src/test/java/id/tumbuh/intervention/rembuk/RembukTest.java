package id.tumbuh.intervention.rembuk;

import static org.assertj.core.api.Assertions.assertThat;

import id.tumbuh.platform.access.AreaCode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RembukTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 15);
    private static final UUID ID = new UUID(1, 1);
    private static final Rembuk.Signature SIGNATURE = new Rembuk.Signature("ketua", "TPPS", Instant.EPOCH);

    @Test
    void theHashIsOfEveryWordOfTheRembukAndOfTheRevision() {
        String hash = Rembuk.held(ID, minutes("12")).sha256();

        assertThat(Rembuk.held(ID, minutes("12.00")).sha256()).isEqualTo(hash);
        assertThat(Rembuk.held(ID, minutes("13")).sha256()).isNotEqualTo(hash);
        assertThat(Rembuk.held(new UUID(1, 2), minutes("12")).sha256()).isNotEqualTo(hash);
        assertThat(Rembuk.held(ID, minutes("12"))
                        .signed(SIGNATURE)
                        .revised("Salah ketik")
                        .orElseThrow()
                        .sha256())
                .isNotEqualTo(hash);
    }

    @Test
    void whatWasWrittenIsReadBackAsItWas() {
        Minutes minutes = minutes("0.5");

        assertThat(Minutes.of(minutes.text(ID, 3))).isEqualTo(minutes);
    }

    @Test
    void aDraftIsWrittenAgainAndASignedOneOnlyRevised() {
        Rembuk draft = Rembuk.held(ID, minutes("12"));
        Rembuk signed = draft.signed(SIGNATURE);

        assertThat(draft.written(minutes("13"))).isPresent();
        assertThat(draft.revised("x")).isEmpty();
        assertThat(signed.written(minutes("13"))).isEmpty();
        assertThat(signed.isSignedBy("ketua", "TPPS")).isTrue();
        assertThat(signed.isSignedBy("ketua", "Bappeda")).isFalse();
        Rembuk next = signed.revised("Salah ketik").orElseThrow();
        assertThat(next.state()).isEqualTo(Rembuk.State.DRAFT);
        assertThat(next.signatures()).isEmpty();
        assertThat(next.revision()).isEqualTo(2);
    }

    @ParameterizedTest(name = "{0} days after the due day, {1} days of grace: overdue = {2}")
    @CsvSource({"0, 0, false", "1, 0, true", "3, 3, false", "4, 3, true", "-1, 0, false"})
    void anOpenCommitmentIsOverdueOnceItsGraceDaysAreOver(int days, int grace, boolean overdue) {
        Commitment open = new Commitment(
                ID, new AreaCode("36.71"), DAY, minutes("1").commitments().getFirst(), new Commitment.Open(), 1);
        LocalDate today = DAY.plusDays(30L + days);

        assertThat(open.isOverdue(today, grace)).isEqualTo(overdue);
        assertThat(open.at(new Commitment.Kept(today, new Commitment.Evidence("00", null)))
                        .isOverdue(today, grace))
                .isFalse();
        assertThat(open.at(new Commitment.Withdrawn("x")).isOverdue(today, grace))
                .isFalse();
        assertThat(open.at(new Commitment.Broken()).isOverdue(today, grace)).isTrue();
    }

    private static Minutes minutes(String quantity) {
        return new Minutes(
                new AreaCode("36.71"),
                "Kota Tangerang",
                DAY,
                "Pendopo",
                List.of(new Minutes.Participant("Bappeda", "Kepala", 3)),
                List.of(new Minutes.Promise(
                        new UUID(2, 2),
                        "COMPANY",
                        "PT Contoh",
                        "Paket gizi",
                        new BigDecimal(quantity),
                        "paket",
                        DAY.plusDays(30))));
    }
}
