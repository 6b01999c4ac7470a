package id.tumbuh.registry.imports.eppgbm;

/** Where a row says that a child lives, by names only. */
public record Place(String provinsi, String kabupaten, String kecamatan, String desa) {}
