package id.tumbuh.measurement.skdn;

import static org.assertj.core.api.Assertions.assertThat;

import id.tumbuh.measurement.skdn.Pagination.Block;
import id.tumbuh.measurement.skdn.Pagination.Piece;
import id.tumbuh.measurement.skdn.Pagination.Placed;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaginationTest {

    private static final Piece HEAD = new Piece(10, (_, _) -> {});
    private static final Piece ROW = new Piece(5, (_, _) -> {});

    @Test
    void whatFitsExactlyStandsOnOnePage() {
        assertThat(pages(table(8))).hasSize(1);
        assertThat(pages(table(9))).hasSize(2);
    }

    @Test
    void headIsRepeatedAndTheSumNotLeftAlone() {
        List<List<Placed>> pages = pages(table(9));

        assertThat(pages).allSatisfy(page -> assertThat(page.getFirst().piece()).isSameAs(HEAD));
        assertThat(pages.get(0)).hasSize(1 + 7);
        assertThat(pages.get(1)).hasSize(1 + 2);
        assertThat(pages.get(1).get(1).top()).isEqualTo(10);
    }

    @Test
    void wholeBlockIsNotDivided() {
        Block whole = new Block(List.of(), Collections.nCopies(4, ROW), true);

        assertThat(pages(table(4), whole)).hasSize(1);
        List<List<Placed>> pages = pages(table(5), whole);
        assertThat(pages).hasSize(2);
        assertThat(pages.get(1)).hasSize(4);
    }

    private static List<List<Placed>> pages(Block... blocks) {
        return Pagination.of(List.of(blocks), 0, 50);
    }

    private static Block table(int rows) {
        return new Block(List.of(HEAD), Collections.nCopies(rows, ROW), false);
    }
}
