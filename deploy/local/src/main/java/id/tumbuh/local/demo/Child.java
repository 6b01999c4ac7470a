package id.tumbuh.local.demo;

import java.time.LocalDate;

/**
 * One invented child.
 *
 * @param number counts through the kabupaten; seeds what happens to this child only
 * @param usual height-for-age around which it is measured
 */
record Child(
        int number,
        Sex sex,
        LocalDate born,
        String name,
        Household household,
        Posyandu posyandu,
        Stature stature,
        double usual) {

    /** Where the child lives and with whom. */
    record Household(String father, String mother, int rt, int rw, String address) {}

    boolean isUnnamed() {
        return name.endsWith(household.mother());
    }
}
