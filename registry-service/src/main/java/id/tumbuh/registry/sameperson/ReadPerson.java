package id.tumbuh.registry.sameperson;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A record whose names are read: read once, compared often. */
public final class ReadPerson {
    private final Person person;
    private final @Nullable WrittenName name;
    private final @Nullable WrittenName mother;
    private final @Nullable WrittenName father;
    private final @Nullable WrittenName spouse;

    ReadPerson(Person person, NameRules names) {
        this.person = person;
        this.name = names.ofChild(person.names().own());
        this.mother = names.ofAdult(person.names().mother());
        this.father = names.ofAdult(person.names().father());
        this.spouse = names.ofAdult(person.names().spouse());
    }

    public Person person() {
        return person;
    }

    @Nullable
    WrittenName name() {
        return name;
    }

    @Nullable
    WrittenName mother() {
        return mother;
    }

    @Nullable
    WrittenName father() {
        return father;
    }

    @Nullable
    WrittenName spouse() {
        return spouse;
    }

    /**
     * Texts that records of one person are likely to share at least one of, so that only records with a common key need be
     * compared. Names stand in them: they are stored as keyed hashes only.
     */
    public List<String> keys() {
        List<String> keys = new ArrayList<>();
        if (person.nikIndex() != null) {
            keys.add("nik:" + person.nikIndex());
        }
        List<String> kin = new ArrayList<>();
        addFirst(mother, kin);
        addFirst(father, kin);
        addFirst(spouse, kin);
        if (name != null) {
            for (String relative : kin) {
                keys.add("name:" + String.join(" ", name.sounds()) + ":" + relative);
            }
        }
        if (person.birthDate() != null) {
            addOfBirth(person.birthDate(), kin, keys);
        }
        return keys.stream().distinct().toList();
    }

    private void addOfBirth(LocalDate born, List<String> kin, List<String> keys) {
        String day = eitherWayRound(born);
        String village = person.desa().value() + ":" + born.getYear();
        for (String sound : name == null ? List.<String>of() : name.sounds()) {
            if (sound.length() > 2) {
                keys.add("day:" + day + ":" + sound);
                keys.add("village:" + village + ":" + sound);
            }
        }
        kin.forEach(relative -> keys.add("kin:" + day + ":" + relative));
    }

    private static void addFirst(@Nullable WrittenName name, List<String> kin) {
        if (name != null) {
            kin.add(name.sounds().getFirst());
        }
    }

    /** The same for 2 January and 1 February: day and month are swapped often. */
    private static String eitherWayRound(LocalDate date) {
        int day = date.getDayOfMonth();
        int month = date.getMonthValue();
        return date.getYear() + "-" + Math.min(day, month) + "-" + Math.max(day, month);
    }

    @Override
    public String toString() {
        return "ReadPerson[" + person.id() + "]";
    }
}
