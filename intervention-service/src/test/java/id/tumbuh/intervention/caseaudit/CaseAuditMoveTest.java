package id.tumbuh.intervention.caseaudit;

import static org.assertj.core.api.Assertions.assertThat;

import id.tumbuh.intervention.caseaudit.CaseAuditDossier.Act;
import id.tumbuh.intervention.caseaudit.CaseAuditDossier.Codes;
import id.tumbuh.intervention.caseaudit.CaseAuditDossier.Completion;
import id.tumbuh.intervention.caseaudit.CaseAuditDossier.Decision;
import id.tumbuh.intervention.caseaudit.CaseAuditDossier.Evaluation;
import id.tumbuh.intervention.caseaudit.CaseAuditDossier.FollowUp;
import id.tumbuh.intervention.caseaudit.CaseAuditDossier.Review;
import id.tumbuh.intervention.caseaudit.CaseAuditDossier.Worksheet;
import id.tumbuh.intervention.caseaudit.CaseAuditMove.Step;
import id.tumbuh.platform.access.AreaCode;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CaseAuditMoveTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 26);
    private static final Act ACT = new Act("one", DAY);
    private static final UUID LINE = new UUID(9, 1);
    private static final Set<String> NEEDED = Set.of("PAEDIATRICIAN", "NUTRITIONIST");

    private static final CaseAuditMove SELECT = new CaseAuditMove.Decide(new Decision(true, null, ACT));
    private static final CaseAuditMove DECLINE = new CaseAuditMove.Decide(new Decision(false, "CAPACITY", ACT));
    private static final CaseAuditMove EXAMINE = examine("true");
    private static final CaseAuditMove PAEDIATRICIAN = assess("PAEDIATRICIAN", "paediatrician", "POVERTY");
    private static final CaseAuditMove NUTRITIONIST = assess("NUTRITIONIST", "nutritionist", "PROTEIN_LACKING");
    private static final CaseAuditMove RECOMMEND =
            new CaseAuditMove.Recommend(new Codes(List.of("WATER_LATRINE"), ACT));
    private static final CaseAuditMove DISSEMINATE =
            new CaseAuditMove.Disseminate(new Codes(List.of("PUPR", "DINKES"), ACT));
    private static final CaseAuditMove PLAN = plan(LINE, "PUPR");
    private static final CaseAuditMove COMPLETE = complete("BAST-1");
    private static final CaseAuditMove EVALUATE = new CaseAuditMove.Evaluate(new Evaluation("IMPROVED", ACT));

    /** Each stage with a case in it, and what is legal from there. */
    private static Map<CaseAuditStage, CaseAudit> cases() {
        Map<CaseAuditStage, CaseAudit> cases = new EnumMap<>(CaseAuditStage.class);
        CaseAudit at = proposed();
        cases.put(CaseAuditStage.NOT_SELECTED, moved(at, DECLINE));
        cases.put(CaseAuditStage.WITHDRAWN, ((CaseAudit.Open) at).withdrawn(WithdrawalReason.MOVED_AWAY, DAY));
        cases.put(CaseAuditStage.PROPOSED, at);
        for (CaseAuditMove move : List.of(SELECT, EXAMINE, PAEDIATRICIAN, NUTRITIONIST, RECOMMEND, DISSEMINATE, PLAN)) {
            at = moved(at, move);
            cases.putIfAbsent(at.stage(), at);
        }
        cases.put(CaseAuditStage.EVALUATED, moved(moved(at, COMPLETE), EVALUATE));
        return cases;
    }

    private static Map<CaseAuditMove, Set<CaseAuditStage>> legal() {
        Map<CaseAuditMove, Set<CaseAuditStage>> legal = new LinkedHashMap<>();
        legal.put(new CaseAuditMove.Decide(new Decision(false, "REFUSED", ACT)), Set.of(CaseAuditStage.PROPOSED));
        legal.put(examine("false"), Set.of(CaseAuditStage.SELECTED, CaseAuditStage.WORKSHEET));
        legal.put(
                assess("PSYCHOLOGIST", "psychologist", "PARENTING"),
                Set.of(CaseAuditStage.WORKSHEET, CaseAuditStage.REVIEWED));
        legal.put(
                new CaseAuditMove.Recommend(new Codes(List.of("IRON_TABLETS"), ACT)), Set.of(CaseAuditStage.REVIEWED));
        legal.put(new CaseAuditMove.Disseminate(new Codes(List.of("DINSOS"), ACT)), Set.of(CaseAuditStage.RECOMMENDED));
        legal.put(plan(new UUID(9, 2), "DINKES"), Set.of(CaseAuditStage.DISSEMINATED, CaseAuditStage.FOLLOW_UP));
        legal.put(COMPLETE, Set.of(CaseAuditStage.FOLLOW_UP));
        return legal;
    }

    @ParameterizedTest
    @EnumSource
    void onlyTheLegalMovesArePossible(CaseAuditStage stage) {
        CaseAudit audit = in(stage);
        assertThat(audit.stage()).isEqualTo(stage);
        legal().forEach((move, stages) -> {
            Step step = move.on(audit);
            if (stages.contains(stage)) {
                assertThat(step).as("%s", move).isInstanceOf(Step.Moved.class);
            } else {
                assertThat(step).as("%s", move).isNotInstanceOf(Step.Moved.class);
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void whatIsOverHasNoEnd(CaseAuditStage stage) {
        assertThat(in(stage) instanceof CaseAudit.Open).isEqualTo(!stage.isLast());
    }

    @Test
    void aCaseIsReviewedOnceAllHaveSpokenWhoAreNeeded() {
        CaseAudit examined = moved(moved(proposed(), SELECT), EXAMINE);
        CaseAudit one = moved(examined, PAEDIATRICIAN);

        assertThat(one.stage()).isEqualTo(CaseAuditStage.WORKSHEET);
        assertThat(one.file().version()).isEqualTo(examined.file().version() + 1);
        assertThat(moved(one, NUTRITIONIST).stage()).isEqualTo(CaseAuditStage.REVIEWED);
        assertThat(moved(examined, assess("PSYCHOLOGIST", "psychologist", "PARENTING"))
                        .stage())
                .isEqualTo(CaseAuditStage.WORKSHEET);
    }

    @Test
    void onePersonIsOneExpert() {
        CaseAudit one = moved(moved(moved(proposed(), SELECT), EXAMINE), PAEDIATRICIAN);

        assertThat(assess("NUTRITIONIST", "paediatrician", "POVERTY").on(one))
                .isEqualTo(new Step.Refused(CaseAuditProblem.ONE_EXPERT_EACH));
        assertThat(assess("PAEDIATRICIAN", "paediatrician", "SMOKING").on(one)).isInstanceOf(Step.Moved.class);
    }

    @Test
    void aWorksheetIsCorrectedUntilTheFirstReview() {
        CaseAudit examined = moved(moved(proposed(), SELECT), EXAMINE);

        assertThat(examine("false").on(examined)).isInstanceOf(Step.Moved.class);
        assertThat(examine("false").on(moved(examined, PAEDIATRICIAN)))
                .isEqualTo(new Step.Refused(CaseAuditProblem.WORKSHEET_REVIEWED));
    }

    @Test
    void anActionIsForAFieldThatWasTold() {
        CaseAudit told = in(CaseAuditStage.DISSEMINATED);

        assertThat(plan(LINE, "DINSOS").on(told)).isEqualTo(new Step.Refused(CaseAuditProblem.FIELD_NOT_TOLD));
        assertThat(plan(LINE, "DINKES").on(told)).isInstanceOf(Step.Moved.class);
    }

    @Test
    void aCaseIsEvaluatedWhenEveryLineIsCompleted() {
        CaseAudit followed = in(CaseAuditStage.FOLLOW_UP);

        assertThat(EVALUATE.on(followed)).isEqualTo(new Step.Refused(CaseAuditProblem.FOLLOW_UPS_OPEN));
        assertThat(complete("OTHER-2").on(moved(followed, COMPLETE)))
                .isEqualTo(new Step.Refused(CaseAuditProblem.FOLLOW_UP_COMPLETED));
        assertThat(new CaseAuditMove.Complete(new UUID(9, 9), new Completion(false, null, null, "MOVED", ACT))
                        .on(followed))
                .isEqualTo(new Step.Refused(CaseAuditProblem.FOLLOW_UP_UNKNOWN));
        assertThat(moved(moved(followed, COMPLETE), EVALUATE).stage()).isEqualTo(CaseAuditStage.EVALUATED);
    }

    @Test
    void whatWasDoneMayBeSentAgainHoweverFarTheCaseHasCome() {
        CaseAudit over = in(CaseAuditStage.EVALUATED);
        Act later = new Act("another", DAY.plusDays(3));

        assertThat(List.of(
                        SELECT,
                        EXAMINE,
                        PAEDIATRICIAN,
                        RECOMMEND,
                        new CaseAuditMove.Disseminate(new Codes(List.of("DINKES", "PUPR"), later)),
                        PLAN,
                        COMPLETE,
                        EVALUATE))
                .allSatisfy(move -> assertThat(move.on(over)).isInstanceOf(Step.Already.class));
        assertThat(DECLINE.on(over)).isEqualTo(new Step.Refused(CaseAuditProblem.STAGE_WRONG));
    }

    private static CaseAudit in(CaseAuditStage stage) {
        return Objects.requireNonNull(cases().get(stage), stage.name());
    }

    private static CaseAudit moved(CaseAudit audit, CaseAuditMove move) {
        if (move.on(audit) instanceof Step.Moved(var after)) {
            return after;
        }
        throw new AssertionError(audit.stage() + " does not allow " + move);
    }

    private static CaseAudit proposed() {
        return new CaseAudit.Proposed(new CaseAuditFile(
                new CaseAuditFile.Identity(
                        new UUID(1, 1),
                        new UUID(1, 2),
                        "AKS-36.72-2026-2-0001",
                        CaseAuditGroup.BADUTA,
                        SubjectKind.CHILD,
                        new UUID(1, 3)),
                new CaseAuditFile.Whereabouts(new UUID(1, 3), new UUID(1, 4), new AreaCode("36.72.01.1001")),
                new CaseAuditFile.Proposal(60, List.of(CaseAuditReason.STUNTED)),
                DAY,
                1,
                CaseAuditDossier.EMPTY));
    }

    private static CaseAuditMove examine(String waterSafe) {
        return new CaseAuditMove.Examine(new Worksheet(new TreeMap<>(Map.of("waterSafe", waterSafe)), ACT));
    }

    private static CaseAuditMove assess(String expert, String by, String finding) {
        return new CaseAuditMove.Assess(new Review(expert, List.of(finding), new Act(by, DAY)), NEEDED);
    }

    private static CaseAuditMove plan(UUID line, String field) {
        return new CaseAuditMove.Plan(new FollowUp(line, "WATER_LATRINE", field, "OPD", DAY.plusDays(30), null), ACT);
    }

    private static CaseAuditMove complete(String reference) {
        return new CaseAuditMove.Complete(LINE, new Completion(true, "HANDOVER", reference, null, ACT));
    }
}
