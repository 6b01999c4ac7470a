package id.tumbuh.platform.http;

import java.util.Locale;

/** A stable name for something that can go wrong. One enum per service; clients decide by it, people read the title. */
public interface ProblemCode {
    String name();

    /** HTTP status it answers with, also for one row of a batch. */
    int status();

    String indonesian();

    String english();

    default String title(Locale locale) {
        return locale.getLanguage().equals("en") ? english() : indonesian();
    }
}
