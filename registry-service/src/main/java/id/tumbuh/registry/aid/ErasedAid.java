package id.tumbuh.registry.aid;

import id.tumbuh.registry.erasure.ErasesPersons;
import id.tumbuh.registry.erasure.Erasing;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** What was given to a family goes with it; the aid itself names nobody and stays. */
@ApplicationScoped
class ErasedAid implements ErasesPersons {
    private static final String OF_THE_ERASED = " where family_id in (select e.id from erased_person e)";

    @Override
    public Step step() {
        return Step.WHAT_IS_ABOUT_THEM;
    }

    @Override
    public Map<String, Long> erase(Erasing erasing) {
        return Map.of(
                "aid_recipient",
                delete(erasing, "aid_recipient"),
                "contraception_service",
                delete(erasing, "contraception_service"));
    }

    private static long delete(Erasing erasing, String table) {
        return erasing.tx()
                .sql()
                .createUpdate("delete from " + table + OF_THE_ERASED)
                .execute();
    }
}
