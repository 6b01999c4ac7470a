package id.tumbuh.registry.family;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.registry.identity.FamilyCardNumber;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A family as somebody reports it: the content of a registration or of a correction.
 *
 * @param observed when and by whom the conditions were found out; null is "today, by whoever reports"
 */
public record NewFamily(
        UUID id,
        AreaCode area,
        @Nullable String rw,
        @Nullable String rt,
        @Nullable String headName,
        @Nullable FamilyCardNumber card,
        @Nullable String phone,
        @Nullable String address,
        @Nullable Integer welfareRank,
        FamilyConditions conditions,
        @Nullable Origin observed) {

    /**
     * Where facts come from.
     *
     * @param source as {@code PENDATAAN_KELUARGA}; null is "the one who reports"
     */
    public record Origin(LocalDate on, @Nullable String source) {}

    public NewFamily(
            UUID id,
            AreaCode area,
            @Nullable String rw,
            @Nullable String rt,
            @Nullable String headName,
            @Nullable FamilyCardNumber card,
            @Nullable String phone,
            @Nullable String address,
            @Nullable Integer welfareRank,
            FamilyConditions conditions) {
        this(id, area, rw, rt, headName, card, phone, address, welfareRank, conditions, null);
    }

    /** A family of which only the place is known so far. */
    public static NewFamily at(UUID id, AreaCode area, FamilyConditions conditions) {
        return new NewFamily(id, area, null, null, null, null, null, null, null, conditions);
    }

    /** Everything that makes two reports the same, in a fixed order; never stored or shown as it is. */
    String content() {
        return String.join(
                "\u001f",
                area.value(),
                text(rw),
                text(rt),
                text(headName),
                card == null ? "" : card.digits(),
                text(phone),
                text(address),
                text(welfareRank),
                conditions.toString() + text(observed));
    }

    /** The origin says when something was found out, not what. */
    NewFamily observedLike(NewFamily other) {
        return new NewFamily(id, area, rw, rt, headName, card, phone, address, welfareRank, conditions, other.observed);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    @Override
    public String toString() {
        return "NewFamily[" + id + "]";
    }
}
