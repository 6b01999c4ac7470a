package id.tumbuh.registry.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.registry.identity.FamilyKey;
import id.tumbuh.registry.identity.Nik;
import id.tumbuh.registry.identity.SealedField;
import id.tumbuh.registry.imports.eppgbm.EppgbmRow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows that wait for a decision, sealed with the key of their import. */
final class SealedRows {
    private final ObjectMapper json;
    private final FamilyKey key;
    private final UUID importId;

    SealedRows(ObjectMapper json, FamilyKey key, UUID importId) {
        this.json = json;
        this.key = key;
        this.importId = importId;
    }

    /** A NIK refuses to be written as JSON, so its digits stand beside the row. */
    private record Kept(
            EppgbmRow row, AreaCode desa, @Nullable String nik) {}

    byte[] seal(LocatedRow located) {
        EppgbmRow row = located.row();
        Nik nik = row.nik();
        try {
            String text = json.writeValueAsString(new Kept(row, located.desa(), nik == null ? null : nik.digits()));
            return key.sealBytes(SealedField.IMPORT_ROW, place(row.number()), text.getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a row can't be written", impossible);
        }
    }

    LocatedRow open(int number, byte[] sealed) {
        try {
            Kept kept = json.readValue(key.openBytes(SealedField.IMPORT_ROW, place(number), sealed), Kept.class);
            Nik nik = kept.nik() == null ? null : new Nik(kept.nik());
            return new LocatedRow(kept.row().withNik(nik), kept.desa());
        } catch (IOException broken) {
            throw new IllegalStateException("a kept row can't be read");
        }
    }

    /** A row of a mapped file; its values stand in no message, log or column but here, sealed. */
    byte[] seal(int number, Map<String, String> values) {
        try {
            return key.sealBytes(
                    SealedField.IMPORT_ROW,
                    place(number),
                    json.writeValueAsString(values).getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a row can't be written", impossible);
        }
    }

    Map<String, String> openValues(int number, byte[] sealed) {
        try {
            return json.readValue(
                    key.openBytes(SealedField.IMPORT_ROW, place(number), sealed), new TypeReference<>() {});
        } catch (IOException broken) {
            throw new IllegalStateException("a kept row can't be read");
        }
    }

    private UUID place(int row) {
        return GrowthRecord.named(importId + ":row:" + row);
    }
}
