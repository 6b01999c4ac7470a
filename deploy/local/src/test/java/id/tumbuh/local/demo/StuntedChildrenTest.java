package id.tumbuh.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import id.tumbuh.local.demo.StuntedChildren.StuntedChild;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StuntedChildrenTest {
    private static final LocalDate FIRST_WEIGHING = LocalDate.of(2026, 8, 20);
    private static final List<StuntedChild> CHILDREN = StuntedChildren.of(3, FIRST_WEIGHING);

    @Test
    void areAsManyInEachKecamatanAsTheKabupatenSaid() {
        Map<String, Long> kecamatan = CHILDREN.stream()
                .collect(Collectors.groupingBy(child -> child.home().kecamatan(), Collectors.counting()));

        assertThat(CHILDREN).hasSize(5_408);
        assertThat(kecamatan)
                .hasSize(29)
                .containsEntry("36.04.20", 500L)
                .containsEntry("36.04.16", 10L)
                .containsEntry("36.04.29", 464L);
        assertThat(CHILDREN)
                .allSatisfy(child ->
                        assertThat(child.home().desa()).startsWith(child.home().kecamatan() + "."));
    }

    @Test
    void stayUnderFiveForFourMonthsAndAreOldEnoughForFood() {
        assertThat(CHILDREN).allSatisfy(child -> {
            assertThat(ChronoUnit.DAYS.between(child.born(), FIRST_WEIGHING)).isGreaterThanOrEqualTo(190);
            assertThat(child.born().plusMonths(60)).isAfter(FIRST_WEIGHING.plusDays(122));
            assertThat(child.heightForAge()).isLessThan(-2);
        });
    }

    @Test
    void areTheSameForTheSameSeedAndNoChildIsTwice() {
        assertThat(StuntedChildren.of(3, FIRST_WEIGHING)).isEqualTo(CHILDREN);
        assertThat(new HashSet<>(CHILDREN)).hasSameSizeAs(CHILDREN);
        assertThat(CHILDREN.stream().map(StuntedChild::number)).doesNotHaveDuplicates();
    }
}
