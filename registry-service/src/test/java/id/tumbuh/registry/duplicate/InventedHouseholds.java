package id.tumbuh.registry.duplicate;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;

/**
 * Invented households of adults in two kabupaten, some of them registered a second time by the other's system, with the mistakes of
 * somebody who writes what is heard. Among those who are two: brothers born on one day with names like each other's who live in one
 * desa, and namesakes. Names are as frequent as in the rule {@code sameperson.common-words}.
 */
final class InventedHouseholds {
    private static final List<String> MEN = List.of(
            "agus",
            "budi",
            "ahmad",
            "slamet",
            "bambang",
            "eko",
            "dedi",
            "hendra",
            "asep",
            "supriyadi",
            "andi",
            "iwan",
            "wawan",
            "rudi",
            "herman",
            "joko",
            "dadang",
            "yusuf",
            "ujang",
            "maman",
            "udin",
            "suparman",
            "jajang",
            "fajar",
            "rahmat");
    private static final List<String> MEN_LAST = List.of(
            "setiawan",
            "saputra",
            "hidayat",
            "kurniawan",
            "santoso",
            "wijaya",
            "firmansyah",
            "gunawan",
            "susanto",
            "permana",
            "mulyadi",
            "nugroho",
            "suryadi",
            "hermawan",
            "rohman",
            "hakim",
            "iskandar",
            "effendi",
            "jaelani",
            "kosasih");
    private static final List<String> WOMEN = List.of(
            "siti",
            "sri",
            "dewi",
            "sulastri",
            "sumiati",
            "aminah",
            "nuraini",
            "fitriani",
            "rohayati",
            "yuliana",
            "ani",
            "rina",
            "maryati",
            "eneng",
            "neneng",
            "iis",
            "imas",
            "ida",
            "lilis",
            "rini",
            "entin",
            "euis",
            "ratna",
            "tuti",
            "murni",
            "halimah");
    private static final List<String> WOMEN_LAST = List.of(
            "wati",
            "lestari",
            "nurhayati",
            "ningsih",
            "sari",
            "rahayu",
            "handayani",
            "hasanah",
            "susanti",
            "wulandari",
            "kurniasih",
            "astuti",
            "nurjanah",
            "purnamasari",
            "oktaviani",
            "solihat",
            "anggraeni",
            "hidayati",
            "rohmah",
            "komalasari");
    private static final List<String> SYLLABLES = List.of(
            "ra", "di", "su", "mar", "ni", "ta", "ka", "wi", "lu", "sar", "na", "ti", "ko", "mi", "ro", "han", "le",
            "fa", "zu", "bar");
    private static final List<List<String>> HEARD = List.of(
            List.of("u", "oe"),
            List.of("j", "dj"),
            List.of("y", "j"),
            List.of("i", "y"),
            List.of("f", "p"),
            List.of("a", "ah"),
            List.of("s", "sh"),
            List.of("n", "nn"),
            List.of("e", "i"),
            List.of("r", "l"),
            List.of("au", "o"));

    private final RandomGenerator random;
    private final List<List<String>> desa;
    private final List<Household> households = new ArrayList<>();
    private final Map<UUID, UUID> sameAs = new HashMap<>();
    private final Set<String> niks = new HashSet<>();

    /** A family with those who are registered of it. */
    record Household(UUID id, String area, String head, List<Adult> adults) {
        Household {
            adults = List.copyOf(adults);
        }
    }

    /** Somebody of a household, as it is sent. */
    record Adult(
            UUID id,
            String relation,
            String sex,
            LocalDate born,
            String name,
            @Nullable String nik) {}

    /** @param sameAs the first record of each person registered twice */
    record Truth(List<Household> households, Map<UUID, UUID> sameAs) {}

    private InventedHouseholds(List<List<String>> desa, long seed) {
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        this.desa = desa;
    }

    /** @param desa of the two kabupaten */
    static Truth invent(int families, double twice, List<List<String>> desa, long seed) {
        InventedHouseholds invented = new InventedHouseholds(desa, seed);
        for (int each = 0; each < families; each++) {
            invented.add(each % 2);
        }
        List<Household> first = List.copyOf(invented.households);
        for (Household household : first) {
            if (invented.random.nextDouble() < twice) {
                invented.again(household);
            }
        }
        return new Truth(List.copyOf(invented.households), Map.copyOf(invented.sameAs));
    }

    private void add(int kabupaten) {
        String area = of(desa.get(kabupaten));
        LocalDate born = LocalDate.of(1965, 1, 1).plusDays(random.nextInt(13_000));
        String head = name(MEN, MEN_LAST);
        addOf(area, head, born);
        if (random.nextDouble() < 0.05) { // a brother, born on the same day, two doors away
            addOf(area, head.substring(0, Math.max(3, head.indexOf(' '))) + " " + written(word(MEN_LAST)), born);
        }
        if (random.nextDouble() < 0.05) { // a namesake
            addOf(
                    of(desa.get(random.nextInt(2))),
                    head,
                    LocalDate.of(1965, 1, 1).plusDays(random.nextInt(13_000)));
        }
    }

    private void addOf(String area, String head, LocalDate born) {
        List<Adult> adults = new ArrayList<>();
        adults.add(adult("HEAD", "L", born, head));
        adults.add(adult("WIFE", "P", born.plusDays(random.nextInt(2_500)), name(WOMEN, WOMEN_LAST)));
        if (random.nextDouble() < 0.4) {
            boolean isGrandmother = random.nextDouble() < 0.7;
            adults.add(adult(
                    "PARENT",
                    isGrandmother ? "P" : "L",
                    born.minusDays(8_000 + random.nextInt(3_000)),
                    isGrandmother ? name(WOMEN, WOMEN_LAST) : name(MEN, MEN_LAST)));
        }
        if (random.nextDouble() < 0.3) {
            boolean isSon = random.nextBoolean();
            adults.add(adult(
                    "CHILD",
                    isSon ? "L" : "P",
                    born.plusDays(8_000 + random.nextInt(1_500)),
                    isSon ? name(MEN, MEN_LAST) : name(WOMEN, WOMEN_LAST)));
        }
        households.add(new Household(id(), area, head, adults));
    }

    private Adult adult(String relation, String sex, LocalDate born, String name) {
        return new Adult(id(), relation, sex, born, name, random.nextDouble() < 0.6 ? nik() : null);
    }

    /** By the system of the other kabupaten: a NIK comes along seldom, exports mask it; somebody is left out now and then. */
    private void again(Household household) {
        boolean isFirst = desa.getFirst().contains(household.area());
        List<Adult> adults = new ArrayList<>();
        for (Adult adult : household.adults()) {
            if (random.nextDouble() < 0.92) {
                String nik = random.nextDouble() < 0.16 ? adult.nik() : null;
                Adult other = new Adult(
                        id(), adult.relation(), adult.sex(), birthDate(adult.born()), heard(adult.name()), nik);
                adults.add(other);
                sameAs.put(other.id(), adult.id());
            }
        }
        households.add(new Household(id(), of(desa.get(isFirst ? 1 : 0)), heard(household.head()), adults));
    }

    private LocalDate birthDate(LocalDate born) {
        double what = random.nextDouble();
        try {
            if (what < 0.03) {
                return LocalDate.of(born.getYear(), born.getDayOfMonth(), born.getMonthValue());
            }
            return what < 0.06
                    ? born.withDayOfMonth(1 + random.nextInt(28))
                    : what < 0.07 ? born.withDayOfYear(1) : born;
        } catch (DateTimeException noSuchDay) {
            return born;
        }
    }

    private String heard(String name) {
        List<String> words = new ArrayList<>(Arrays.asList(name.split(" ", -1)));
        if (words.size() > 1 && random.nextDouble() < 0.05) {
            words.removeLast();
        }
        if (random.nextDouble() < 0.25) {
            int at = random.nextInt(words.size());
            List<String> pair = of(HEARD);
            words.set(at, words.get(at).replaceFirst("(?<=.)" + pair.getFirst(), pair.getLast()));
        }
        String written = String.join(" ", words);
        if (random.nextDouble() < 0.06) {
            written = (random.nextBoolean() ? "H. " : "Ny. ") + written;
        }
        return random.nextDouble() < 0.3 ? written.toUpperCase(Locale.ROOT) : written;
    }

    private String name(List<String> first, List<String> last) {
        String name = written(word(first));
        return random.nextDouble() < 0.2 ? name : name + " " + written(word(last));
    }

    /** The n-th of a list about n times rarer than the first; one in five is in no list. */
    private String word(List<String> words) {
        if (random.nextDouble() < 0.2) {
            return of(SYLLABLES) + of(SYLLABLES) + of(SYLLABLES);
        }
        double most = Math.log(words.size() + 3.0);
        double rank = Math.exp(Math.log(3.0) + random.nextDouble() * (most - Math.log(3.0))) - 3.0;
        return words.get(Math.min(words.size() - 1, (int) rank));
    }

    private String nik() {
        String nik;
        do {
            nik = "3171" + (10 + random.nextInt(80)) + "0101" + (50 + random.nextInt(50))
                    + String.format(Locale.ROOT, "%04d", 1 + random.nextInt(9_998));
        } while (!niks.add(nik));
        return nik;
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private <T> T of(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static String written(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
