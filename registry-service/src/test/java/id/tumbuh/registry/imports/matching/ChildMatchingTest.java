package id.tumbuh.registry.imports.matching;

import static org.assertj.core.api.Assertions.assertThat;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.registry.imports.matching.Match.Evidence;
import id.tumbuh.registry.imports.matching.Match.Why;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChildMatchingTest {
    private static final MatchingRules RULES = new MatchingRules(0.88, 0.88, 0.85, 0.03);
    private static final AreaCode HERE = new AreaCode("36.04.16.2001");
    private static final AreaCode ELSEWHERE = new AreaCode("36.04.16.2002");
    private static final UUID ONE = UUID.fromString("00000000-0000-0000-0000-000000000001");
    private static final UUID TWO = UUID.fromString("00000000-0000-0000-0000-000000000002");

    @Test
    void theSameNameParentsAndVillageAreTheChild() {
        assertThat(match(sought("Galih Pratama"), at(ONE, "GALIH PRATAMA", "Asep", "Euis", HERE)))
                .isEqualTo(new Match.Matched(ONE, Set.of(Evidence.SAME_NAME, Evidence.PARENTS, Evidence.VILLAGE)));
    }

    @Test
    void nobodyBornThatDayMeansANewChild() {
        assertThat(match(sought("Galih Pratama"))).isEqualTo(new Match.New());
    }

    @ParameterizedTest
    @CsvSource({
        "Muhammad Rizki, M. RIZKI",
        "Moh. Rizki, Rizki",
        "Muh Rizki Ramadhan, Rizki Ramadhan",
        "Siti Aminah, St. Aminah",
        "Sa'adah, SAADAH",
        "Nur-Aini, Nur Aini",
        "Pratama Galih, Galih Pratama",
        "Ren\u00e9e, Renee",
        "Muhammad, Moh.",
        "'  Galih  Pratama ', galih pratama"
    })
    void waysToWriteTheSameName(String one, String other) {
        assertThat(match(sought(one), at(ONE, other, "Asep", "Euis", HERE)))
                .isInstanceOfSatisfying(
                        Match.Matched.class,
                        matched -> assertThat(matched.reasons()).contains(Evidence.SAME_NAME));
    }

    @Test
    void namesAreOneFromTheThresholdOnAndTwoBelowIt() {
        double likeness = new JaroWinklerSimilarity().apply("nayla putri", "naila putri");
        Sought nayla = sought("Nayla Putri");
        Candidate naila = at(ONE, "Naila Putri", "Asep", "Euis", HERE);

        assertThat(ChildMatching.match(nayla, List.of(naila), new MatchingRules(likeness, 0.88, 0.85, 0.03)))
                .isInstanceOf(Match.Matched.class);
        assertThat(ChildMatching.match(nayla, List.of(naila), new MatchingRules(likeness + 1e-9, 0.88, 0.85, 0.03)))
                .isEqualTo(new Match.New());
    }

    @ParameterizedTest
    @CsvSource({"Naila Putri, true", "Nayla Putry, true", "Nabila Putri, true", "Nadia Lestari, false", "Bintang, false"
    })
    void typingErrorsAreForgivenAndOtherNamesAreNot(String name, boolean same) {
        assertThat(match(sought("Nayla Putri"), at(ONE, name, "Asep", "Euis", HERE)) instanceof Match.Matched)
                .isEqualTo(same);
    }

    @Test
    void parentsWhoShareMostLettersAreNotThereforeTheSame() {
        Sought ours = new Sought("Galih Pratama", "Asep Hidayat", "Yani Badriah", HERE);

        assertThat(match(ours, at(ONE, "Galih Pratama", "Udin Hidayat", "Yuli Badriah", ELSEWHERE)))
                .isEqualTo(new Match.New());
        assertThat(match(ours, at(ONE, "Galih Pratama", "Asep Hidayat", "Badriyah Yani", ELSEWHERE)))
                .isInstanceOf(Match.Matched.class);
    }

    @Test
    void aWordMakesTwoNamesDifferentBelowItsThreshold() {
        double likeness = new JaroWinklerSimilarity().apply("pratama", "pertama");
        Candidate pertama = at(ONE, "Galih Pertama", "Asep", "Euis", HERE);

        assertThat(ChildMatching.match(
                        sought("Galih Pratama"), List.of(pertama), new MatchingRules(0.88, 0.88, likeness, 0.03)))
                .isInstanceOf(Match.Matched.class);
        assertThat(ChildMatching.match(
                        sought("Galih Pratama"),
                        List.of(pertama),
                        new MatchingRules(0.88, 0.88, likeness + 1e-9, 0.03)))
                .isEqualTo(new Match.New());
    }

    @Test
    void aNameWrittenInOneWordIsTheSame() {
        assertThat(match(sought("Nur Aini"), at(ONE, "Nuraini", "Asep", "Euis", HERE)))
                .isInstanceOf(Match.Matched.class);
    }

    @Test
    void aChildThatMovedIsKnownByItsParents() {
        assertThat(match(sought("Galih Pratama"), at(ONE, "Galih Pratama", "Asep", "Euis", ELSEWHERE)))
                .isEqualTo(new Match.Matched(ONE, Set.of(Evidence.SAME_NAME, Evidence.PARENTS)));
    }

    @Test
    void theSameNameInAnotherVillageWithOtherParentsIsSomebodyElse() {
        assertThat(match(sought("Galih Pratama"), at(ONE, "Galih Pratama", "Udin", "Tuti", ELSEWHERE)))
                .isEqualTo(new Match.New());
    }

    @Test
    void theSameNameInThisVillageWithOtherParentsIsForAPersonToDecide() {
        assertThat(match(sought("Galih Pratama"), at(ONE, "Galih Pratama", "Udin", "Tuti", HERE)))
                .isEqualTo(new Match.ToDecide(List.of(ONE), Why.ONE_POSSIBLE));
    }

    @Test
    void unknownParentsAreEnoughInTheSameVillageOnly() {
        assertThat(match(sought("Galih Pratama"), at(ONE, "Galih Pratama", null, null, HERE)))
                .isEqualTo(new Match.Matched(ONE, Set.of(Evidence.SAME_NAME, Evidence.VILLAGE)));
        assertThat(match(sought("Galih Pratama"), at(ONE, "Galih Pratama", null, null, ELSEWHERE)))
                .isEqualTo(new Match.ToDecide(List.of(ONE), Why.ONE_POSSIBLE));
    }

    @Test
    void theMotherDecidesAndTheFatherOnlyWhereSheIsUnknown() {
        assertThat(match(sought("Galih Pratama"), at(ONE, "Galih Pratama", "Udin", "Euis", ELSEWHERE)))
                .isInstanceOf(Match.Matched.class);
        assertThat(match(sought("Galih Pratama"), at(ONE, "Galih Pratama", "Asep", null, ELSEWHERE)))
                .isInstanceOf(Match.Matched.class);
        assertThat(match(sought("Galih Pratama"), at(ONE, "Galih Pratama", "Asep", "Tuti", ELSEWHERE)))
                .isInstanceOf(Match.ToDecide.class);
    }

    @Test
    void sameNamesInTwoVillagesAreToldApartByTheParents() {
        Candidate ours = at(ONE, "Galih Pratama", "Asep", "Euis", ELSEWHERE);
        Candidate theirs = at(TWO, "Galih Pratama", "Udin", "Tuti", HERE);

        assertThat(match(sought("Galih Pratama"), ours, theirs))
                .isInstanceOfSatisfying(
                        Match.Matched.class,
                        matched -> assertThat(matched.child()).isEqualTo(ONE));
    }

    @Test
    void ofTwoChildrenOfTheSameNameWithoutParentsTheOneOfThisVillageIsMeant() {
        assertThat(match(
                        sought("Galih Pratama"),
                        at(ONE, "Galih Pratama", null, null, ELSEWHERE),
                        at(TWO, "Galih Pratama", null, null, HERE)))
                .isEqualTo(new Match.Matched(TWO, Set.of(Evidence.SAME_NAME, Evidence.VILLAGE)));
    }

    @Test
    void twinsAreToldApartByTheirNames() {
        Candidate fauzan = at(ONE, "Ahmad Fauzan", "Asep", "Euis", HERE);
        Candidate fauzi = at(TWO, "Ahmad Fauzi", "Asep", "Euis", HERE);

        assertThat(childOf(match(sought("Ahmad Fauzan"), fauzan, fauzi))).isEqualTo(ONE);
        assertThat(childOf(match(sought("Ahmad Fauzi"), fauzan, fauzi))).isEqualTo(TWO);
        assertThat(match(sought("Ahmad Fauz"), fauzan, fauzi))
                .isInstanceOfSatisfying(
                        Match.ToDecide.class,
                        decide -> assertThat(decide.candidates()).containsExactlyInAnyOrder(ONE, TWO));
    }

    @Test
    void theSecondTwinOfAFileIsNotItsFirst() {
        Candidate first = new Candidate(ONE, "Ahmad Fauzan", "Asep", "Euis", HERE, false, true);

        assertThat(match(sought("Ahmad Fauzi"), first)).isEqualTo(new Match.New());
        assertThat(childOf(match(sought("Ahmad Fauzan"), first))).isEqualTo(ONE);
    }

    @Test
    void theBestOfSeveralMustLeadByTheMargin() {
        JaroWinklerSimilarity likeness = new JaroWinklerSimilarity();
        double lead = likeness.apply("nayla putri", "nayla putry") - likeness.apply("nayla putri", "naila putry");
        Candidate near = at(ONE, "Nayla Putry", "Asep", "Euis", HERE);
        Candidate far = at(TWO, "Naila Putry", "Asep", "Euis", HERE);

        assertThat(lead).isPositive();
        assertThat(ChildMatching.match(
                        sought("Nayla Putri"), List.of(far, near), new MatchingRules(0.88, 0.88, 0.85, lead - 1e-9)))
                .isInstanceOf(Match.Matched.class);
        assertThat(ChildMatching.match(
                        sought("Nayla Putri"), List.of(far, near), new MatchingRules(0.88, 0.88, 0.85, lead + 1e-9)))
                .isEqualTo(new Match.ToDecide(List.of(ONE, TWO), Why.SEVERAL_LIKELY));
    }

    @ParameterizedTest
    @CsvSource({"By Ny Euis", "Bayi Ny. Euis", "BY. NY EUIS", "Bayi", "-", "''"})
    void aNewbornWithoutANameIsFoundByItsParents(String written) {
        assertThat(match(sought(written), at(ONE, "Galih Pratama", "Asep", "Euis", HERE)))
                .isEqualTo(new Match.Matched(
                        ONE, Set.of(Evidence.NEWBORN_WITHOUT_NAME, Evidence.PARENTS, Evidence.VILLAGE)));
        assertThat(match(sought(written), at(ONE, "Galih Pratama", "Udin", "Tuti", HERE)))
                .isEqualTo(new Match.New());
    }

    @Test
    void aNewbornThatHasGotItsNameIsTheSameChild() {
        assertThat(match(sought("Galih Pratama"), at(ONE, "By Ny Euis", "Asep", "Euis", HERE)))
                .isInstanceOf(Match.Matched.class);
        assertThat(match(sought("Galih Pratama"), at(ONE, null, "Asep", "Euis", HERE)))
                .isInstanceOf(Match.Matched.class);
    }

    @Test
    void twinsWithoutNamesAreForAPersonToDecide() {
        assertThat(match(
                        sought("By Ny Euis"),
                        at(ONE, "By Ny Euis", "Asep", "Euis", HERE),
                        at(TWO, "By Ny Euis", "Asep", "Euis", HERE)))
                .isInstanceOf(Match.ToDecide.class);
    }

    @Test
    void aKnownNikIsEnough() {
        Candidate sameNik = new Candidate(ONE, "Bintang", null, null, ELSEWHERE, true, false);

        assertThat(match(sought("Galih Pratama"), sameNik)).isEqualTo(new Match.Matched(ONE, Set.of(Evidence.NIK)));
    }

    @Test
    void theOrderOfTheCandidatesDoesNotMatter() {
        Candidate ours = at(ONE, "Galih Pratama", "Asep", "Euis", HERE);
        Candidate other = at(TWO, "Galih Pratomo", "Asep", "Euis", ELSEWHERE);

        assertThat(match(sought("Galih Pratama"), ours, other)).isEqualTo(match(sought("Galih Pratama"), other, ours));
    }

    private static UUID childOf(Match match) {
        assertThat(match).isInstanceOf(Match.Matched.class);
        return ((Match.Matched) match).child();
    }

    private static Match match(Sought sought, Candidate... candidates) {
        return ChildMatching.match(sought, List.of(candidates), RULES);
    }

    /** A child of Asep and Euis in this village. */
    private static Sought sought(String name) {
        return new Sought(name, "ASEP", "EUIS", HERE);
    }

    private static Candidate at(
            UUID id, @Nullable String name, @Nullable String father, @Nullable String mother, AreaCode desa) {
        return new Candidate(id, name, father, mother, desa, false, false);
    }
}
