package id.tumbuh.intervention.caseaudit;

import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.erasure.ApplyErasures;
import id.tumbuh.platform.messaging.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells the consumer what registry and measurement would, as the platform does: one transaction per batch. */
@ApplicationScoped
class SubjectEvents {
    private final Database database;
    private final SubjectConsumer consumer;
    private final ApplyErasures erasures;

    SubjectEvents(Database database, SubjectConsumer consumer, ApplyErasures erasures) {
        this.database = database;
        this.consumer = consumer;
        this.erasures = erasures;
    }

    /** Somebody with a place to live. */
    record Person(UUID id, UUID family, String area) {
        static Person in(String area) {
            return new Person(UUID.randomUUID(), UUID.randomUUID(), area);
        }

        Person movedTo(String elsewhere) {
            return new Person(id, family, elsewhere);
        }
    }

    void tell(ReceivedEvent... events) {
        for (ReceivedEvent event : events) {
            batch(event);
        }
    }

    void batch(ReceivedEvent... events) {
        database.write(Scope.everywhere(), tx -> {
            consumer.apply(tx, Arrays.asList(events));
            return null;
        });
    }

    void erase(Person person, String type, List<UUID> children, List<UUID> others) {
        ReceivedEvent erased = event("registry.erasures", "registry." + type, UUID.randomUUID(), 1, """
                {"erasureId":"%s","version":1,"familyId":"%s","areaCode":"%s","childIds":%s,"otherIds":%s,
                 "erasedOn":"2026-11-24"}""".formatted(
                        UUID.randomUUID(), person.family(), person.area(), ids(children), ids(others)));
        database.write(Scope.everywhere(), tx -> {
            erasures.apply(tx, List.of(erased));
            return null;
        });
    }

    static ReceivedEvent child(Person child, long version, LocalDate birth) {
        return child(child, version, birth, true, null);
    }

    static ReceivedEvent child(Person child, long version, LocalDate birth, boolean active, @Nullable UUID mergedInto) {
        return event("registry.children", "registry.child-changed", child.id(), version, """
                {"childId":"%s","version":%d,"familyId":"%s","areaCode":"%s","sex":"P","birthDate":"%s","active":%s,
                 "mergedInto":%s}""".formatted(
                        child.id(),
                        version,
                        child.family(),
                        child.area(),
                        birth,
                        active,
                        mergedInto == null ? "null" : "\"" + mergedInto + "\""));
    }

    static ReceivedEvent stunting(Person child, long version, String stunting) {
        return event("measurement.children", "measurement.child-became-stunted", child.id(), version, """
                {"childId":"%s","version":%d,"familyId":"%s","areaCode":"%s","sex":"P","stunting":"%s"}""".formatted(
                        child.id(), version, child.family(), child.area(), stunting));
    }

    static ReceivedEvent faltering(Person child, long version, boolean twice, boolean below) {
        return event("measurement.faltering", "measurement.growth-faltered", child.id(), version, """
                {"childId":"%s","version":%d,"familyId":"%s","areaCode":"%s","sex":"P","twiceNotGained":%s,
                 "belowRedLine":%s}""".formatted(
                        child.id(), version, child.family(), child.area(), twice, below));
    }

    static ReceivedEvent weighing(
            Person child, UUID measurement, long version, LocalDate day, @Nullable String wasting) {
        return event("measurement.measurements", "measurement.child-measured", measurement, version, """
                {"measurementId":"%s","version":%d,"childId":"%s","familyId":"%s","areaCode":"%s","measuredOn":"%s",
                 "voided":%s,"indices":{"weightForLengthHeight":{"z":-2.4,"implausible":false,"category":%s}}}""".formatted(
                        measurement,
                        version,
                        child.id(),
                        child.family(),
                        child.area(),
                        day,
                        wasting == null,
                        wasting == null ? "null" : "\"" + wasting + "\""));
    }

    static ReceivedEvent pregnancy(
            Person pregnancy, long version, @Nullable LocalDate expected, @Nullable LocalDate ended) {
        return event("registry.pregnancies", "registry.pregnancy-changed", pregnancy.id(), version, """
                {"pregnancyId":"%s","version":%d,"familyId":"%s","areaCode":"%s","motherId":"%s","confirmedOn":"2026-01-01",
                 "expectedOn":%s,"endedOn":%s,"childIds":[]}""".formatted(
                        pregnancy.id(),
                        version,
                        pregnancy.family(),
                        pregnancy.area(),
                        UUID.randomUUID(),
                        expected == null ? "null" : "\"" + expected + "\"",
                        ended == null ? "null" : "\"" + ended + "\""));
    }

    static ReceivedEvent pregnancyCheck(Person pregnancy, long version, LocalDate day, String flags) {
        return event(
                "measurement.pregnancy-checks", "measurement.pregnancy-checked", pregnancy.id(), version, """
                {"checkId":"%s","version":%d,"pregnancyId":"%s","familyId":"%s","areaCode":"%s","checkedOn":"%s",
                 "voided":false,"flags":[%s],"ruleVersions":[]}""".formatted(
                        pregnancy.family(), version, pregnancy.id(), pregnancy.family(), pregnancy.area(), day, flags));
    }

    static ReceivedEvent couple(Person couple, long version, String state) {
        return event("registry.couples", "registry.couple-changed", couple.id(), version, """
                {"coupleId":"%s","version":%d,"familyId":"%s","areaCode":"%s","brideId":"%s","registeredOn":"2026-10-01",
                 "state":"%s","endedOn":%s}""".formatted(
                        couple.id(),
                        version,
                        couple.family(),
                        couple.area(),
                        UUID.randomUUID(),
                        state,
                        state.equals("PLANNED") ? "null" : "\"2026-11-01\""));
    }

    static ReceivedEvent coupleCheck(Person couple, long version, LocalDate day, String result) {
        return event("measurement.couple-checks", "measurement.couple-checked", couple.id(), version, """
                {"checkId":"%s","version":%d,"coupleId":"%s","areaCode":"%s","checkedOn":"%s","voided":false,
                 "result":"%s","concerns":[],"notChecked":[],"ruleVersions":[]}""".formatted(
                        couple.family(), version, couple.id(), couple.area(), day, result));
    }

    private static String ids(List<UUID> ids) {
        List<String> quoted = new ArrayList<>();
        ids.forEach(id -> quoted.add("\"" + id + "\""));
        return quoted.toString();
    }

    private static ReceivedEvent event(String topic, String type, UUID key, long version, String body) {
        return new ReceivedEvent(
                UUID.randomUUID(),
                "id.tumbuh." + type + ".v1",
                topic,
                0,
                0,
                key.toString(),
                version,
                Instant.now(),
                null,
                body.getBytes(StandardCharsets.UTF_8));
    }
}
