package id.tumbuh.intervention.calendar;

import id.tumbuh.platform.http.ProblemCode;

/** Why the calendar refuses something. The constant's name is the code on the wire: never renamed. */
enum CalendarProblem implements ProblemCode {
    KIND_UNKNOWN(400, "Jenis agenda tidak dikenal", "A kind of entry is not known"),
    /** Also for a feed or schedule outside of the caller's areas: what is foreign isn't there. */
    FEED_UNKNOWN(404, "Langganan kalender ini tidak ditemukan", "There is no such calendar feed"),
    SCHEDULE_UNKNOWN(404, "Jadwal ini tidak ditemukan", "There is no such schedule"),
    AREA_UNKNOWN(404, "Wilayah ini tidak ditemukan", "There is no such area"),
    FEED_ID_TAKEN(409, "ID langganan sudah dipakai untuk isi yang lain", "The id belongs to another feed"),
    SCHEDULE_ID_TAKEN(409, "ID jadwal sudah dipakai", "The id belongs to another schedule"),
    SCHEDULE_ENDED(409, "Jadwal ini sudah diakhiri", "The schedule has been ended"),
    NOTHING_TO_SEE(422, "Peran Anda tidak melihat jenis agenda ini", "Your role sees none of these kinds"),
    PATTERN_INVALID(
            422,
            "Pilih tanggal 1 sampai 28, atau hari ke-1 sampai ke-4 atau terakhir",
            "Choose a day from 1 to 28, or a 1st to 4th or last weekday"),
    PLACE_INVALID(
            422, "Nama tempat atau lembaga, tanpa nomor pribadi", "The name of a place, without anybody's number"),
    DATES_DISAGREE(422, "Tanggal atau jam tidak sesuai satu sama lain", "The dates or times contradict each other"),
    DESA_REQUIRED(422, "Perlu kode desa atau kelurahan", "The code of a desa or kelurahan is needed");

    private final int status;
    private final String indonesian;
    private final String english;

    CalendarProblem(int status, String indonesian, String english) {
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
