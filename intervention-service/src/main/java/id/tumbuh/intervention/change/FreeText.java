package id.tumbuh.intervention.change;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Words that somebody types: they may hold no identity of a person. */
public final class FreeText {
    /** A NIK and a family card number have sixteen digits, a mobile number twelve or so, however they are grouped; no sum of rupiah in a budget has as many. */
    private static final Pattern NUMBER_OF_A_PERSON = Pattern.compile("(?:\\d[ .-]?){12,}");

    private FreeText() {}

    public static boolean namesNobody(@Nullable String text) {
        return text == null || !NUMBER_OF_A_PERSON.matcher(text).find();
    }
}
