package id.tumbuh.registry.companion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AllocationTest {
    private static final String HERE = "36.04.20.2006";
    private static final String THERE = "36.04.20.2001";
    private static final UUID FIRST = new UUID(1, 1);
    private static final UUID SECOND = new UUID(1, 2);

    @Test
    void theTeamWithTheLeastToDoIsNextAndOfEqualsTheLowestNumber() {
        List<Allocation.Choice> choices = new Allocation(both(), Map.of(FIRST, 2), Map.of())
                .of(List.of(family(1, HERE), family(2, HERE), family(3, HERE), family(4, HERE)));

        assertThat(choices).extracting(Allocation.Choice::team).containsExactly(SECOND, SECOND, FIRST, SECOND);
    }

    @Test
    void whatIsOfOneHouseholdGoesToOneTeam() {
        Target mother = new Target(new Target.Key(TargetKind.PREGNANCY, new UUID(9, 9)), new UUID(0, 2), HERE);

        List<Allocation.Choice> choices =
                new Allocation(both(), Map.of(), Map.of()).of(List.of(family(1, HERE), family(2, HERE), mother));

        assertThat(choices).extracting(Allocation.Choice::team).containsExactly(FIRST, SECOND, SECOND);
    }

    @Test
    void aHouseholdKeepsItsTeamHoweverMuchItHasToDoUnlessThatServesAnotherDesa() {
        Map<UUID, UUID> known = Map.of(new UUID(0, 1), FIRST, new UUID(0, 2), FIRST);
        Allocation allocation =
                new Allocation(List.of(team(FIRST, 1, HERE), team(SECOND, 2, HERE, THERE)), Map.of(FIRST, 100), known);

        assertThat(allocation.of(List.of(family(1, HERE), family(2, THERE))))
                .extracting(Allocation.Choice::team)
                .containsExactly(FIRST, SECOND);
    }

    @Test
    void aDesaWithoutATeamIsToldAndNotGivenToTheNeighbours() {
        assertThat(new Allocation(List.of(team(FIRST, 1, HERE)), Map.of(), Map.of())
                        .of(List.of(family(1, THERE)))
                        .getFirst()
                        .team())
                .isNull();
    }

    @Test
    void loadsDifferByOneAtMostAndTheOrderOfTheTeamsDoesNotMatter() {
        List<Target> targets = new ArrayList<>();
        for (int number = 0; number < 100; number++) {
            targets.add(family(number, HERE));
        }
        List<Allocation.Candidate> teams = new ArrayList<>();
        for (int number = 1; number <= 7; number++) {
            teams.add(team(new UUID(2, number), number, HERE));
        }
        List<Allocation.Choice> choices = new Allocation(teams, Map.of(), Map.of()).of(targets);
        Collections.shuffle(teams, new Random(4));

        assertThat(new Allocation(teams, Map.of(), Map.of()).of(targets)).isEqualTo(choices);
        Map<UUID, Integer> loads = new HashMap<>();
        choices.forEach(choice -> loads.merge(java.util.Objects.requireNonNull(choice.team()), 1, Integer::sum));
        assertThat(loads.values()).containsOnly(14, 15).hasSize(7);
    }

    private static List<Allocation.Candidate> both() {
        return List.of(team(SECOND, 2, HERE), team(FIRST, 1, HERE));
    }

    private static Allocation.Candidate team(UUID id, int number, String... areas) {
        return new Allocation.Candidate(id, HERE, number, List.of(areas));
    }

    private static Target family(int number, String area) {
        UUID id = new UUID(0, number);
        return new Target(new Target.Key(TargetKind.FAMILY, id), id, area);
    }
}
