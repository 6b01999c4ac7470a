package id.tumbuh.registry.identity;

/** Sex as it stands on every official form: laki-laki, perempuan. */
public enum Sex {
    L,
    P
}
