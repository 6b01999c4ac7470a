package id.tumbuh.reporting.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.tumbuh.platform.http.Languages;
import id.tumbuh.reporting.area.Area;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TileMapTest {
    private static final Area SERANG = new Area("36.04", "Kabupaten Serang");
    private static final Area PETIR = new Area("36.04.19", "Petir");
    private static final Area KIBIN = new Area("36.04.16", "Kibin");
    private static final Wording WORDS = new Wording(Languages.INDONESIAN);

    @ParameterizedTest(name = "of at most {1} children, {0} have shade {2}")
    @CsvSource({
        "99, 500, 0",
        "100, 500, 1",
        "149, 500, 1",
        "150, 500, 2",
        "249, 500, 2",
        "250, 500, 3",
        "399, 500, 3",
        "400, 500, 4",
        "0, 0, 0",
        "0, 3, 0",
        "1, 3, 1",
        "3, 3, 3"
    })
    void theShadesOfSerangAreThoseOfItsOfficials(long count, long highest, int shade) {
        assertThat(new Shades(highest).of(count)).isEqualTo(shade);
    }

    @Test
    void aTileLiesWhereItsKecamatanDoesAndTheClassesSayTheirNumbers() {
        Shades shades = new Shades(500);

        TileMap map = TileMap.of(
                        SERANG, List.of(Counted.of(KIBIN, 10, shades, WORDS), Counted.of(PETIR, 500, shades, WORDS)))
                .orElseThrow();

        assertThat(map.tiles())
                .extracting(
                        TileMap.Tile::shorter,
                        TileMap.Tile::x,
                        TileMap.Tile::y,
                        tile -> tile.of().shade())
                .containsExactly(tuple("KBN", 280, 120, "shade-0"), tuple("PTR", 160, 160, "shade-4"));
        assertThat(shades.classes(WORDS)).containsExactly("<100", "100–149", "150–249", "250–399", "≥400");
    }

    @Test
    void whereNobodyLaidTheTilesOutThereIsNoMap() {
        assertThat(TileMap.of(new Area("36.02", "Lebak"), List.of())).isEmpty();
    }
}
