package id.tumbuh.reporting.listed;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A list of indicators that the centre asks for.
 *
 * @param source the law it comes from
 */
@Schema(name = "IndicatorList", examples = """
                {"code": "essential-coverage", "name": {"indonesian": "29 cakupan layanan esensial desa/kelurahan",
                 "english": "29 essential services by village"}, "source": "Perpres 72/2021"}""")
public record IndicatorList(String code, Words name, String source) {

    /** The same in both languages. */
    @Schema(name = "ListedWords")
    public record Words(String indonesian, String english) {
        public String in(Locale locale) {
            return locale.getLanguage().equals("en") ? english : indonesian;
        }
    }
}
