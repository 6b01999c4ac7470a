package id.tumbuh.intervention.casework;

import id.tumbuh.intervention.circumstance.Fact;
import id.tumbuh.platform.messaging.ReceivedEvent;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Facts as they come from Kafka, with the whole body that docs/events.md gives them. */
public final class Events {
    private Events() {}

    public static List<ReceivedEvent> of(List<? extends Fact> facts) {
        return facts.stream().map(Events::of).toList();
    }

    public static ReceivedEvent of(Fact fact) {
        return switch (fact) {
            case Fact.Growth growth ->
                event("measurement.children", "measurement.child-became-stunted", growth.childId(), fact, """
                        {"childId":"%s","version":%d,"familyId":"%s","areaCode":"%s","sex":"P","stunting":"%s",
                         "measurementId":%s,"ageMonths":%s,"later":"ignored"}""".formatted(
                                growth.childId(),
                                growth.version(),
                                growth.place().familyId(),
                                growth.place().area(),
                                growth.stunting(),
                                growth.measured() ? "\"" + growth.childId() + "\"" : "null",
                                growth.ageMonths()));
            case Fact.Residence residence ->
                event("registry.children", "registry.child-changed", residence.childId(), fact, """
                        {"childId":"%s","version":%d,"familyId":"%s","areaCode":"%s","sex":"P",
                         "birthDate":%s,"active":%s,"mergedInto":%s}""".formatted(
                                residence.childId(),
                                residence.version(),
                                residence.place().familyId(),
                                residence.place().area(),
                                residence.birthDate() == null ? "null" : "\"" + residence.birthDate() + "\"",
                                residence.active(),
                                residence.merged() ? "\"0198c1a0-0000-7000-8000-00000000000f\"" : "null"));
            case Fact.ChildErased erased ->
                event("registry.children", "registry.child-erased", erased.childId(), fact, "");
            case Fact.Risks risks ->
                event("registry.families", "registry.family-changed", risks.familyId(), fact, """
                        {"familyId":"%s","version":%d,"areaCode":"%s","targeted":true,"atRisk":true,
                         "riskFactors":[%s],"ruleVersion":"krs-1","welfareRank":%s}""".formatted(
                                risks.familyId(),
                                risks.version(),
                                risks.place(),
                                risks.factors().stream()
                                        .map(factor -> "\"" + factor + "\"")
                                        .collect(Collectors.joining(",")),
                                risks.welfareRank()));
            case Fact.Carried carried ->
                event("registry.pregnancies", "registry.pregnancy-changed", carried.pregnancyId(), fact, """
                        {"pregnancyId":"%s","version":%d,"familyId":"%s","areaCode":"%s","motherId":"%s",
                         "confirmedOn":"2026-01-12","endedOn":%s,"childIds":[]}""".formatted(
                                carried.pregnancyId(),
                                carried.version(),
                                carried.place().familyId(),
                                carried.place().area(),
                                carried.pregnancyId(),
                                carried.goesOn() ? "null" : "\"2026-09-05\""));
            case Fact.PregnancyErased erased ->
                event("registry.pregnancies", "registry.pregnancy-ended", erased.pregnancyId(), fact, "");
            case Fact.Weighed _, Fact.Checked _, Fact.Aged _, Fact.Housed _ ->
                throw new IllegalArgumentException("nobody tells that: it follows from checks, or from the day");
            case Fact.FamilyErased erased ->
                event("registry.families", "registry.family-erased", erased.familyId(), fact, "");
        };
    }

    private static ReceivedEvent event(String topic, String type, UUID key, Fact fact, String body) {
        LocalDate day = fact.day();
        long version = fact instanceof Fact.Versioned versioned ? versioned.version() : 1;
        return new ReceivedEvent(
                UUID.randomUUID(),
                "id.tumbuh." + type + ".v1",
                topic,
                0,
                0,
                key.toString(),
                version,
                day.atTime(9, 0).atZone(ZoneId.of("Asia/Jakarta")).toInstant(),
                null,
                body.getBytes(StandardCharsets.UTF_8));
    }
}
