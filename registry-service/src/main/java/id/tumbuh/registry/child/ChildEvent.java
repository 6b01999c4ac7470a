package id.tumbuh.registry.child;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import id.tumbuh.platform.messaging.IntegrationEvent;
import id.tumbuh.registry.identity.Sex;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What registry-service announces about a child: what happened, and the whole state after it. Contracts: {@code contracts/registry/}. */
record ChildEvent(
        @JsonIgnore Fact fact,
        UUID childId,
        long version,
        UUID familyId,
        String areaCode,
        @Nullable UUID posyanduId,
        Sex sex,
        @JsonFormat(shape = JsonFormat.Shape.STRING) LocalDate birthDate,
        boolean active,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID mergedInto)
        implements IntegrationEvent {

    /** What happened; the name on the wire is a contract. */
    enum Fact {
        REGISTERED("child-registered"),
        CHANGED("child-changed");

        private final String type;

        Fact(String name) {
            this.type = "id.tumbuh.registry." + name + ".v1";
        }
    }

    static ChildEvent of(Fact fact, ChildRow row, @Nullable UUID mergedInto) {
        NewChild child = row.child();
        return new ChildEvent(
                fact,
                child.id(),
                row.version(),
                row.family(),
                row.area().value(),
                child.posyanduId(),
                child.sex(),
                child.birthDate(),
                child.active(),
                mergedInto);
    }

    @Override
    @JsonIgnore
    public String topic() {
        return "registry.children";
    }

    @Override
    @JsonIgnore
    public String type() {
        return fact.type;
    }

    @Override
    @JsonIgnore
    public String key() {
        return childId.toString();
    }

    @Override
    @JsonIgnore
    public String partitionKey() {
        return familyId.toString();
    }

    @Override
    @JsonIgnore
    public long sequence() {
        return version;
    }
}
