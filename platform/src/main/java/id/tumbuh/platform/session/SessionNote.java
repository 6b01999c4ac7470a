package id.tumbuh.platform.session;

import id.tumbuh.platform.http.Languages;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What can be said about signing in and out, in words for the person in front of the browser. */
public enum SessionNote {
    SIGNED_OUT(
            200,
            Way.SIGN_IN,
            "Anda sudah keluar",
            "Anda sudah keluar dari Tumbuh dan dari akun Anda.",
            "You are signed out",
            "You are signed out of Tumbuh and of your account."),
    LEAVING(
            200,
            Way.LEAVE,
            "Keluar",
            "Anda sudah keluar dari halaman ini. Sekarang akun Anda ditutup.",
            "Sign out",
            "You are signed out of this page. Your account is being closed now."),
    LEFT_ONLY_HERE(
            200,
            Way.LEAVE,
            "Anda sudah keluar dari halaman ini",
            "Layanan masuk sedang tidak menjawab, jadi akun Anda belum ditutup. Di komputer bersama: tutup peramban, lalu coba lagi nanti.",
            "You are signed out of this page",
            "The sign-in service does not answer, so your account is not closed yet. On a shared computer close the browser, and try again later."),
    FAILED(
            401,
            Way.SIGN_IN,
            "Masuk tidak berhasil",
            "Masuk terlalu lama terbuka, dibatalkan, atau tidak cocok dengan permintaan dari halaman ini. Silakan masuk lagi.",
            "Signing in did not work",
            "It stood open too long, was cancelled, or does not match what this page asked for. Please sign in again."),
    ENDED(
            401,
            Way.SIGN_IN,
            "Masa masuk Anda sudah habis",
            "Yang baru saja dikirim tidak disimpan. Masuk lagi, lalu isi sekali lagi.",
            "Your sign-in has ended",
            "What was sent just now was not stored. Sign in again, then fill it in once more."),
    NO_ROLE(
            403,
            Way.LEAVE,
            "Akun Anda belum punya peran",
            "Akun Anda dikenal, tetapi tidak membawa peran yang dipakai di Tumbuh. Hubungi pengelola akun kabupaten Anda.",
            "Your account has no role",
            "Your account is known, but it brings no role that Tumbuh uses. Ask whoever manages the accounts of your kabupaten."),
    NO_AREA(
            403,
            Way.LEAVE,
            "Akun Anda belum punya wilayah",
            "Akun Anda dikenal, tetapi tidak menyebut wilayah, jadi tidak ada yang dapat ditampilkan. Hubungi pengelola akun kabupaten Anda.",
            "Your account has no area",
            "Your account is known, but it names no area, so there is nothing to show. Ask whoever manages the accounts of your kabupaten."),
    UNUSABLE(
            403,
            Way.LEAVE,
            "Akun ini tidak dapat dipakai di sini",
            "Layanan masuk memberi tanda masuk yang tidak berlaku untuk Tumbuh. Hubungi pengelola akun kabupaten Anda.",
            "This account can't be used here",
            "The sign-in service gave a token that does not hold for Tumbuh. Ask whoever manages the accounts of your kabupaten."),
    AWAY(
            503,
            Way.SIGN_IN,
            "Layanan masuk sedang tidak tersedia",
            "Masuk tidak dapat dilakukan sekarang. Coba lagi beberapa menit lagi.",
            "The sign-in service is not available",
            "Nobody can sign in at the moment. Try again in a few minutes.");

    /** What the person can do next. */
    enum Way {
        SIGN_IN("Masuk", "Sign in"),
        LEAVE("Keluar dari akun ini", "Sign out of this account");

        private final String indonesian;
        private final String english;

        Way(String indonesian, String english) {
            this.indonesian = indonesian;
            this.english = english;
        }
    }

    private final int status;
    private final Way way;
    private final String indonesianTitle;
    private final String indonesian;
    private final String englishTitle;
    private final String english;

    SessionNote(int status, Way way, String indonesianTitle, String indonesian, String englishTitle, String english) {
        this.status = status;
        this.way = way;
        this.indonesianTitle = indonesianTitle;
        this.indonesian = indonesian;
        this.englishTitle = englishTitle;
        this.english = english;
    }

    public int status() {
        return status;
    }

    public String title(Locale locale) {
        return locale.equals(Locale.ENGLISH) ? englishTitle : indonesianTitle;
    }

    public String text(Locale locale) {
        return locale.equals(Locale.ENGLISH) ? english : indonesian;
    }

    Way way() {
        return way;
    }

    String wayText(Locale locale) {
        return locale.equals(Locale.ENGLISH) ? way.english : way.indonesian;
    }

    /** What a browser was sent here to read; a stranger's word is the most general one. */
    static SessionNote read(@Nullable String name) {
        return Arrays.stream(values())
                .filter(note -> note.name().equals(name))
                .findFirst()
                .orElse(FAILED);
    }

    static Locale locale(@Nullable String lang) {
        return "en".equals(lang) ? Locale.ENGLISH : Languages.INDONESIAN;
    }
}
