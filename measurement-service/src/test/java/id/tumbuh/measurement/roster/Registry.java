package id.tumbuh.measurement.roster;

import id.tumbuh.measurement.growth.Sex;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.messaging.EventConsumer;
import id.tumbuh.platform.messaging.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Says what the registry would say, to the real consumers in a real transaction. */
@ApplicationScoped
public class Registry {

    public static final String TUNJUNG_TEJA = "36.04.20.2006";
    public static final String KIBIN = "36.04.19.2001";
    public static final String REJANG_LEBONG = "17.02.01.2001";
    public static final UUID FAMILY = UUID.fromString("0198c1a0-0000-7000-8000-000000000001");

    private final Map<UUID, UUID> families = new ConcurrentHashMap<>();
    private final Database database;
    private final Instance<EventConsumer> consumers;

    Registry(Database database, @Any Instance<EventConsumer> consumers) {
        this.database = database;
        this.consumers = consumers;
    }

    /** A child as the registry tells it; a girl born on 17 March 2024 in Tunjung Teja unless said otherwise. */
    public record Child(
            UUID id,
            long version,
            String area,
            Sex sex,
            LocalDate birthDate,
            @Nullable UUID mergedInto,
            @Nullable UUID posyandu) {

        public static Child aChild() {
            return new Child(UUID.randomUUID(), 1, TUNJUNG_TEJA, Sex.P, LocalDate.of(2024, 3, 17), null, null);
        }

        public Child in(String newArea) {
            return new Child(id, version, newArea, sex, birthDate, mergedInto, posyandu);
        }

        public Child movedTo(String newArea) {
            return new Child(id, version + 1, newArea, sex, birthDate, mergedInto, posyandu);
        }

        public Child correctedTo(Sex newSex, LocalDate newBirthDate) {
            return new Child(id, version + 1, area, newSex, newBirthDate, mergedInto, posyandu);
        }

        public Child ofVersion(long newVersion) {
            return new Child(id, newVersion, area, sex, birthDate, mergedInto, posyandu);
        }

        public Child found(@Nullable Child other) {
            return new Child(id, version + 1, area, sex, birthDate, other == null ? null : other.id(), posyandu);
        }

        public Child at(UUID newPosyandu) {
            return new Child(id, version + 1, area, sex, birthDate, mergedInto, newPosyandu);
        }
    }

    /** From now on; all others live with {@link #FAMILY}. */
    public void livesWith(Child child, UUID family) {
        families.put(child.id(), family);
    }

    public void says(Child... children) {
        says(Instant.parse("2025-06-01T03:00:00Z"), children);
    }

    public void says(Instant time, Child... children) {
        tell(time, true, children);
    }

    /** The children are no longer to be weighed: gone away, or entered by mistake. */
    public void retires(Child... children) {
        tell(Instant.parse("2025-06-01T03:00:00Z"), false, children);
    }

    private void tell(Instant time, boolean active, Child... children) {
        deliver(
                "registry.children",
                Arrays.stream(children)
                        .map(child -> event(
                                "id.tumbuh.registry.child-changed.v1",
                                "registry.children",
                                child.id(),
                                child.version(),
                                time,
                                """
                        {"childId":"%s","version":%d,"familyId":"%s","areaCode":"%s","sex":"%s","birthDate":"%s",
                         "active":%s,"mergedInto":%s,"posyanduId":%s,"later":"unknown"}""".formatted(
                                                child.id(),
                                                child.version(),
                                                families.getOrDefault(child.id(), FAMILY),
                                                child.area(),
                                                child.sex(),
                                                child.birthDate(),
                                                active,
                                                quoted(child.mergedInto()),
                                                quoted(child.posyandu()))))
                        .toList());
    }

    public void erases(UUID child) {
        deliver(
                "registry.children",
                List.of(event(
                        "id.tumbuh.registry.child-changed.v1", "registry.children", child, 99, Instant.EPOCH, null)));
    }

    /** A raw measurement that came with an import; numbers as JSON. */
    public void imports(UUID measurement, long version, UUID child, String measuredOn, String rest) {
        deliver(
                "registry.growth-records",
                List.of(event(
                        "id.tumbuh.registry.growth-record-received.v1",
                        "registry.growth-records",
                        measurement,
                        version,
                        Instant.EPOCH,
                        """
                        {"measurementId":"%s","version":%d,"childId":"%s","familyId":"%s","measuredOn":"%s",
                         "source":"EPPGBM","importId":"0198c1a0-0000-7000-8000-000000000005"%s}""".formatted(measurement, version, child, FAMILY, measuredOn, rest))));
    }

    private static String quoted(@Nullable UUID id) {
        return id == null ? "null" : "\"" + id + "\"";
    }

    private void deliver(String topic, List<ReceivedEvent> events) {
        EventConsumer consumer = consumers.stream()
                .filter(one -> one.topics().contains(topic))
                .findFirst()
                .orElseThrow();
        database.write(Scope.everywhere(), tx -> {
            consumer.apply(tx, events);
            return events.size();
        });
    }

    private static ReceivedEvent event(
            String type, String topic, UUID key, long sequence, Instant time, @Nullable String body) {
        return new ReceivedEvent(
                UUID.randomUUID(),
                type,
                topic,
                0,
                0,
                key.toString(),
                sequence,
                time,
                null,
                body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8));
    }
}
