package id.tumbuh.intervention.area;

import static org.assertj.core.api.Assertions.assertThat;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealServers.class)
class AreaNamesTest {
    @Inject
    AreaTelling telling;

    @Inject
    AreaNames names;

    @Test
    void namesAreThoseOfTheNewestListDownToTheKecamatan() {
        telling.publish(
                "87.90", 2, Map.of("87.90.01", "Utara Baru", "87.90.02", "Selatan", "87.90.01.2001", "Sukamaju"));
        telling.publish("87.90", 1, Map.of("87.90.01", "Utara Lama"));

        assertThat(names.of(List.of("87.90", "87.90.01", "87.90.01.2001", "87.90.03")))
                .isEqualTo(Map.of("87.90", "Kabupaten 87.90", "87.90.01", "Utara Baru"));
    }

    @Test
    void theKecamatanOfAScopeAreInTheOrderOfTheirNames() {
        telling.publish("87.91", 1, Map.of("87.91.01", "Utara", "87.91.02", "Barat", "87.91.03", "Selatan"));

        assertThat(names.kecamatan(scope("87.91")))
                .containsExactly(
                        Map.entry("87.91.02", "Barat"),
                        Map.entry("87.91.03", "Selatan"),
                        Map.entry("87.91.01", "Utara"));
        assertThat(names.kecamatan(scope("87.91.03"))).containsOnlyKeys("87.91.03");
        assertThat(names.kecamatan(Scope.of(List.of()))).isEmpty();
    }

    @Test
    void whatRegistryPublishesIsUnderstood() throws IOException {
        telling.example();

        assertThat(names.of(List.of("36", "36.04", "36.04.20")))
                .isEqualTo(Map.of("36", "Banten", "36.04", "Kabupaten Serang", "36.04.20", "Tunjung Teja"));
    }

    private static Scope scope(String area) {
        return Scope.of(List.of(new AreaCode(area)));
    }
}
