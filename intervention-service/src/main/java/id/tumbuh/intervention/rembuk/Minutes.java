package id.tumbuh.intervention.rembuk;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import id.tumbuh.platform.access.AreaCode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * What a rembuk wrote down: who was there, and what was promised.
 *
 * @param areaName the area as the paper calls it
 * @param place where it was held
 */
record Minutes(
        AreaCode area,
        String areaName,
        @JsonFormat(shape = JsonFormat.Shape.STRING) LocalDate heldOn,
        String place,
        List<Participant> participants,
        List<Promise> commitments) {
    /** Always the same text for the same minutes: it is what is hashed and signed. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    Minutes {
        participants = List.copyOf(participants);
        commitments = List.copyOf(commitments);
    }

    /** An institution, by the office that spoke for it. */
    record Participant(String institution, String position, int present) {}

    /** What a party promised. */
    record Promise(
            UUID id,
            String partyKind,
            String party,
            String what,
            BigDecimal quantity,
            String unit,
            @JsonFormat(shape = JsonFormat.Shape.STRING) LocalDate dueOn) {
        Promise {
            BigDecimal shortest = quantity.stripTrailingZeros();
            quantity = shortest.scale() < 0 ? shortest.setScale(0) : shortest;
        }
    }

    /** With what they are minutes of, so that those of one rembuk or revision are never taken for another's. */
    private record Whole(UUID rembukId, int revision, Minutes minutes) {}

    String text(UUID rembukId, int revision) {
        try {
            return JSON.writeValueAsString(new Whole(rembukId, revision, this));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("minutes can't be written", impossible);
        }
    }

    static Minutes of(String text) {
        try {
            return JSON.readValue(text, Whole.class).minutes();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("minutes can't be read", impossible);
        }
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    int present() {
        return participants.stream().mapToInt(Participant::present).sum();
    }
}
