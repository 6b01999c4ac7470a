package id.tumbuh.registry.area;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import id.tumbuh.platform.messaging.IntegrationEvent;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Areas have changed. The key is the change, not an area: on a topic that keeps the newest of each key it must not take the
 * place of a list.
 *
 * @param successions also those of the areas below, where a whole area got another code
 */
record AreaChanged(
        UUID changeId,
        long version,
        Succession.Kind kind,
        @JsonFormat(shape = JsonFormat.Shape.STRING) LocalDate effectiveOn,
        String source,
        List<String> predecessors,
        List<String> successors,
        List<Pair> successions)
        implements IntegrationEvent {

    /** An area and one that it has become. */
    record Pair(String predecessor, String successor) {}

    AreaChanged {
        predecessors = List.copyOf(predecessors);
        successors = List.copyOf(successors);
        successions = List.copyOf(successions);
    }

    static AreaChanged of(AreaChange change, List<Succession> successions) {
        return new AreaChanged(
                change.id(),
                1,
                change.kind(),
                change.effectiveOn(),
                change.source(),
                change.predecessors(),
                change.successorCodes(),
                successions.stream()
                        .map(one -> new Pair(one.predecessor(), one.successor()))
                        .toList());
    }

    @Override
    @JsonIgnore
    public String topic() {
        return "registry.areas";
    }

    @Override
    @JsonIgnore
    public String type() {
        return "id.tumbuh.registry.area-changed.v1";
    }

    @Override
    @JsonIgnore
    public String key() {
        return changeId.toString();
    }

    @Override
    @JsonIgnore
    public String partitionKey() {
        return key();
    }

    @Override
    @JsonIgnore
    public long sequence() {
        return version;
    }
}
