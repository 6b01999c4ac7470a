package id.tumbuh.load.duplicates;

import id.tumbuh.registry.sameperson.Person;

/** The same people with every NIK masked. */
final class WithoutNik {
    private WithoutNik() {}

    static People.Truth of(People.Truth truth) {
        return new People.Truth(
                truth.persons().stream().map(WithoutNik::masked).toList(), truth.sameAs(), truth.twins());
    }

    private static Person masked(Person person) {
        return new Person(
                person.id(),
                null,
                person.names(),
                person.birthDate(),
                person.sex(),
                person.desa(),
                person.birthOrder(),
                person.birthWeightGrams());
    }
}
