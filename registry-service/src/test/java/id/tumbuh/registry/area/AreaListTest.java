package id.tumbuh.registry.area;

import static org.assertj.core.api.Assertions.assertThat;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.AreaLevel;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AreaListTest {
    private final AreaList list = new AreaList();

    @Test
    void theListIsCompleteAndEveryAreaHasItsParent() {
        Map<AreaLevel, Integer> counts = new EnumMap<>(AreaLevel.class);
        Map<AreaCode, String> names = new HashMap<>();
        list.entries().forEach(entry -> {
            AreaCode code = new AreaCode(entry.code());
            counts.merge(code.level(), 1, Integer::sum);
            assertThat(names.put(code, entry.name())).as("twice: %s", code).isNull();
            code.parent().ifPresent(parent -> assertThat(names).containsKey(parent));
        });

        assertThat(counts)
                .containsEntry(AreaLevel.PROVINSI, 38)
                .containsEntry(AreaLevel.KABUPATEN_KOTA, 514)
                .containsEntry(AreaLevel.KECAMATAN, 7_285)
                .containsEntry(AreaLevel.DESA_KELURAHAN, 83_762);
        assertThat(names)
                .containsEntry(new AreaCode("36.04"), "Kabupaten Serang")
                .containsEntry(new AreaCode("12.07.28.1007"), "Lubuk Pakam I,II")
                .containsEntry(new AreaCode("35.13.15.2017"), "Soka\"an");
        assertThat(names.values()).allSatisfy(name -> assertThat(name).doesNotContain("\t", "\\", "\n"));
        assertThat(list.aliases()).allSatisfy(alias -> assertThat(names).containsKey(new AreaCode(alias.code())));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "Tunjung Teja, tunjung teja",
        "Soka\"an, sokaan",
        "Udek Du’en, udek duen",
        "'Lubuk Pakam I,II', lubuk pakam i ii",
        "Béran, beran"
    })
    void namesAreComparedWithoutCaseAccentsAndPunctuation(String name, String normalised) {
        assertThat(new AreaName(name).normalised()).isEqualTo(normalised);
    }
}
