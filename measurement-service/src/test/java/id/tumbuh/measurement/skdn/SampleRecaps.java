package id.tumbuh.measurement.skdn;

import id.tumbuh.measurement.growth.Sex;
import id.tumbuh.measurement.skdn.Places.Names;
import id.tumbuh.measurement.skdn.RegistryPlaces.NamedPosyandu;
import id.tumbuh.platform.access.AreaCode;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Invented recaps: figures that add up as those of a posyandu do, from a seed. */
final class SampleRecaps {

    static final AreaCode DESA = new AreaCode("36.04.20.2006");
    static final AreaCode KECAMATAN = new AreaCode("36.04.20");
    static final YearMonth AUGUST = YearMonth.of(2025, 8);
    static final Instant NOW = Instant.parse("2025-09-03T03:20:00Z");
    static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
    static final SkdnPolicy POLICY = new SkdnPolicy(1, List.of(0, 6, 12, 24, 36), 60);

    private static final List<String> FLOWERS =
            List.of("Melati", "Mawar", "Anggrek", "Kenanga", "Dahlia", "Flamboyan", "Cempaka", "Teratai", "Kamboja");

    private final Random dice = new Random(20250803);
    private final List<RecapPart> parts = new ArrayList<>();
    private final Map<UUID, NamedPosyandu> named = new HashMap<>();

    static UUID id(int number) {
        return UUID.fromString("0198c1a0-0000-7000-8000-%012x".formatted(0xa3f10 + 37 * number));
    }

    static RecapPart part(@Nullable UUID posyandu, String area, boolean closed, List<SkdnRow> rows) {
        return new RecapPart(posyandu, area, closed, false, POLICY.version(), SkdnTable.cells(rows, POLICY));
    }

    static SkdnRow row(Sex sex, int fromMonth, Skdn figures) {
        return new SkdnRow(null, DESA.value(), sex, fromMonth, figures);
    }

    static Recap recap(AreaCode area, Places places, List<RecapPart> parts) {
        return AssembleRecap.of(new AssembleRecap.Question(area, AUGUST, NOW), places, parts);
    }

    static RecapWording words(Recap recap) {
        return new RecapWording(recap, ZONE);
    }

    static Recap ofDesa(int posyandu, Names names) {
        SampleRecaps samples = new SampleRecaps();
        for (int number = 0; number < posyandu; number++) {
            samples.posyandu(number, DESA.value());
        }
        samples.parts.add(part(null, DESA.value(), false, samples.rows(0.1)));
        Places places = new Places(Names.SHOWN, "Bojong Menteng", Map.of(), samples.named);
        return recap(DESA, names == Names.SHOWN ? places : Places.without(names), samples.parts);
    }

    static Recap ofKecamatan(int desa, int posyanduEach) {
        SampleRecaps samples = new SampleRecaps();
        Map<String, String> names = new TreeMap<>();
        for (int number = 0; number < desa; number++) {
            String code = KECAMATAN + "." + (2001 + number);
            names.put(code, FLOWERS.get(number % FLOWERS.size()) + " Jaya " + (number + 1));
            for (int one = 0; one < posyanduEach; one++) {
                samples.posyandu(number * posyanduEach + one, code);
            }
        }
        return recap(KECAMATAN, new Places(Names.SHOWN, "Tunjung Teja", names, samples.named), samples.parts);
    }

    private void posyandu(int number, String area) {
        UUID id = id(number);
        String name = FLOWERS.get(number % FLOWERS.size()) + " " + (1 + number / FLOWERS.size());
        named.put(id, new NamedPosyandu(id, area, name));
        boolean closed = dice.nextInt(3) > 0;
        RecapPart part = part(id, area, closed, rows(number == 3 ? 0 : 1));
        parts.add(new RecapPart(id, area, closed, closed && number % 5 == 0, part.ruleVersion(), part.cells()));
    }

    private List<SkdnRow> rows(double attendance) {
        List<SkdnRow> rows = new ArrayList<>();
        for (Sex sex : Sex.values()) {
            for (int band : POLICY.bandsFromMonth()) {
                int s = 1 + dice.nextInt(band < 12 ? 6 : 14);
                int k = s - dice.nextInt(1 + s / 4);
                int d = (int) (attendance * (k - dice.nextInt(1 + k / 4)));
                int n = d == 0 ? 0 : dice.nextInt(d + 1);
                int t = (d - n) / 2;
                int o = (d - n - t) / 2;
                rows.add(row(sex, band, new Skdn(s, k, d, n, t, o, d - n - t - o, t / 2, d / 8)));
            }
        }
        return rows;
    }
}
