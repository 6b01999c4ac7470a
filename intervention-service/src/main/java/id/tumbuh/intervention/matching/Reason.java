package id.tumbuh.intervention.matching;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tumbuh.platform.access.AreaLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why a sponsor is proposed for a need, in a code and, where it has one, a figure.
 *
 * @param figure the rank, the place in the order, or the part of a kecamatan's fair share
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Reason(Code code, @Nullable Integer figure) {

    /** The names stand in stored proposals: never renamed. */
    enum Code {
        RANK("peringkat mendesak %d", "urgency rank %d"),
        FAIR_SHARE(
                "kecamatannya belum mendapat bagian yang adil (%d kebutuhan)",
                "its kecamatan has not had its fair share (%d needs)"),
        EARLIER_PAIR("pernah didampingi orang tua asuh ini", "was helped by this sponsor before"),
        WISH("di wilayah yang diinginkan orang tua asuh", "where the sponsor would like to help"),
        ANYWHERE("orang tua asuh bersedia di mana saja", "the sponsor helps anywhere"),
        SAME_DESA("satu desa", "of the same desa"),
        SAME_KECAMATAN("satu kecamatan", "of the same kecamatan"),
        OTHER_KECAMATAN("lintas kecamatan", "across kecamatan"),
        OF_THE_PROVINCE("orang tua asuh dari provinsi", "a sponsor of the province");

        private final String indonesian;
        private final String english;

        Code(String indonesian, String english) {
            this.indonesian = indonesian;
            this.english = english;
        }
    }

    /** The most telling first. */
    static List<Reason> of(SoughtNeed.Facts need, FreeSponsor sponsor, MatchPlan.Terms terms) {
        List<Reason> reasons = new ArrayList<>();
        reasons.add(new Reason(Code.RANK, need.rank()));
        int share = terms.fairShare(need.kecamatan());
        if (share > 0) {
            reasons.add(new Reason(Code.FAIR_SHARE, share));
        }
        if (need.earlier().contains(sponsor.id())) {
            reasons.add(new Reason(Code.EARLIER_PAIR, null));
        }
        if (sponsor.wishes().isEmpty()) {
            reasons.add(new Reason(Code.ANYWHERE, null));
        } else if (sponsor.wishesFor(need.area())) {
            reasons.add(new Reason(Code.WISH, null));
        }
        reasons.add(new Reason(near(need, sponsor), null));
        return List.copyOf(reasons);
    }

    private static Code near(SoughtNeed.Facts need, FreeSponsor sponsor) {
        if (sponsor.area().equals(need.area())) {
            return Code.SAME_DESA;
        }
        if (sponsor.area().level() == AreaLevel.PROVINSI) {
            return Code.OF_THE_PROVINCE;
        }
        return sponsor.area().value().startsWith(need.kecamatan()) ? Code.SAME_KECAMATAN : Code.OTHER_KECAMATAN;
    }

    private String words(Locale locale) {
        String words = locale.getLanguage().equals("en") ? code.english : code.indonesian;
        return figure == null ? words : words.formatted(figure);
    }

    /** One sentence for a person who decides. */
    static String sentence(List<Reason> reasons, Locale locale) {
        List<String> words =
                reasons.stream().map(reason -> reason.words(locale)).toList();
        String begin = locale.getLanguage().equals("en") ? "Proposed because of " : "Diusulkan karena ";
        return begin + String.join("; ", words) + ".";
    }
}
