package id.tumbuh.load.duplicates;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.registry.identity.Sex;
import id.tumbuh.registry.sameperson.Person;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * A registry of invented families in four kabupaten, with some of their members registered a second time by somebody else.
 * Adults and children under five, siblings, twins with names like each other's, newborns without one.
 */
final class People {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
    private static final double TWIN_BIRTHS = 0.012;

    private final Draw draw;
    private final Secondhand secondhand;
    private final List<AreaCode> villages = villages();
    private final List<Person> persons = new ArrayList<>();
    private final Map<UUID, UUID> sameAs = new HashMap<>();
    private int twins;
    private int niks;

    /**
     * @param sameAs the original of each person registered twice
     * @param twins pairs of twins among them
     */
    record Truth(List<Person> persons, Map<UUID, UUID> sameAs, int twins) {}

    private People(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        this.draw = new Draw(random);
        this.secondhand = new Secondhand(draw, villages);
    }

    /** So many records in all, that share of them registered twice. */
    static Truth invent(int records, double duplicates, long seed) {
        People people = new People(seed);
        int originals = (int) Math.round(records * (1 - duplicates));
        while (people.persons.size() < originals) {
            people.addFamily();
        }
        List<Person> first = List.copyOf(people.persons.subList(0, originals));
        people.persons.clear();
        people.persons.addAll(first);
        List<Person> left = new ArrayList<>(first);
        while (people.persons.size() < records) {
            Person original = left.remove(people.draw.below(left.size()));
            Person again = people.secondhand.again(original, people.id());
            people.persons.add(again);
            people.sameAs.put(again.id(), original.id());
        }
        return new Truth(List.copyOf(people.persons), Map.copyOf(people.sameAs), people.twins);
    }

    private void addFamily() {
        AreaCode village = draw.of(villages);
        String father = Words.adult(Sex.L, draw);
        String mother = Words.adult(Sex.P, draw);
        LocalDate motherBorn = TODAY.minusYears(19).minusDays(draw.below(24 * 365));
        persons.add(adult(Sex.P, motherBorn, mother, father, village));
        persons.add(adult(Sex.L, motherBorn.minusDays(draw.below(2500)), father, mother, village));
        int births = 1 + draw.rank(3);
        LocalDate born = TODAY.minusDays(draw.below(800));
        Set<String> taken = new HashSet<>();
        for (int order = births; order >= 1 && born.isAfter(TODAY.minusYears(5)); order--) {
            addBirth(new Birth(village, mother, father, born, order, taken));
            born = born.minusDays(400 + draw.below(700));
        }
    }

    private record Birth(AreaCode village, String mother, String father, LocalDate on, int order, Set<String> taken) {}

    private void addBirth(Birth birth) {
        Sex sex = sex();
        String name = name(sex, birth);
        persons.add(child(birth, birth.order(), sex, name));
        if (draw.happens(TWIN_BIRTHS)) {
            twins++;
            Sex other = draw.happens(0.65) ? sex : sex();
            String twin = draw.happens(0.5) ? Twins.nameLike(name, draw) : name(other, birth);
            persons.add(child(birth, birth.order() + 1, other, twin));
        }
    }

    /** No two children of a family have one name. */
    private String name(Sex sex, Birth birth) {
        String name = Words.child(sex, draw);
        while (!birth.taken().add(name)) {
            name = Words.child(sex, draw);
        }
        return name;
    }

    private Person child(Birth birth, int order, Sex sex, String name) {
        boolean isNameless = birth.on().isAfter(TODAY.minusDays(45)) && draw.happens(0.6);
        return new Person(
                id(),
                draw.happens(0.5) ? nik() : null, // the others are masked in the export, or have none yet
                new Person.Names(
                        isNameless ? "By Ny " + birth.mother() : name,
                        draw.happens(0.95) ? birth.mother() : null,
                        draw.happens(0.8) ? birth.father() : null,
                        null),
                birth.on(),
                sex,
                birth.village(),
                draw.happens(0.7) ? order : null,
                draw.happens(0.7) ? 2200 + 100 * draw.below(17) : null);
    }

    /** A family card names the parents of everybody on it; what comes without the card knows the spouse at most. */
    private Person adult(Sex sex, LocalDate born, String name, String spouse, AreaCode village) {
        boolean fromCard = draw.happens(0.6);
        Person.Names names = new Person.Names(
                name,
                fromCard ? Words.adult(Sex.P, draw) : null,
                fromCard ? Words.adult(Sex.L, draw) : null,
                draw.happens(0.9) ? spouse : null);
        LocalDate known = draw.happens(0.03) ? born.withDayOfYear(1) : born; // only the year is known
        return new Person(id(), draw.happens(0.8) ? nik() : null, names, known, sex, village, null, null);
    }

    private Sex sex() {
        return draw.happens(0.51) ? Sex.L : Sex.P;
    }

    private String nik() {
        return "nik-" + niks++;
    }

    private UUID id() {
        return new UUID(draw.random().nextLong(), draw.random().nextLong());
    }

    /** Four neighbouring kabupaten and kota, of 25 kecamatan with 12 desa each. */
    private static List<AreaCode> villages() {
        List<AreaCode> villages = new ArrayList<>();
        for (String kabupaten : List.of("36.01", "36.02", "36.04", "36.73")) {
            for (int kecamatan = 1; kecamatan <= 25; kecamatan++) {
                for (int desa = 1; desa <= 12; desa++) {
                    villages.add(new AreaCode("%s.%02d.2%03d".formatted(kabupaten, kecamatan, desa)));
                }
            }
        }
        return List.copyOf(villages);
    }
}
