package id.tumbuh.reporting.page;

import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.reporting.Given;
import id.tumbuh.reporting.Measured;
import id.tumbuh.reporting.monthly.MonthCounters;
import id.tumbuh.reporting.quality.Assessed;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A kabupaten as large as Serang: 29 kecamatan, one of 9 desa and 45 posyandu, one as large as the largest. Nobody in it is real. */
final class SampleKabupaten {
    static final String CODE = "64.04";
    static final String DISTRICT = "64.04.20";
    /** 17 desa and 107 posyandu, of which none reported: what has to fit on a page all the same. */
    static final String LARGEST = "64.04.23";

    static final int POSYANDU = 45;
    static final int LATE = 7;
    static final int LARGEST_POSYANDU = 107;
    private static final int DESA = 9;
    private static final int LARGEST_DESA = 17;
    private static final String[] KECAMATAN = {
        "05 Kramatwatu",
        "06 Waringinkurung",
        "07 Bojonegara",
        "08 Pulo Ampel",
        "09 Ciruas",
        "11 Kragilan",
        "12 Pontang",
        "13 Tirtayasa",
        "14 Tanara",
        "15 Cikande",
        "16 Kibin",
        "17 Carenang",
        "18 Binuang",
        "19 Petir",
        "20 Tunjung Teja",
        "22 Baros",
        "23 Cikeusal",
        "24 Pamarayan",
        "25 Kopo",
        "26 Jawilan",
        "27 Ciomas",
        "28 Pabuaran",
        "29 Padarincang",
        "30 Anyar",
        "31 Cinangka",
        "32 Mancak",
        "33 Gunungsari",
        "34 Bandung",
        "35 Lebak Wangi"
    };

    private SampleKabupaten() {}

    static Announcement areas() {
        List<String> areas = new ArrayList<>();
        for (String one : KECAMATAN) {
            String code = CODE + "." + one.substring(0, 2);
            areas.add(named(code, one.substring(3)));
            for (int desa = 1; desa <= desaOf(code); desa++) {
                areas.add(named(desa(code, desa), "Desa Contoh " + desa));
            }
        }
        return Given.event("registry.areas", "registry.areas-published", CODE, CODE, 1, """
                {"code":"%s","name":"Kabupaten Contoh","level":"KABUPATEN_KOTA","parentCode":"64","parentName":"Provinsi Contoh",
                "version":1,"areas":[%s]}""".formatted(
                        CODE, String.join(",", areas)));
    }

    private static String named(String code, String name) {
        return "{\"code\":\"%s\",\"name\":\"%s\"}".formatted(code, name);
    }

    private static int desaOf(String kecamatan) {
        return switch (kecamatan) {
            case DISTRICT -> DESA;
            case LARGEST -> LARGEST_DESA;
            default -> 2;
        };
    }

    private static String desa(String kecamatan, int number) {
        return "%s.%d".formatted(kecamatan, 2000 + number);
    }

    /** As registry lists them. */
    static List<RegistryPosyandu.Named> posyandu(String kecamatan) {
        int count = kecamatan.equals(LARGEST) ? LARGEST_POSYANDU : POSYANDU;
        return IntStream.range(0, count)
                .mapToObj(number -> new RegistryPosyandu.Named(
                        posyandu(kecamatan, number),
                        desa(kecamatan, 1 + number % desaOf(kecamatan)),
                        "Melati Contoh " + (1 + number)))
                .toList();
    }

    static UUID posyandu(String kecamatan, int number) {
        return new UUID(Long.parseLong(kecamatan.replace(".", "")), number);
    }

    /**
     * The district in the present month: two children for each posyandu, one weighed where it reported, every fourth without gain;
     * five stunted, two of them severely, three since this month; four families at risk; two posyandu that measure badly.
     */
    static List<Announcement> happenings() {
        LocalDate today = MonthCounters.today();
        return IntStream.range(0, POSYANDU)
                .boxed()
                .flatMap(number -> ofPosyandu(number, today))
                .toList();
    }

    private static Stream<Announcement> ofPosyandu(int number, LocalDate today) {
        String desa = desa(DISTRICT, 1 + number % DESA);
        UUID weighed = new UUID(64, 2L * number);
        List<Announcement> all = new ArrayList<>(List.of(
                Given.child(weighed, 1, desa, "L", today.minusMonths(14), true),
                Given.child(new UUID(64, 2L * number + 1), 1, desa, "P", today.minusMonths(30), true)));
        if (number >= LATE) {
            all.add(Measured.of(weighed, today, desa)
                    .withId(new UUID(6404, number))
                    .at(posyandu(DISTRICT, number))
                    .marked(number % 4 == 0 ? "T" : "N")
                    .height(number < LATE + 5 ? "STUNTED" : "NORMAL")
                    .event());
        }
        if (number >= LATE && number < LATE + 5) {
            all.add(stunted(weighed, desa, number < LATE + 2, number < LATE + 3 ? today : today.minusMonths(3)));
        }
        if (number < 4) {
            all.add(Given.family(new UUID(6420, number), 1, desa, true, List.of("UNSAFE_WATER")));
        }
        return all.stream();
    }

    static List<Announcement> assessed() {
        String month = YearMonth.from(MonthCounters.today()).toString();
        List<Announcement> all = new ArrayList<>();
        for (int number = 10; number < 12; number++) {
            all.add(Assessed.of(posyandu(DISTRICT, number), month, desa(DISTRICT, 1 + number % DESA))
                    .cases(0)
                    .rounded(30)
                    .event());
        }
        for (int number = 0; number < 20; number++) {
            all.add(Assessed.of(posyandu(LARGEST, number), month, desa(LARGEST, 1 + number % LARGEST_DESA))
                    .cases(0)
                    .rounded(30)
                    .event());
        }
        return all;
    }

    private static Announcement stunted(UUID child, String desa, boolean severely, LocalDate since) {
        return Given.event(
                "measurement.children",
                "measurement.child-became-stunted",
                child.toString(),
                child.toString(),
                1,
                """
                {"childId":"%s","version":1,"familyId":"%s","areaCode":"%s","sex":"L","stunting":"%s","since":"%s","measuredOn":"%s",
                "lengthHeightForAge":-2.35,"ageMonths":14}""".formatted(child, child, desa, severely ? "SEVERELY_STUNTED" : "STUNTED", since, since));
    }
}
