package id.tumbuh.registry.sameperson;

import static id.tumbuh.registry.sameperson.Persons.MELATI;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({
        "2024-03-07, 2024-03-07, SAME",
        "2024-03-07, 2024-07-03, SWAPPED",
        "2024-03-07, 2024-03-17, ONE_DIGIT",
        "2024-03-07, 2023-03-07, ONE_DIGIT",
        "2024-03-17, 2024-03-20, SAME_MONTH",
        "2024-03-07, 2024-04-16, SAME_YEAR",
        "2024-03-07, 2023-04-07, OTHER"
    })
    void birthDatesAreWrittenWrongInTheSameFewWays(String one, String other, Likeness likeness) {
        Resemblance answer = MELATI.bornOn(one).beside(MELATI.bornOn(other));

        assertThat(answer.evidence())
                .filteredOn(evidence -> evidence.field() == Field.BIRTH_DATE)
                .singleElement()
                .satisfies(evidence -> assertThat(evidence.likeness()).isEqualTo(likeness));
    }

    @Test
    void theSameNikIsTheSamePersonUnlessEverythingElseSaysOtherwise() {
        Persons known = MELATI.withNik("one");

        assertThat(known.beside(known.named("Melati Z.").of(null, null).in("36.73.01.1001"))
                        .verdict())
                .isEqualTo(Verdict.AUTOMATIC);
        assertThat(known.beside(known.named("Bagas")).verdict()).isEqualTo(Verdict.TO_DECIDE);
        assertThat(known.beside(known.named("Bagas")).cautions()).contains(Caution.NIK_OF_ANOTHER);
    }

    @Test
    void twoNiksAreNeverJoinedWithoutAPerson() {
        Resemblance answer = MELATI.withNik("one").beside(MELATI.withNik("two"));

        assertThat(answer.verdict()).isEqualTo(Verdict.TO_DECIDE);
        assertThat(answer.cautions()).containsExactly(Caution.TWO_NIKS);
        assertThat(MELATI.withNik("one").beside(MELATI).verdict()).isEqualTo(Verdict.AUTOMATIC);
    }

    @Test
    void twinsAreTwo() {
        Persons hasan = MELATI.boy().named("Hasan Kertanegara");

        assertThat(hasan.beside(hasan.named("Husen Kertanegara")).verdict()).isEqualTo(Verdict.DIFFERENT);
        assertThat(MELATI.named("Rina Kirana")
                        .beside(MELATI.named("Rita Kirana"))
                        .cautions())
                .containsExactly(Caution.MAY_BE_TWINS);
        assertThat(MELATI.named("Dina")
                        .weighing(2800, 1)
                        .beside(MELATI.named("Diana").weighing(2500, 2))
                        .verdict())
                .isEqualTo(Verdict.TO_DECIDE);
        assertThat(MELATI.named("Rina Kirana")
                        .weighing(2850, 2)
                        .beside(MELATI.named("Rita Kirana").weighing(2850, 2))
                        .verdict())
                .isEqualTo(Verdict.AUTOMATIC);
    }

    @Test
    void siblingsAreTwo() {
        Persons younger = MELATI.named("Kirana").bornOn("2022-11-19");

        assertThat(MELATI.beside(younger).verdict()).isEqualTo(Verdict.DIFFERENT);
        assertThat(MELATI.named("Putri").beside(younger.named("Putri Ayu")).cautions())
                .contains(Caution.MAY_BE_SIBLINGS);
    }

    @Test
    void aNewbornWithoutANameIsForAPersonToDecide() {
        Resemblance answer = MELATI.beside(MELATI.named("By Ny Rukmini"));

        assertThat(answer.verdict()).isEqualTo(Verdict.TO_DECIDE);
        assertThat(answer.cautions()).containsExactly(Caution.NAMELESS);
    }

    @Test
    void namesakesOfOneDayElsewhereAreForAPersonToDecide() {
        Resemblance answer = MELATI.beside(MELATI.of("Ningsih Percobaan", null).in("36.04.20.2007"));

        assertThat(answer.verdict()).isEqualTo(Verdict.TO_DECIDE);
        assertThat(answer.cautions()).containsExactly(Caution.MAY_BE_NAMESAKES);
    }

    @Test
    void mistakesOfThePenAreForgivenWhereTheRestAgrees() {
        Persons carelessly =
                MELATI.named("MLATI ZULAIKHA").of("Ibu Rukmini C.", null).bornOn("2024-07-03");

        assertThat(MELATI.beside(carelessly).verdict()).isEqualTo(Verdict.AUTOMATIC);
        assertThat(MELATI.beside(carelessly.in("36.73.01.1001")).verdict()).isEqualTo(Verdict.AUTOMATIC);
    }

    @Test
    void theScoreIsTheSumOfWhatItLists() {
        Resemblance answer = MELATI.beside(MELATI.in("36.04.20.2007").of(null, "Sarjono"));

        assertThat(answer.score())
                .isEqualTo(
                        answer.evidence().stream().mapToDouble(Evidence::weight).sum());
        assertThat(answer.evidence()).hasSameSizeAs(Field.values());
    }

    @Test
    void theOrderOfTheTwoIsNothing() {
        Persons other = MELATI.named("Melati Zulaika Sari").bornOn("2024-03-08").of("Rukmini", "Sarjana");

        assertThat(MELATI.beside(other).score()).isEqualTo(other.beside(MELATI).score());
        assertThat(MELATI.beside(other).evidence())
                .isEqualTo(other.beside(MELATI).evidence());
    }

    @Test
    void evidenceSpeaksBothLanguagesAndNamesNobody() {
        for (Evidence evidence : MELATI.beside(MELATI.named("Melati Z.")).evidence()) {
            for (Locale locale : Set.of(Locale.ENGLISH, Locale.of("id"))) {
                assertThat(evidence.sentence(locale))
                        .endsWith(".")
                        .doesNotContain("Melati", "Rukmini", "Sarjono", "2024");
            }
            assertThat(evidence.sentence(Locale.ENGLISH)).isNotEqualTo(evidence.sentence(Locale.of("id")));
        }
        for (Caution caution : Caution.values()) {
            assertThat(caution.sentence(Locale.ENGLISH)).isNotEqualTo(caution.sentence(Locale.of("id")));
        }
    }

    @Test
    void recordsOfOnePersonShareAKeyWhateverOneMistakeWasMade() {
        Persons adult = MELATI.of(null, null).marriedTo("Sarjono");
        for (Persons mistaken : new Persons[] {
            MELATI.named("Melly"),
            MELATI.of(null, null),
            MELATI.bornOn("2024-07-03"),
            MELATI.bornOn("2021-12-25"),
            MELATI.in("36.73.01.1001"),
            MELATI.named(null)
        }) {
            assertThat(common(MELATI, mistaken)).isNotEmpty();
        }
        assertThat(common(adult, adult.bornOn("1999-01-01"))).isNotEmpty();
        assertThat(common(MELATI, MELATI.named("Bagas").of("Ningsih", "Karta").bornOn("2023-05-05")))
                .isEmpty();
    }

    private static Set<String> common(Persons one, Persons other) {
        Set<String> keys = new HashSet<>(one.read().keys());
        keys.retainAll(other.read().keys());
        return keys;
    }
}
