package id.tumbuh.registry.sameperson;

import java.util.List;

/** A name as it is compared: its telling words in order, each with how it sounds. */
final class WrittenName {

    /** One word; {@code sound} is the same for all spellings the rule table knows of it. */
    record Word(String text, String sound) {
        boolean isInitial() {
            return text.length() == 1;
        }
    }

    private final List<Word> words;
    private final List<String> texts;
    private final List<String> sounds;
    private final String squashed;

    WrittenName(List<Word> words) {
        this.words = List.copyOf(words);
        this.texts = words.stream().map(Word::text).sorted().toList();
        this.sounds = words.stream().map(Word::sound).sorted().toList();
        this.squashed = String.join("", words.stream().map(Word::sound).toList());
    }

    List<Word> words() {
        return words;
    }

    /** In alphabetical order, so that the order of the words matters nothing. */
    List<String> sounds() {
        return sounds;
    }

    boolean hasSameTexts(WrittenName other) {
        return texts.equals(other.texts);
    }

    boolean soundsLike(WrittenName other) {
        return sounds.equals(other.sounds) || squashed.equals(other.squashed);
    }

    @Override
    public String toString() {
        return "WrittenName[…]";
    }
}
