package id.tumbuh.load.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import id.tumbuh.registry.sameperson.Caution;
import id.tumbuh.registry.sameperson.Verdict;
import org.junit.jupiter.api.Test;

class EvaluationTest {
    /** Not the seed that the thresholds were set on; so many that chance hardly moves the shares. */
    private static final People.Truth TRUTH = People.invent(100_000, 0.05, 2026);

    @Test
    void nineInTenAreJoinedAndOfAThousandJoinedAtMostFiveWrongly() {
        Evaluation.Result result = Evaluation.of(TRUTH, Migrated.model());

        assertThat(result.known()).isEqualTo(5_000);
        assertThat(result.precision()).isGreaterThanOrEqualTo(0.995);
        assertThat(result.recall()).isGreaterThanOrEqualTo(0.90);
        assertThat(result.listed()).isLessThan(result.known() / 4);
    }

    @Test
    void withEveryNikMaskedHardlyLessIsFound() {
        Evaluation.Result masked = Evaluation.of(WithoutNik.of(TRUTH), Migrated.model());

        assertThat(masked.precision()).isGreaterThanOrEqualTo(0.993);
        assertThat(masked.recall()).isGreaterThanOrEqualTo(0.89);
    }

    @Test
    void nobodyIsJoinedAcrossTwoNiks() {
        Evaluation evaluation = Evaluation.run(TRUTH, Migrated.model());

        assertThat(evaluation.answers().values())
                .filteredOn(answer -> answer.cautions().contains(Caution.TWO_NIKS))
                .isNotEmpty()
                .noneMatch(answer -> answer.verdict() == Verdict.AUTOMATIC);
    }

    @Test
    void mostSecondRecordsComeWithoutANik() {
        long with = TRUTH.persons().stream()
                .filter(person -> TRUTH.sameAs().containsKey(person.id()) && person.nikIndex() != null)
                .count();

        assertThat(with).isBetween(250L, 1_000L);
        assertThat(TRUTH.twins()).isGreaterThan(400);
    }
}
