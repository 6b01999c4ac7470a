package id.tumbuh.intervention.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An endpoint as it is answered. */
@Schema(name = "Webhook")
@JsonInclude(JsonInclude.Include.NON_NULL)
record EndpointView(
        UUID id,
        String url,
        List<String> types,

        @Schema(description = "Why nothing is sent any more; put it again to go on")
        Endpoint.@Nullable Disabled disabled,

        @Schema(description = "Only when it was made just now; never answered again") @Nullable
        String secret,

        long version) {
    static final String EXAMPLE = """
            {"id": "0198c1a0-0000-7000-8000-0000000000a1", "url": "https://csr.example.org/hooks/tumbuh",
             "types": ["placement.committed", "placement.ended"],
             "secret": "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "version": 1}""";

    EndpointView {
        types = List.copyOf(types);
    }

    static EndpointView of(Endpoint endpoint, @Nullable Secret secret) {
        return new EndpointView(
                endpoint.id(),
                endpoint.url(),
                endpoint.types(),
                endpoint.disabled(),
                secret == null ? null : secret.shown(),
                endpoint.version());
    }

    @Override
    public String toString() {
        return "EndpointView[" + id + "]";
    }
}
