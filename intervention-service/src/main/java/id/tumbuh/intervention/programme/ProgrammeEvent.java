package id.tumbuh.intervention.programme;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import id.tumbuh.platform.messaging.IntegrationEvent;
import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What this service announces about a programme: its whole state without the words that people wrote. Contracts: {@code
 * contracts/intervention/}.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProgrammeEvent(
        @JsonIgnore Happened happened,
        UUID programmeId,
        long version,
        UUID opdId,
        String opdField,
        String areaCode,
        int year,
        String kind,
        @Nullable String indicator,
        BigDecimal target,
        List<Money> budget,
        List<Realised> realised,
        @Nullable String servesField,
        @Nullable String servesNeedItem,
        @Nullable UUID partOf,
        String state)
        implements IntegrationEvent {

    public ProgrammeEvent {
        budget = List.copyOf(budget);
        realised = List.copyOf(realised);
    }

    /** What happened, which is the type of the event. */
    public enum Happened {
        CHANGED("programme-changed"),
        REALISED("programme-realised");

        private final String type;

        Happened(String type) {
            this.type = type;
        }
    }

    /** Rupiah of one source. */
    public record Money(String source, long rupiah) {
        private static List<Money> of(SortedMap<String, Long> money) {
            return money.entrySet().stream()
                    .map(one -> new Money(one.getKey(), one.getValue()))
                    .toList();
        }
    }

    /** What a quarter brought. */
    public record Realised(int quarter, BigDecimal output, List<Money> spending) {
        public Realised {
            spending = List.copyOf(spending);
        }
    }

    static ProgrammeEvent of(Programme programme, Happened happened) {
        Programme.Plan plan = programme.plan();
        return new ProgrammeEvent(
                happened,
                programme.id(),
                programme.version(),
                programme.opdId(),
                programme.opdField(),
                programme.area().value(),
                programme.year(),
                plan.kind().name(),
                plan.indicator(),
                plan.target(),
                Money.of(plan.budget()),
                programme.quarters().stream()
                        .map(quarter -> new Realised(quarter.number(), quarter.output(), Money.of(quarter.spending())))
                        .toList(),
                plan.field(),
                plan.needItem(),
                plan.partOf(),
                programme.state().name());
    }

    @Override
    @JsonIgnore
    public String topic() {
        return "intervention.programmes";
    }

    @Override
    @JsonIgnore
    public String type() {
        return "id.tumbuh.intervention." + happened.type + ".v1";
    }

    @Override
    @JsonIgnore
    public String key() {
        return programmeId.toString();
    }

    @Override
    @JsonIgnore
    public String partitionKey() {
        return programmeId.toString();
    }

    @Override
    @JsonIgnore
    public long sequence() {
        return version;
    }
}
