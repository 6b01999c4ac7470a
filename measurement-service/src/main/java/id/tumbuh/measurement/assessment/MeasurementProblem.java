package id.tumbuh.measurement.assessment;

import id.tumbuh.platform.http.ProblemCode;

/** What can be wrong with a measurement, beside what is wrong with any request. */
public enum MeasurementProblem implements ProblemCode {
    AGE_GIVEN_TWICE(
            400,
            "Umur cukup diberikan satu kali: birthDate dengan measuredOn, ageDays, atau ageMonths",
            "Give the age once: birthDate with measuredOn, ageDays or ageMonths"),
    MEASURED_BEFORE_BIRTH(400, "Tanggal pengukuran sebelum tanggal lahir", "The measurement is dated before the birth"),
    MEASURED_IN_FUTURE(400, "Tanggal pengukuran di masa depan", "The measurement is dated in the future"),
    NOTHING_MEASURED(400, "Tidak ada hasil ukur sama sekali", "Nothing at all was measured"),
    NOT_AN_ID(400, "Bukan UUID", "Not a UUID"),
    UNKNOWN_WORD(400, "Bukan salah satu kata yang dikenal", "Not one of the known words"),
    MEASUREMENT_CONFLICT(
            409, "Nomor ini sudah dipakai pengukuran lain", "This id belongs to a measurement with other content"),
    NOT_A_KIT(
            400,
            "Nomor alat ukur: huruf, angka, - dan /, paling banyak 16",
            "A kit's number: letters, digits, - and /, at most 16"),
    NO_REASON_OF_STAFF(
            400,
            "Alasan perbaikan: TYPING_MISTAKE, WRONG_DATE, WRONG_CHILD, MEASURED_AGAIN, FAULTY_INSTRUMENT,"
                    + " RECORDED_TWICE atau OTHER",
            "A reason is one of TYPING_MISTAKE, WRONG_DATE, WRONG_CHILD, MEASURED_AGAIN, FAULTY_INSTRUMENT,"
                    + " RECORDED_TWICE, OTHER"),
    CHILD_UNKNOWN(422, "Anak ini tidak dikenal di wilayah Anda", "There is no such child in your areas"),
    WEIGHT_AND_HEIGHT_SWAPPED(
            400, "Berat dan tinggi badan mungkin tertukar", "Weight and height may have been swapped"),
    IMPLAUSIBLE(400, "Angkanya hampir tidak mungkin; periksa lagi", "Hardly possible; look at it again"),
    TOO_BUSY(503, "Layanan sedang penuh, coba lagi sebentar lagi", "The service is busy, try again in a moment");

    private final int status;
    private final String indonesian;
    private final String english;

    MeasurementProblem(int status, String indonesian, String english) {
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
