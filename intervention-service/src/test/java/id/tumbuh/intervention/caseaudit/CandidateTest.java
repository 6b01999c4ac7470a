package id.tumbuh.intervention.caseaudit;

import static org.assertj.core.api.Assertions.assertThat;

import id.tumbuh.intervention.caseaudit.CaseAuditFile.Whereabouts;
import id.tumbuh.intervention.circumstance.Stunting;
import id.tumbuh.platform.access.AreaCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CandidateTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 26);
    private static final CaseAuditPolicy POLICY = new CaseAuditPolicy(
            Map.of(
                    CaseAuditReason.SEVERELY_STUNTED, 40,
                    CaseAuditReason.STUNTED, 25,
                    CaseAuditReason.FIRST_THOUSAND_DAYS, 20,
                    CaseAuditReason.TWICE_NOT_GAINED, 15,
                    CaseAuditReason.POST_PARTUM, 10,
                    CaseAuditReason.ANAEMIA_MILD, 10,
                    CaseAuditReason.COUPLE_RED, 20),
            Map.of(
                    CaseAuditGroup.CATIN, Set.of(CaseAuditReason.COUPLE_RED),
                    CaseAuditGroup.PREGNANT, Set.of(CaseAuditReason.ANAEMIA_MILD),
                    CaseAuditGroup.POST_PARTUM, Set.of(CaseAuditReason.POST_PARTUM),
                    CaseAuditGroup.BADUTA, Set.of(CaseAuditReason.STUNTED, CaseAuditReason.SEVERELY_STUNTED),
                    CaseAuditGroup.BALITA, Set.of(CaseAuditReason.STUNTED, CaseAuditReason.SEVERELY_STUNTED)),
            183,
            24,
            60,
            730,
            42,
            28,
            50);

    @ParameterizedTest
    @CsvSource({
        "2024-11-27, BADUTA", // the day before the second birthday
        "2024-11-26, BALITA",
        "2021-11-27, BALITA", // the day before the fifth
        "2021-11-26,"
    })
    void aChildIsOfTheGroupOfItsAgeOnTheDay(LocalDate birth, @Nullable CaseAuditGroup group) {
        assertThat(child(birth, Stunting.STUNTED).map(Candidate::group)).isEqualTo(Optional.ofNullable(group));
    }

    @Test
    void theFirstThousandDaysEndTwoYearsAfterBirth() {
        assertThat(reasons(child(DAY.minusDays(729), Stunting.STUNTED)))
                .containsExactly(CaseAuditReason.STUNTED, CaseAuditReason.FIRST_THOUSAND_DAYS);
        assertThat(reasons(child(DAY.minusDays(730), Stunting.STUNTED))).containsExactly(CaseAuditReason.STUNTED);
    }

    @Test
    void everySignCountsAndExplainsItself() {
        Candidate candidate = Candidate.of(
                        known(
                                SubjectKind.CHILD,
                                DAY.minusDays(400),
                                null,
                                null,
                                Stunting.SEVERELY_STUNTED,
                                CaseAuditReason.TWICE_NOT_GAINED),
                        POLICY,
                        DAY)
                .orElseThrow();

        assertThat(candidate.proposal().score()).isEqualTo(40 + 15 + 20);
        assertThat(candidate.proposal().reasons())
                .containsExactly(
                        CaseAuditReason.SEVERELY_STUNTED,
                        CaseAuditReason.TWICE_NOT_GAINED,
                        CaseAuditReason.FIRST_THOUSAND_DAYS);
    }

    @Test
    void aSignTheRuleDoesNotAskForMakesNoCandidate() {
        assertThat(Candidate.of(
                        known(
                                SubjectKind.CHILD,
                                DAY.minusDays(400),
                                null,
                                null,
                                Stunting.NORMAL,
                                CaseAuditReason.TWICE_NOT_GAINED),
                        POLICY,
                        DAY))
                .isEmpty();
        assertThat(child(DAY.minusDays(400), Stunting.NORMAL)).isEmpty();
    }

    @Test
    void aPregnancyIsPostPartumForAsLongAsTheRuleSays() {
        assertThat(pregnancy(null, DAY.minusDays(42)).map(Candidate::group)).contains(CaseAuditGroup.POST_PARTUM);
        assertThat(pregnancy(null, DAY.minusDays(43))).isEmpty();
    }

    @Test
    void aPregnancyNobodyEndedIsNoneForEver() {
        assertThat(pregnancy(DAY.minusDays(28), null).map(Candidate::group)).contains(CaseAuditGroup.PREGNANT);
        assertThat(pregnancy(DAY.minusDays(29), null)).isEmpty();
        assertThat(pregnancy(null, null).map(Candidate::group)).contains(CaseAuditGroup.PREGNANT);
    }

    @Test
    void aCoupleIsACandidateUntilTheWedding() {
        assertThat(couple(null).map(Candidate::group)).contains(CaseAuditGroup.CATIN);
        assertThat(couple(DAY)).isEmpty();
        assertThat(reasons(couple(null))).containsExactly(CaseAuditReason.COUPLE_RED);
    }

    @Test
    void aChildWhoseBirthNobodyToldIsNoCandidate() {
        assertThat(Candidate.of(known(SubjectKind.CHILD, null, null, null, Stunting.STUNTED), POLICY, DAY))
                .isEmpty();
    }

    private static Optional<Candidate> child(LocalDate birth, Stunting stunting) {
        return Candidate.of(known(SubjectKind.CHILD, birth, null, null, stunting), POLICY, DAY);
    }

    private static Optional<Candidate> pregnancy(@Nullable LocalDate expected, @Nullable LocalDate ended) {
        return Candidate.of(
                known(SubjectKind.PREGNANCY, null, expected, ended, Stunting.NORMAL, CaseAuditReason.ANAEMIA_MILD),
                POLICY,
                DAY);
    }

    private static Optional<Candidate> couple(@Nullable LocalDate wedding) {
        return Candidate.of(
                known(SubjectKind.COUPLE, null, null, wedding, Stunting.NORMAL, CaseAuditReason.COUPLE_RED),
                POLICY,
                DAY);
    }

    private static List<CaseAuditReason> reasons(Optional<Candidate> candidate) {
        return candidate.orElseThrow().proposal().reasons();
    }

    private static Candidate.Known known(
            SubjectKind kind,
            @Nullable LocalDate birth,
            @Nullable LocalDate expected,
            @Nullable LocalDate ended,
            Stunting stunting,
            CaseAuditReason... concerns) {
        return new Candidate.Known(
                kind,
                new Whereabouts(new UUID(1, 1), new UUID(1, 2), new AreaCode("36.72.01.1001")),
                birth,
                expected,
                ended,
                stunting,
                Set.of(concerns));
    }
}
