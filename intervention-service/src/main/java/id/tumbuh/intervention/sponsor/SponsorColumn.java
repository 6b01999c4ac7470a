package id.tumbuh.intervention.sponsor;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Columns of a list of sponsors, by the titles that people give them. */
enum SponsorColumn {
    REFERENCE(true, "kode|no urut|nomor|code|reference"),
    NAME(false, "nama|name"),
    INSTITUTION(true, "instansi|opd|perusahaan|lembaga|institution"),
    KIND(false, "jenis|kind"),
    AREA(true, "wilayah|kode wilayah|area"),
    CAPACITY(false, "kapasitas|jumlah anak|kuota|capacity"),
    PREFERRED_AREAS(false, "wilayah pilihan|kecamatan pilihan|preferred areas"),
    ITEMS(false, "bantuan|jenis bantuan|items"),
    FROM(true, "mulai|from"),
    UNTIL(true, "sampai|selesai|until");

    private final boolean required;
    private final Pattern titles;

    SponsorColumn(boolean required, String titles) {
        this.required = required;
        this.titles = Pattern.compile(titles);
    }

    boolean isRequired() {
        return required;
    }

    static Optional<SponsorColumn> of(String title) {
        String plain = title.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        return Arrays.stream(values())
                .filter(column -> column.titles.matcher(plain).matches())
                .findFirst();
    }
}
