package id.tumbuh.local;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A round of case audits of the present semester, some cases of which have come further than others. Only while nobody has decided on a
 * case yet: sent once more it changes nothing.
 */
final class DemoAudits {

    /** The experts beside the team. */
    static final Grant HEALTH = Grant.of("puskesmas", List.of("36.04"), Optional.empty());

    private static final String AREA = "36.04";
    private static final Pattern CASE = Pattern.compile("\\{\"id\":\"([0-9a-f-]{36})\",\"number\":\"AKS[^\"]*\"");
    private static final int SELECTED = 12;
    private static final int DECLINED = 4;
    private static final int EXAMINED = 9;
    private static final int REVIEWED = 8;
    private static final int RECOMMENDED = 7;
    private static final int DISSEMINATED = 6;
    private static final int PLANNED = 5;
    private static final int EVALUATED = 2;
    private static final int ROUNDS_OF_WAITING = 60;
    private static final long POLL_NANOS = 500_000_000;

    private final ServiceApi team;
    private final ServiceApi health;
    private final LocalDate today;

    /** Two, since nobody reviews a case as two experts. */
    DemoAudits(ServiceApi team, ServiceApi health, LocalDate today) {
        this.team = team;
        this.health = health;
        this.today = today;
    }

    void send(Consumer<String> tell) throws IOException, InterruptedException {
        int semester = today.getMonthValue() > 6 ? 2 : 1;
        LocalDate start = LocalDate.of(today.getYear(), semester == 1 ? 1 : 7, 6);
        UUID round = DemoPlans.id("case-audit-round/" + today.getYear() + "-" + semester);
        team.put("/v1/case-audit-rounds/" + round, """
                {"area": "%s", "year": %d, "semester": %d, "startsOn": "%s", "team": ["DP3AKB", "DINKES", "RSUD", "IDAI"]}""".formatted(
                        AREA, today.getYear(), semester, start.isAfter(today) ? today : start));
        if (decidedAlready(round)) {
            tell.accept("The case audits of this semester are under way already");
            return;
        }
        List<String> baduta = proposed(round);
        decide(baduta);
        for (int number = 0; number < Math.min(EXAMINED, baduta.size()); number++) {
            walk(baduta.get(number), number);
        }
        tell.accept("A round of case audits: %d cases of children below two selected, %d of them evaluated"
                .formatted(Math.min(SELECTED, baduta.size()), Math.min(EVALUATED, baduta.size())));
    }

    private boolean decidedAlready(UUID round) throws IOException, InterruptedException {
        for (String stage : List.of("SELECTED", "NOT_SELECTED", "WORKSHEET", "FOLLOW_UP", "EVALUATED")) {
            if (!cases(round, "&stage=" + stage + "&limit=1").isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** What was measured reaches intervention through Kafka, a moment after it was told. */
    private List<String> proposed(UUID round) throws IOException, InterruptedException {
        List<String> cases = List.of();
        for (int waited = 0; cases.size() < SELECTED + DECLINED && waited < ROUNDS_OF_WAITING; waited++) {
            if (waited > 0) {
                LockSupport.parkNanos(POLL_NANOS);
            }
            team.post("/v1/case-audit-rounds/" + round + ":propose", "");
            cases = cases(round, "&stage=PROPOSED&group=BADUTA&limit=100");
        }
        return cases;
    }

    private List<String> cases(UUID round, String which) throws IOException, InterruptedException {
        return team.get("/v1/case-audits?area=" + AREA + "&round=" + round + which)
                .all(CASE);
    }

    private void decide(List<String> cases) throws IOException, InterruptedException {
        List<String> rows = new ArrayList<>();
        for (String one : cases.subList(0, Math.min(SELECTED + DECLINED, cases.size()))) {
            rows.add(
                    rows.size() < SELECTED
                            ? "{\"id\": \"" + one + "\", \"select\": true}"
                            : "{\"id\": \"" + one + "\", \"select\": false, \"reason\": \"CAPACITY\"}");
        }
        team.post("/v1/case-audits:decide", "[" + String.join(",", rows) + "]");
    }

    /** As far as the number of the case says. */
    private void walk(String id, int number) throws IOException, InterruptedException {
        put(team, id, "/worksheet", answers());
        if (number >= REVIEWED) {
            return;
        }
        put(team, id, "/reviews/PAEDIATRICIAN", "{\"findings\": [\"PROTEIN_LACKING\"]}");
        put(health, id, "/reviews/NUTRITIONIST", "{\"findings\": [\"WATER_SANITATION\", \"FEEDING_PRACTICE\"]}");
        if (number < RECOMMENDED) {
            put(team, id, "/recommendation", "{\"codes\": [\"SUPPLEMENTARY_FOOD\", \"WATER_LATRINE\"]}");
        }
        if (number < DISSEMINATED) {
            put(team, id, "/dissemination", "{\"codes\": [\"DINKES\", \"PUPR\"]}");
        }
        if (number < PLANNED) {
            followUp(id, number);
        }
    }

    private String answers() {
        return """
            {"answers": {"motherAgeAtBirth": 24, "birthWeightGrams": 2650, "birthLengthCm": 47.5, "earlyBreastfeeding": true,
             "measuredOn": "%s", "weightKg": 8.4, "lengthHeightCm": 72.5, "immunisation": "PARTIAL", "illnesses": ["DIARRHOEA"],
             "exclusiveBreastfeeding": true, "stillBreastfed": true, "foodGroupsYesterday": 3, "animalProteinDaily": false,
             "caregiver": "GRANDPARENT", "householdMembers": 5, "childrenBornAlive": 2, "waterSafe": false, "latrineSafe": false,
             "smokerAtHome": true, "motherEducation": "PRIMARY", "insurance": true}}""".formatted(today);
    }

    private void followUp(String id, int number) throws IOException, InterruptedException {
        UUID food = DemoPlans.id("follow-up/food/" + id);
        UUID latrine = DemoPlans.id("follow-up/latrine/" + id);
        String plan = "{\"action\": \"%s\", \"field\": \"%s\", \"party\": \"%s\", \"dueOn\": \"%s\"}";
        put(
                team,
                id,
                "/follow-ups/" + food,
                plan.formatted("SUPPLEMENTARY_FOOD", "DINKES", "PUSKESMAS", today.plusDays(14)));
        put(team, id, "/follow-ups/" + latrine, plan.formatted("WATER_LATRINE", "PUPR", "OPD", today.plusDays(28)));
        if (number >= EVALUATED) {
            return;
        }
        for (UUID line : List.of(food, latrine)) {
            team.postOn(
                    "/v1/case-audits/" + id,
                    "/v1/case-audits/" + id + "/follow-ups/" + line + ":complete",
                    "{\"done\": true, \"evidence\": \"VISIT_REPORT\", \"reference\": \"LK-1/CONTOH\"}");
        }
        put(team, id, "/evaluation", "{\"outcome\": \"IMPROVED\"}");
    }

    private void put(ServiceApi by, String id, String what, String body) throws IOException, InterruptedException {
        by.putOn("/v1/case-audits/" + id, "/v1/case-audits/" + id + what, body);
    }
}
