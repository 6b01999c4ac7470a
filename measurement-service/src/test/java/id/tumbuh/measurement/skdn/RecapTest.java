package id.tumbuh.measurement.skdn;

import static id.tumbuh.measurement.skdn.SampleRecaps.DESA;
import static id.tumbuh.measurement.skdn.SampleRecaps.KECAMATAN;
import static id.tumbuh.measurement.skdn.SampleRecaps.id;
import static id.tumbuh.measurement.skdn.SampleRecaps.part;
import static id.tumbuh.measurement.skdn.SampleRecaps.row;
import static id.tumbuh.measurement.skdn.SampleRecaps.words;
import static org.assertj.core.api.Assertions.assertThat;

import id.tumbuh.measurement.growth.Sex;
import id.tumbuh.measurement.skdn.Places.Names;
import id.tumbuh.measurement.skdn.Recap.BySex;
import id.tumbuh.measurement.skdn.Recap.State;
import id.tumbuh.measurement.skdn.SkdnTable.Figures;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecapTest {

    private static final Skdn TEN = new Skdn(10, 9, 8, 4, 2, 1, 1, 1, 1);
    private static final Skdn FIVE = new Skdn(5, 5, 4, 1, 1, 1, 1, 0, 0);
    private static final Skdn UNWEIGHED = new Skdn(7, 6, 0, 0, 0, 0, 0, 0, 0);

    @Test
    void everySumIsThatOfWhatIsUnderIt() {
        for (Recap recap : List.of(SampleRecaps.ofDesa(12, Names.SHOWN), SampleRecaps.ofKecamatan(9, 7))) {
            assertThat(recap.rows()).hasSizeGreaterThan(8).allSatisfy(row -> {
                assertThat(sum(row.bands(), Recap.Band::figures)).isEqualTo(row.figures());
                assertThat(plus(row.figures().l(), row.figures().p()))
                        .isEqualTo(row.figures().sum());
            });
            assertThat(recap.bands()).hasSize(5);
            assertThat(sum(recap.rows(), Recap.Row::figures)).isEqualTo(recap.total());
            assertThat(sum(recap.bands(), Recap.Band::figures)).isEqualTo(recap.total());
        }
    }

    @Test
    void kecamatanIsTheSumOfItsDesa() {
        List<RecapPart> all = List.of(
                part(id(1), DESA.value(), true, List.of(row(Sex.L, 0, TEN))),
                part(id(2), "36.04.20.2007", false, List.of(row(Sex.P, 12, FIVE))),
                part(null, DESA.value(), false, List.of(row(Sex.P, 12, UNWEIGHED))));
        Places none = Places.without(Names.AWAY);

        Recap f2 = SampleRecaps.recap(KECAMATAN, none, all);
        Recap f1 = SampleRecaps.recap(DESA, none, List.of(all.get(0), all.get(2)));

        assertThat(f2.form()).isEqualTo(Recap.Form.F2);
        assertThat(f2.rows()).extracting(Recap.Row::areaCode).containsExactly(DESA.value(), "36.04.20.2007");
        assertThat(f2.rows().getFirst().figures()).isEqualTo(f1.total());
        assertThat(f1.rows()).hasSize(2);
        assertThat(f1.total().sum().s()).isEqualTo(17);
        assertThat(f2.total().sum().s()).isEqualTo(22);
    }

    @Test
    void ratiosAreOfTheSumAndNoneOfNobody() {
        Recap recap = SampleRecaps.recap(
                DESA,
                Places.without(Names.AWAY),
                List.of(
                        part(id(1), DESA.value(), true, List.of(row(Sex.L, 0, TEN), row(Sex.P, 6, FIVE))),
                        part(id(2), DESA.value(), true, List.of())));

        BySex total = recap.total();
        assertThat(total.ratios().kOfS().value()).isEqualTo(14 / 15.0);
        assertThat(total.ratios().dOfS().value()).isEqualTo(12 / 15.0);
        assertThat(total.ratios().nOfD().value()).isEqualTo(5 / 12.0);
        assertThat(total.ratios().nOfS().value()).isEqualTo(5 / 15.0);
        assertThat(recap.rows().get(1).figures().ratios().kOfS().value()).isNull();
    }

    @Test
    void reportedAreTheClosedOnesAndWhoWeighedNobodyIsCounted() {
        Recap recap = SampleRecaps.recap(
                DESA,
                Places.without(Names.AWAY),
                List.of(
                        part(id(1), DESA.value(), true, List.of(row(Sex.L, 0, TEN))),
                        part(id(2), DESA.value(), true, List.of(row(Sex.L, 0, UNWEIGHED))),
                        part(id(3), DESA.value(), false, List.of(row(Sex.L, 0, UNWEIGHED))),
                        part(null, DESA.value(), false, List.of(row(Sex.L, 0, FIVE)))));

        assertThat(recap.reporting().posyandu()).isEqualTo(3);
        assertThat(recap.reporting().closed()).isEqualTo(2);
        assertThat(recap.reporting().withoutWeighing()).isEqualTo(1);
        assertThat(recap.reporting().notYet())
                .extracting(Recap.Missing::posyanduId)
                .containsExactly(id(3));
        assertThat(words(recap).reporting())
                .isEqualTo("Sudah menutup bulan: 2 dari 3 posyandu, 1 di antaranya dengan D = 0.");
        assertThat(words(recap).notYet(40)).startsWith("Belum lapor (1): Posyandu \u2026");
    }

    @ParameterizedTest
    @CsvSource({"true, true, CLOSED, TUTUP", "true, false, PARTLY_CLOSED, 1/2 TUTUP", "false, false, OPEN, BUKA"})
    void desaIsClosedWhenAllItsPosyanduAre(boolean one, boolean other, State state, String word) {
        Recap recap = SampleRecaps.recap(
                KECAMATAN,
                Places.without(Names.AWAY),
                List.of(
                        part(id(1), DESA.value(), one, List.of(row(Sex.L, 0, TEN))),
                        part(id(2), DESA.value(), other, List.of(row(Sex.L, 0, FIVE))),
                        part(null, DESA.value(), false, List.of(row(Sex.L, 0, FIVE)))));

        assertThat(recap.rows()).singleElement().satisfies(row -> {
            assertThat(row.state()).isEqualTo(state);
            assertThat(row.posyandu()).isEqualTo(2);
            assertThat(words(recap).state(row)).isEqualTo(word);
        });
    }

    @Test
    void desaWithoutAChildIsARowOfNothing() {
        Places places = new Places(
                Names.SHOWN, "Tunjung Teja", Map.of(DESA.value(), "Bojong Menteng", "36.04.20.2001", "Lain"), Map.of());
        Recap recap = SampleRecaps.recap(
                KECAMATAN, places, List.of(part(id(1), DESA.value(), true, List.of(row(Sex.L, 0, TEN)))));

        assertThat(recap.rows()).extracting(Recap.Row::name).containsExactly("Lain", "Bojong Menteng");
        assertThat(recap.rows().getFirst().figures()).isEqualTo(BySex.of(List.of()));
    }

    @Test
    void titleNamesMonthAndPlaceOrItsCode() {
        assertThat(words(SampleRecaps.ofDesa(1, Names.SHOWN)).title())
                .isEqualTo("Rekap SKDN bulan Agustus 2025 - Desa Bojong Menteng (36.04.20.2006)");
        assertThat(words(SampleRecaps.ofKecamatan(1, 1)).title())
                .isEqualTo("Rekap SKDN bulan Agustus 2025 - Kecamatan Tunjung Teja (36.04.20)");
        Recap unnamed = SampleRecaps.ofDesa(1, Names.AWAY);
        assertThat(words(unnamed).title()).isEqualTo("Rekap SKDN bulan Agustus 2025 - Desa 36.04.20.2006");
        assertThat(words(unnamed).notes())
                .contains("Layanan registri tidak menjawab: kode ditampilkan sebagai pengganti nama.");
    }

    @Test
    void longListOfThoseMissingSaysHowManyMore() {
        Recap recap = SampleRecaps.ofKecamatan(10, 20);

        int missing = recap.reporting().notYet().size();
        assertThat(words(recap).notYet(40))
                .startsWith("Belum lapor (" + missing + "): Melati Jaya 1: ")
                .endsWith("; dan " + (missing - 40) + " posyandu lagi.");
        assertThat(words(recap).notYet(missing)).endsWith(".").doesNotContain("lagi");
    }

    private static <T> BySex sum(List<T> parts, Function<T, BySex> figures) {
        Figures boys = Figures.of(Skdn.NOBODY);
        Figures girls = Figures.of(Skdn.NOBODY);
        for (T part : parts) {
            boys = plus(boys, figures.apply(part).l());
            girls = plus(girls, figures.apply(part).p());
        }
        Figures both = plus(boys, girls);
        return new BySex(boys, girls, both, SkdnTable.Ratios.of(both));
    }

    private static Figures plus(Figures one, Figures other) {
        return Figures.of(one.skdn().plus(other.skdn()));
    }
}
