package id.tumbuh.registry.rescreening;

import id.tumbuh.registry.erasure.ErasesPersons;
import id.tumbuh.registry.erasure.Erasing;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** A preview no longer names an erased family. */
@ApplicationScoped
class ErasedPreviews implements ErasesPersons {
    @Override
    public Step step() {
        return Step.WHAT_IS_ABOUT_THEM;
    }

    @Override
    public Map<String, Long> erase(Erasing erasing) {
        if (!erasing.wholeFamily()) {
            return Map.of();
        }
        int gone = erasing.tx()
                .sql()
                .createUpdate("delete from rule_preview_change where family_id = :family")
                .bind("family", erasing.family())
                .execute();
        return Map.of("rule_preview_change", (long) gone);
    }
}
