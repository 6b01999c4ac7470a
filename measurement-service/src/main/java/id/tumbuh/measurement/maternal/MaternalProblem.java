package id.tumbuh.measurement.maternal;

import id.tumbuh.platform.http.ProblemCode;

/** What can be wrong with a check, beside what is wrong with any request or measurement. */
enum MaternalProblem implements ProblemCode {
    UNKNOWN_AREA(400, "Wilayah tidak dikenal bagi pengirim", "The area is not known to the sender"),
    NOT_A_VILLAGE(400, "Harus kode desa/kelurahan", "Must be the code of a desa or kelurahan"),
    NOTHING_CHECKED(400, "Tidak ada hasil pemeriksaan sama sekali", "Nothing at all was checked"),
    WEEKS_GIVEN_TWICE(
            400,
            "Umur kehamilan cukup satu kali: gestationalWeeks atau lastMenstrualPeriodOn",
            "Give the weeks once: gestationalWeeks or lastMenstrualPeriodOn"),
    AGE_GIVEN_TWICE(400, "Umur cukup satu kali: birthDate atau ageYears", "Give the age once: birthDate or ageYears"),
    FIXED_FIELD(
            400,
            "Tidak dapat diganti; batalkan pemeriksaan ini dan catat yang baru",
            "Can't be changed; void this check and record a new one"),
    CHECK_CONFLICT(409, "Nomor ini sudah dipakai pemeriksaan lain", "This id belongs to a check with other content"),
    CHECK_VOIDED(409, "Pemeriksaan ini sudah dibatalkan", "This check was voided");

    private final int status;
    private final String indonesian;
    private final String english;

    MaternalProblem(int status, String indonesian, String english) {
        this.status = status;
        this.indonesian = indonesian;
        this.english = english;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String indonesian() {
        return indonesian;
    }

    @Override
    public String english() {
        return english;
    }
}
