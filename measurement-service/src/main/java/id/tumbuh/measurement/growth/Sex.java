package id.tumbuh.measurement.growth;

/** Sex as the official forms write it: L (laki-laki) or P (perempuan). */
public enum Sex {
    L,
    P
}
