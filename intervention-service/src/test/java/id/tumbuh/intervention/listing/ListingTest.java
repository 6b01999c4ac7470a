package id.tumbuh.intervention.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.http.Cursor;
import id.tumbuh.platform.http.ProblemException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListingTest {
    @ParameterizedTest(name = "{1} lies in the range of {0}: {2}")
    @CsvSource({
        "36.04, 36.04, true",
        "36.04, 36.04.20.2006, true",
        "36.04, 36.04.99.9999, true",
        "36.04, 36.05.01.2001, false",
        "36.04, 36.03.99.2001, false",
        "36, 36.73.01.1001, true",
        "36, 37.01.01.1001, false",
        "36.04.20.2006, 36.04.20.2006, true",
        "36.04.20.2006, 36.04.20.2007, false"
    })
    void theRangeOfAnAreaHoldsWhatLiesInIt(String area, String code, boolean inside) {
        assertThat(holds(AreaRange.of(area, Scope.everywhere()), code)).isEqualTo(inside);
    }

    @Test
    void withoutAnAreaTheRangeSpansTheScope() {
        AreaRange range = AreaRange.of(null, Scope.of(List.of(new AreaCode("36.04"), new AreaCode("17.02"))));

        assertThat(holds(range, "17.02.01.2001")).isTrue();
        assertThat(holds(range, "36.04.99.2001")).isTrue();
        assertThat(holds(range, "36.05.01.2001")).isFalse();
        assertThat(holds(range, "17.01.01.2001")).isFalse();
        assertThat(holds(AreaRange.of(null, Scope.everywhere()), "99.99.99.9999"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3604", "36.", "36.04.20.200", "36.04' or '1'='1"})
    void whatIsNoAreaIsRefused(String area) {
        assertThatThrownBy(() -> AreaRange.of(area, Scope.everywhere())).isInstanceOf(ProblemException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1001", "-1", "x", ""})
    void aPageHoldsOneToAThousandRows(String limit) {
        assertThatThrownBy(() -> Page.of(null, limit)).isInstanceOf(ProblemException.class);
        assertThat(Page.of(null, "1").limit()).isOne();
        assertThat(Page.of(null, "1000").limit()).isEqualTo(1000);
        assertThat(Page.of(null, null).limit()).isEqualTo(100);
    }

    @Test
    void onlyACursorOfOursIsRead() {
        UUID id = new UUID(1, 2);
        String ours = Cursor.after("36.04.20.2006", id.toString()).encoded();

        assertThat(Page.of(ours, null).after()).isEqualTo(new Page.Place("36.04.20.2006", id));
        for (String other : List.of(
                "", "!", Cursor.after("x", "y").encoded(), Cursor.after("36").encoded())) {
            assertThatThrownBy(() -> Page.of(other, null)).isInstanceOf(ProblemException.class);
        }
    }

    private static boolean holds(AreaRange range, String code) {
        return range.from().compareTo(code) <= 0 && code.compareTo(range.to()) < 0;
    }
}
