package id.tumbuh.registry.consent;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import id.tumbuh.platform.messaging.IntegrationEvent;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What registry-service announces about a consent: its whole state, without the evidence. Contracts: {@code contracts/registry/}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ConsentEvent(
        UUID consentId,
        long version,
        @Nullable UUID childId,
        UUID familyId,
        String areaCode,
        String purpose,
        @Nullable String partner,
        String legalBasis,
        String givenBy,
        @JsonFormat(shape = JsonFormat.Shape.STRING) LocalDate validFrom,
        @JsonFormat(shape = JsonFormat.Shape.STRING) LocalDate validUntil,
        boolean withdrawn,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        LocalDate withdrawnOn)
        implements IntegrationEvent {
    static final String TOPIC = "registry.consents";
    static final String WITHDRAWN = "id.tumbuh.registry.consent-withdrawn.v1";
    private static final String GIVEN = "id.tumbuh.registry.consent-given.v1";

    static ConsentEvent of(StoredConsent stored) {
        Consent consent = stored.consent();
        Consent.Withdrawal withdrawal = stored.withdrawal();
        return new ConsentEvent(
                consent.id(),
                stored.version(),
                consent.subject().childId(),
                stored.familyId(),
                stored.area(),
                consent.purpose(),
                consent.partner(),
                consent.legalBasis(),
                consent.givenBy(),
                consent.validFrom(),
                consent.validUntil(),
                withdrawal != null,
                withdrawal == null ? null : withdrawal.on());
    }

    @Override
    @JsonIgnore
    public String topic() {
        return TOPIC;
    }

    @Override
    @JsonIgnore
    public String type() {
        return withdrawn ? WITHDRAWN : GIVEN;
    }

    @Override
    @JsonIgnore
    public String key() {
        return consentId.toString();
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
