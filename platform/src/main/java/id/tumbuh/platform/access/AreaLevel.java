package id.tumbuh.platform.access;

/** The four administrative levels that have a Kemendagri code; RW and RT below them are plain numbers. */
public enum AreaLevel {
    PROVINSI(2),
    KABUPATEN_KOTA(5),
    KECAMATAN(8),
    DESA_KELURAHAN(13);

    private final int codeLength;

    AreaLevel(int codeLength) {
        this.codeLength = codeLength;
    }

    /** Characters of a dotted code of this level, as in {@code 36.04.20.2006}. */
    public int codeLength() {
        return codeLength;
    }
}
