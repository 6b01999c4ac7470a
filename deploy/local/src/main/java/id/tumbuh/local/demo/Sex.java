package id.tumbuh.local.demo;

/** Sex as the file writes it: laki-laki, perempuan. */
public enum Sex {
    /** Laki-laki. */
    L,
    /** Perempuan. */
    P
}
