package id.tumbuh.intervention.partner;

import id.tumbuh.intervention.need.Item;
import java.util.Locale;

/**
 * Who reads a page, and in which language.
 *
 * @param token for the forms on it
 */
record Reader(Acting.Party party, Locale locale, PartnerMessages words, PageWording wording, String token) {

    /** As it is called in a sentence. */
    String item(Item.Kind item) {
        return switch (item) {
            case FOOD -> words.food();
            case WATER -> words.water();
            case LATRINE -> words.latrine();
            case HOUSE -> words.house();
            case COUNSELLING -> words.counselling();
            case ECONOMIC_SUPPORT -> words.economicSupport();
        };
    }

    @Override
    public String toString() {
        return "Reader[" + party.client() + "]";
    }
}
