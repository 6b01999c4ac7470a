package id.tumbuh.registry.sameperson;

import id.tumbuh.registry.sameperson.WrittenName.Word;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.jspecify.annotations.Nullable;

/**
 * Lays the words of two names side by side, each with its best partner, and tells how alike the names are as wholes.
 *
 * @param chance how often two people would have that much in common by chance
 */
record NameComparison(Likeness likeness, double chance) {
    private static final NameComparison NOTHING = new NameComparison(Likeness.UNKNOWN, 1);
    private static final NameComparison OTHER = new NameComparison(Likeness.OTHER, 1);
    private static final JaroWinklerSimilarity SIMILARITY = new JaroWinklerSimilarity();

    /** Too short to tell a slip of the pen from another word. */
    private static final int SHORTEST_TO_SLIP = 4;

    static NameComparison of(@Nullable WrittenName one, @Nullable WrittenName other, MatchingModel model) {
        if (one == null || other == null) {
            return NOTHING;
        }
        boolean sameTexts = one.hasSameTexts(other);
        if (sameTexts || one.soundsLike(other)) {
            WrittenName common = one.words().size() <= other.words().size() ? one : other;
            double chance = 1;
            for (Word word : common.words()) {
                chance *= model.frequency(word);
            }
            return new NameComparison(sameTexts ? Likeness.SAME : Likeness.SAME_SOUND, chance);
        }
        boolean oneIsShorter = one.words().size() <= other.words().size();
        return aligned(oneIsShorter ? one : other, oneIsShorter ? other : one, model);
    }

    private static NameComparison aligned(WrittenName shorter, WrittenName longer, MatchingModel model) {
        List<Word> left = new ArrayList<>(longer.words());
        List<Word> open = new ArrayList<>(shorter.words());
        int full = 0;
        int initials = 0;
        int slips = 0;
        int near = 0;
        double chance = 1;
        for (Likeness wanted : List.of(Likeness.SAME_SOUND, Likeness.SLIP, Likeness.NEAR, Likeness.INITIALS)) {
            for (Word word : List.copyOf(open)) {
                Word partner = partner(word, left, wanted, model);
                if (partner != null) {
                    left.remove(partner);
                    open.remove(word);
                    full += wanted == Likeness.SAME_SOUND ? 1 : 0;
                    slips += wanted == Likeness.SLIP ? 1 : 0;
                    near += wanted == Likeness.NEAR ? 1 : 0;
                    initials += wanted == Likeness.INITIALS ? 1 : 0;
                    chance *= wanted == Likeness.SAME_SOUND ? model.frequency(word) : model.likeWord();
                }
            }
        }
        if (!open.isEmpty()) {
            return OTHER;
        }
        if (full + slips + near == 0) {
            return NOTHING; // a single letter tells nothing
        }
        boolean complete = left.isEmpty();
        return new NameComparison(whole(complete, initials, slips, near), chance);
    }

    private static Likeness whole(boolean complete, int initials, int slips, int near) {
        if (near > 0 || slips > 1 || (slips == 1 && !complete)) {
            return Likeness.NEAR;
        }
        if (slips == 1) {
            return Likeness.SLIP;
        }
        return complete && initials > 0 ? Likeness.INITIALS : Likeness.PART;
    }

    private static @Nullable Word partner(Word word, List<Word> among, Likeness wanted, MatchingModel model) {
        for (Word candidate : among) {
            if (isAlike(word, candidate, wanted, model)) {
                return candidate;
            }
        }
        return null;
    }

    private static boolean isAlike(Word one, Word other, Likeness wanted, MatchingModel model) {
        return switch (wanted) {
            case SAME_SOUND -> one.sound().equals(other.sound());
            case INITIALS ->
                (one.isInitial() || other.isInitial())
                        && one.text().charAt(0) == other.text().charAt(0);
            case SLIP -> isSlip(one.text(), other.text()); // a sound has lost letters that tell names apart
            default ->
                !one.isInitial()
                        && !other.isInitial()
                        && (isOneLetterOff(one.sound(), other.sound())
                                || SIMILARITY.apply(one.sound(), other.sound()) >= model.wordLikeness());
        };
    }

    /** One letter, not the first, left out, put in or exchanged with its neighbour: what hands do, and parents of twins seldom. */
    static boolean isSlip(String one, String other) {
        if (Math.max(one.length(), other.length()) < SHORTEST_TO_SLIP || one.charAt(0) != other.charAt(0)) {
            return false;
        }
        if (one.length() == other.length()) {
            int at = firstDifference(one, other);
            return at < one.length() - 1
                    && one.charAt(at) == other.charAt(at + 1)
                    && one.charAt(at + 1) == other.charAt(at)
                    && one.substring(at + 2).equals(other.substring(at + 2));
        }
        String longer = one.length() > other.length() ? one : other;
        String shorter = longer.equals(one) ? other : one;
        int at = firstDifference(shorter, longer);
        return longer.length() == shorter.length() + 1
                && longer.substring(at + 1).equals(shorter.substring(at));
    }

    private static boolean isOneLetterOff(String one, String other) {
        int at = firstDifference(one, other);
        return one.length() == other.length()
                && one.length() > 2
                && at < one.length()
                && one.substring(at + 1).equals(other.substring(at + 1));
    }

    private static int firstDifference(String one, String other) {
        int at = 0;
        while (at < one.length() && at < other.length() && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return at;
    }
}
