package id.tumbuh.intervention.partner;

import org.jspecify.annotations.Nullable;

/**
 * What every page shows around its content.
 *
 * @param page its path
 * @param here the query that leads to it again, without the language; ends with {@code &} unless it is empty
 * @param done what the form before it did, in words
 */
record Shell(
        String language,
        String token,
        String page,
        String here,
        @Nullable String done) {

    static Shell of(Reader reader, String page, String here, @Nullable String done) {
        return new Shell(reader.locale().getLanguage(), reader.token(), page, here, done);
    }

    @Override
    public String toString() {
        return "Shell[" + page + "]";
    }
}
