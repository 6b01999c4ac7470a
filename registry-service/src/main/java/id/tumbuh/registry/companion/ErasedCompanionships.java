package id.tumbuh.registry.companion;

import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.registry.erasure.ErasesPersons;
import id.tumbuh.registry.erasure.Erasing;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Visits to the erased and who accompanied them go with them. Whom it concerns is remembered before features are called. */
@ApplicationScoped
class ErasedCompanionships implements ErasesPersons {
    private static final String OF_THE_ERASED = """
             where target_id in (select e.id from erased_person e) or family_id in (select e.id from erased_person e)
            returning id""";

    private record Gone(UUID id, long version) {}

    @Override
    public Step step() {
        return Step.WHAT_IS_ABOUT_THEM;
    }

    @Override
    public Map<String, Long> erase(Erasing erasing) {
        List<Gone> visits = delete(erasing, "companion_visit", ", 1 as version");
        List<Gone> assignments = delete(erasing, "companion_assignment", ", version");
        visits.forEach(visit -> tell(erasing, VisitEvent.TYPE, visit));
        assignments.forEach(assignment -> tell(erasing, CompanionEvent.RELEASED, assignment));
        return Map.of("companion_visit", (long) visits.size(), "companion_assignment", (long) assignments.size());
    }

    private static List<Gone> delete(Erasing erasing, String table, String version) {
        return erasing.tx()
                .sql()
                .createQuery("delete from " + table + OF_THE_ERASED + version)
                .map((row, _) -> new Gone(row.getObject("id", UUID.class), row.getLong("version")))
                .list();
    }

    private static void tell(Erasing erasing, String type, Gone gone) {
        erasing.tx().announce(Announcement.erasing(CompanionEvent.TOPIC, type, gone.id(), gone.version() + 1));
    }
}
