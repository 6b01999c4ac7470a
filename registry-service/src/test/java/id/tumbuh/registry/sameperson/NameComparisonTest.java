package id.tumbuh.registry.sameperson;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameComparisonTest {

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({
        "Melati Putri, melati  PUTRI, SAME",
        "Melati Putri, Putri Melati, SAME",
        "Muhammad Rizki, M. Rizki, SAME",
        "Moh. Rizki, Mochammad Rizki, SAME",
        "Muhammad Rizki, Rizki, SAME",
        "Muhammad, Mohamad, SAME",
        "St. Aminah, Siti Aminah, SAME",
        "Nur'aini, Nuraini, SAME",
        "Aisyah binti Ahmad, Aisyah, SAME",
        "Soekarno, Sukarno, SAME_SOUND",
        "Djoko, Joko, SAME_SOUND",
        "Tjahyo, Cahyo, SAME_SOUND",
        "Jusuf, Yusuf, SAME_SOUND",
        "Syaiful, Saiful, SAME_SOUND",
        "Aisha, Aisyah, SAME_SOUND",
        "Khoirul, Hoirul, SAME_SOUND",
        "Fathimah, Fatimah, SAME_SOUND",
        "Dzaki, Zaki, SAME_SOUND",
        "Annisa, Anisa, SAME_SOUND",
        "Fadillah, Fadilah, SAME_SOUND",
        "Fadilah, Fadila, SAME_SOUND",
        "Rizky, Rizki, SAME_SOUND",
        "Zaenal, Jaenal, NEAR",
        "Novita, Nopita, SAME_SOUND",
        "Sugeng, Suging, SAME_SOUND",
        "Nur Hayati, Nurhayati, SAME_SOUND",
        "Muhammadrizki, Muhammad Rizki, SAME",
        "Rizki Aditya Pratama, Rizki A. Pratama, INITIALS",
        "Rizki Aditya Pratama, Rizki Pratama, PART",
        "Melati, Melati Putri, PART",
        "Melati Putri, Mlati Putri, SLIP",
        "Melati Putri, Mlati Ptri, NEAR",
        "Melati Putri, Meltai Putri, SLIP",
        "Hasan Basri, Husen Basri, OTHER",
        "Rina Putri, Rita Putri, NEAR",
        "Dina Putri, Tina Putri, NEAR",
        "Melati Putri, Mawar Putri, OTHER",
        "A, Ahmad, UNKNOWN"
    })
    void namesAreComparedAsIndonesiansWriteThem(String one, String other, Likeness likeness) {
        assertThat(compared(one, other)).isEqualTo(likeness);
        assertThat(compared(other, one)).isEqualTo(likeness);
    }

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "H. Budi Santoso|Budi Santoso",
                "Hj. Rukmini|Rukmini",
                "Ust. Karim|Karim",
                "dr. Ratna Dewi|Ratna Dewi",
                "Ratna Dewi, S.Pd.|Ratna Dewi",
                "Ratna Dewi S.Pd.I|Ratna Dewi",
                "Ratna Dewi, A.Md.Keb, SKM|Ratna Dewi",
                "Drs. H. Budi Santoso, M.Si|Budi Santoso"
            })
    void titlesAndDegreesAreNoPartOfAName(String one, String other) {
        Persons adult = Persons.MELATI.of(one, null);

        assertThat(likeness(adult.beside(Persons.MELATI.of(other, null)), Field.MOTHER))
                .isEqualTo(Likeness.SAME);
    }

    @Test
    void aNameThatOnlySaysNewbornIsNone() {
        for (String none : new String[] {"By Ny Siti", "Bayi Ny. Siti", " ", "-", null}) {
            assertThat(likeness(Persons.MELATI.named(none).beside(Persons.MELATI), Field.NAME))
                    .isEqualTo(Likeness.UNKNOWN);
        }
    }

    @Test
    void aCommonNameWeighsLessThanARareOne() {
        double common = weight(Persons.MELATI.named("Siti Nurhayati"));
        double rare = weight(Persons.MELATI.named("Zulfarani Kertanegari"));

        assertThat(common).isPositive().isLessThan(rare - 6);
    }

    private static double weight(Persons person) {
        return person.beside(person).evidence().stream()
                .filter(evidence -> evidence.field() == Field.NAME)
                .findFirst()
                .orElseThrow()
                .weight();
    }

    private static Likeness compared(String one, String other) {
        return likeness(Persons.MELATI.named(one).beside(Persons.MELATI.named(other)), Field.NAME);
    }

    private static Likeness likeness(Resemblance answer, Field field) {
        return answer.evidence().stream()
                .filter(evidence -> evidence.field() == field)
                .findFirst()
                .orElseThrow()
                .likeness();
    }
}
