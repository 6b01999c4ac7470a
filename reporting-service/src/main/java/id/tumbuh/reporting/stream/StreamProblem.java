package id.tumbuh.reporting.stream;

import id.tumbuh.platform.http.ProblemCode;

/** Why events are not given. The constant's name is the code on the wire: never renamed. */
enum StreamProblem implements ProblemCode {
    UNKNOWN_EVENT_TYPE(
            400,
            "Jenis peristiwa ini tidak dikenal atau tidak dialirkan",
            "This type of event is not known or not streamed"),
    TYPE_NOT_FOR_YOUR_ROLE(
            403, "Jenis peristiwa ini tidak untuk peran Anda", "This type of event is not for your role"),
    CURSOR_OLDER_THAN_KEPT(
            410,
            "Penanda ini lebih tua dari peristiwa yang masih disimpan",
            "The cursor is older than the events that are kept");

    private final int status;
    private final String indonesian;
    private final String english;

    StreamProblem(int status, String indonesian, String english) {
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
