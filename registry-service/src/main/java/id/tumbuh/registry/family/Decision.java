package id.tumbuh.registry.family;

import id.tumbuh.registry.screening.FamilyProfile;
import id.tumbuh.registry.screening.NextScreening;
import id.tumbuh.registry.screening.Screener;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A family screened on a day.
 *
 * @param againOn the day on which time alone may decide otherwise; null is never
 */
record Decision(Risk risk, @Nullable LocalDate againOn) {

    static Decision of(FamilyConditions conditions, Residents residents, Screener screener) {
        FamilyProfile profile = conditions.profile(residents);
        return new Decision(
                Risk.of(screener.screen(profile)),
                NextScreening.after(screener.day(), profile, screener.policy()).orElse(null));
    }

    /** Of a family that stands under another id. */
    static Decision none(Screener screener) {
        return new Decision(Risk.none(screener.policy().version()), null);
    }
}
