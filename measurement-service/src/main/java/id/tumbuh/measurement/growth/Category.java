package id.tumbuh.measurement.growth;

/**
 * What Permenkes 2/2020 calls a z-score. The constant's name is the code on the wire, the label stands on the form.
 */
public sealed interface Category permits HeightForAge, WeightForAge, WeightForHeight, HeadForAge {

    String name();

    /** The official Indonesian name. */
    String label();
}
