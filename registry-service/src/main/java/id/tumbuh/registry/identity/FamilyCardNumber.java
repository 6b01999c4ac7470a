package id.tumbuh.registry.identity;

import com.fasterxml.jackson.annotation.JsonIgnoreType;

/**
 * Nomor Kartu Keluarga: 16 digits, area, date of issue, serial. It changes when a household splits, so it finds a family
 * but is not the family's identity.
 */
@JsonIgnoreType
public record FamilyCardNumber(String digits) {

    public FamilyCardNumber {
        if (!isValid(digits)) {
            throw new IllegalArgumentException("Not a family card number");
        }
    }

    public static boolean isValid(String text) {
        return text.length() == 16 && text.chars().allMatch(character -> character >= '0' && character <= '9');
    }

    @Override
    public String toString() {
        return "FamilyCardNumber[…]";
    }
}
