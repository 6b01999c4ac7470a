package id.tumbuh.local.demo;

/** Sex as the file writes it: laki-laki, perempuan. */
enum Sex {
    L,
    P
}
