package id.tumbuh.intervention.calendar;

import id.tumbuh.platform.access.AreaCode;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Something that is on, as the feature that put it here knows it.
 *
 * @param area it is seen in this area, in those above it and in those below it
 */
public record CalendarEntry(Source source, CalendarKind kind, AreaCode area, Title title, Timing timing) {

    /** Where it comes from: a feature, and an id of its own that stays the same. Never a person's. */
    public record Source(String feature, String id) {
        /** The same for ever, so that a calendar program knows the entry again. */
        public UUID uid() {
            return UUID.nameUUIDFromBytes(("calendar/" + feature + "/" + id).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** What it is called: words of the programme or the name of an institution, never a person's. */
    public record Title(String indonesian, String english) {
        private static final int MOST = 120;
        /** A telephone or identity number, however it is grouped. */
        private static final Pattern LONG_NUMBER = Pattern.compile("(\\d[ .()/-]{0,2}){8,}");

        public Title {
            if (!isValid(indonesian) || !isValid(english)) {
                throw new IllegalArgumentException("not a title");
            }
        }

        static boolean isValid(String text) {
            return !text.isBlank()
                    && text.length() <= MOST
                    && text.codePoints().noneMatch(Character::isISOControl)
                    && !LONG_NUMBER.matcher(text).find();
        }
    }
}
