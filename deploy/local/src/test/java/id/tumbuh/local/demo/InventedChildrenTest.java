package id.tumbuh.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class InventedChildrenTest {

    private static final UUID POSYANDU = UUID.fromString("0198c1a0-0000-7000-8000-000000000003");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    private static final Pattern BORN = Pattern.compile("\"birthDate\":\"([0-9-]+)\"");

    @Test
    void everyChildIsBornAfterTheMonthOfTheFileAndOldEnoughToBeWeighed() {
        List<String> children = new InventedChildren(POSYANDU, "36.04.20.2001", 52, TODAY).children();

        assertThat(children).hasSize(52).doesNotHaveDuplicates().allSatisfy(child -> {
            Matcher born = BORN.matcher(child);
            assertThat(born.find()).isTrue();
            assertThat(LocalDate.parse(born.group(1)))
                    .isAfter(YearMonth.of(2024, 7).atEndOfMonth())
                    .isBeforeOrEqualTo(TODAY.minusDays(10));
        });
    }

    @Test
    void samePosyanduHasTheSameChildrenInAFamilyEach() {
        InventedChildren one = new InventedChildren(POSYANDU, "36.04.20.2001", 5, TODAY);
        InventedChildren other = new InventedChildren(POSYANDU, "36.04.20.2001", 5, TODAY);

        assertThat(one.children()).isEqualTo(other.children());
        assertThat(one.families()).isEqualTo(other.families()).hasSize(5).doesNotHaveDuplicates();
    }
}
