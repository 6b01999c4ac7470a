package id.tumbuh.reporting;

import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.platform.messaging.ReceivedEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Events of intervention about what is planned, promised, delivered and audited, as it would announce them. */
public final class Planned {
    private Planned() {}

    /**
     * A programme of an OPD.
     *
     * @param spent rupiah by quarter
     */
    public record Plan(
            UUID id,
            long version,
            String area,
            int year,
            String field,
            long budget,
            Map<Integer, Long> spent,
            double output,
            @Nullable UUID partOf,
            String state) {
        public static Plan of(UUID id, String area, int year, long budget) {
            return new Plan(id, 1, area, year, "PUPR", budget, Map.of(), 0, null, "ACTIVE");
        }

        public Plan field(String other) {
            return new Plan(id, version, area, year, other, budget, spent, output, partOf, state);
        }

        public Plan spent(int quarter, long rupiah) {
            Map<Integer, Long> more = new TreeMap<>(spent);
            more.put(quarter, rupiah);
            return new Plan(id, version + 1, area, year, field, budget, more, output, partOf, state);
        }

        /** Of 100, in the first quarter. */
        public Plan output(double amount) {
            return new Plan(id, version + 1, area, year, field, budget, spent, amount, partOf, state);
        }

        public Plan partOf(UUID whole) {
            return new Plan(id, version, area, year, field, budget, spent, output, whole, state);
        }

        public Plan withdrawn() {
            return new Plan(id, version + 1, area, year, field, budget, spent, output, partOf, "WITHDRAWN");
        }

        public Announcement event() {
            Map<Integer, Long> quarters = new TreeMap<>(spent);
            if (output > 0) {
                quarters.putIfAbsent(1, 0L);
            }
            String realised = quarters.entrySet().stream()
                    .map(one -> """
                            {"quarter":%d,"output":%s,"spending":[{"source":"APBD","rupiah":%d}]}""".formatted(one.getKey(), one.getKey() == 1 ? output : 0, one.getValue()))
                    .collect(Collectors.joining(","));
            return Given.event(
                    "intervention.programmes",
                    "intervention.programme-changed",
                    id.toString(),
                    id.toString(),
                    version,
                    """
                    {"programmeId":"%s","version":%d,"opdId":"%s","opdField":"%s","areaCode":"%s","year":%d,"kind":"SENSITIVE",
                    "indicator":"T5","target":100,"budget":[{"source":"APBD","rupiah":%d}],"realised":[%s]%s,"state":"%s"}""".formatted(
                                    id,
                                    version,
                                    new UUID(63, field.hashCode()),
                                    field,
                                    area,
                                    year,
                                    budget,
                                    realised,
                                    partOf == null ? "" : ",\"partOf\":\"" + partOf + '"',
                                    state));
        }
    }

    public static Announcement commitment(
            UUID id, long version, String area, LocalDate due, String state, @Nullable LocalDate kept) {
        return Given.event(
                "intervention.commitments",
                "intervention.commitment-made",
                id.toString(),
                id.toString(),
                version,
                """
                {"commitmentId":"%s","version":%d,"rembukId":"%s","areaCode":"%s","partyKind":"COMPANY","quantity":12,
                "dueOn":"%s","state":"%s"%s}""".formatted(id, version, id, area, due, state, kept == null ? "" : ",\"keptOn\":\"" + kept + '"'));
    }

    public static Announcement delivery(
            UUID id, long version, UUID child, String area, LocalDate plannedOn, String state) {
        return Given.event(
                "intervention.deliveries",
                "intervention.delivery-made",
                id.toString(),
                child.toString(),
                version,
                """
                {"deliveryId":"%s","version":%d,"placementId":"%s","childId":"%s","familyId":"%s","areaCode":"%s","item":"FOOD",
                "plannedOn":"%s","plannedQuantity":7,"unit":"MEAL_DAY","state":"%s","day":"%s"}""".formatted(id, version, id, child, child, area, plannedOn, state, plannedOn));
    }

    public static Announcement referral(
            UUID id, long version, UUID family, String area, String field, String stage, @Nullable LocalDate due) {
        return Given.event(
                "intervention.referrals",
                "intervention.referral-opened",
                id.toString(),
                family.toString(),
                version,
                """
                {"referralId":"%s","version":%d,"familyId":"%s","areaCode":"%s","riskFactor":"UNSAFE_WATER","field":"%s",
                "state":"%s","openedOn":"2026-01-05","reason":"STUNTED_CHILD_AT_RISK","origin":"FACTS","stage":"%s"%s}""".formatted(
                                id,
                                version,
                                family,
                                area,
                                field,
                                stage.equals("CLOSED") ? "CLOSED" : "OPEN",
                                stage.equals("CLOSED") ? "DONE" : stage,
                                due == null ? "" : ",\"dueOn\":\"" + due + '"'));
    }

    public static Announcement caseAudit(
            UUID id, long version, String area, int number, String group, String stage, LocalDate reachedOn) {
        return Given.event(
                "intervention.case-audits",
                "intervention.case-audit-stage-reached",
                id.toString(),
                id.toString(),
                version,
                """
                {"caseAuditId":"%s","version":%d,"roundId":"%s","number":"AKS-%s-%d-%d-%04d","group":"%s","areaCode":"%s",
                "stage":"%s","reachedOn":"%s","score":60,"reasons":[],"fields":[],"followUps":2,"openFollowUps":1}""".formatted(
                                id,
                                version,
                                new UUID(63, 1),
                                area.substring(0, 5),
                                reachedOn.getYear(),
                                reachedOn.getMonthValue() > 6 ? 2 : 1,
                                number,
                                group,
                                area,
                                stage,
                                reachedOn));
    }

    /** As a consumer gets it. */
    public static ReceivedEvent received(Announcement event) {
        return received(event, Objects.requireNonNull(event.body()));
    }

    /** What erases the aggregate of an event, after it. */
    public static ReceivedEvent tombstone(Announcement last) {
        return received(
                new Announcement(last.topic(), last.type(), last.key(), last.partitionKey(), last.sequence() + 1, null),
                new byte[0]);
    }

    public static List<ReceivedEvent> received(List<Announcement> events) {
        return events.stream().map(Planned::received).toList();
    }

    private static ReceivedEvent received(Announcement event, byte[] body) {
        return new ReceivedEvent(
                UUID.randomUUID(),
                event.type(),
                event.topic(),
                0,
                0,
                event.key(),
                event.sequence(),
                Instant.parse("2026-06-01T02:00:00Z"),
                null,
                body);
    }
}
