package id.tumbuh.registry.identity;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The columns that hold identities encrypted. The text is part of every ciphertext: renaming one makes its rows unreadable. */
public enum SealedField {
    FAMILY_CARD("family.card_sealed"),
    FAMILY_PHONE("family.phone_sealed"),
    FAMILY_ADDRESS("family.address_sealed"),
    CHILD_NIK("child.nik_sealed"),
    MEMBER_NIK("member.nik_sealed"),
    IMPORT_CHUNK("import_chunk.sealed"),
    IMPORT_ROW("import_row.sealed");

    private final String column;

    SealedField(String column) {
        this.column = column;
    }

    byte[] associatedWith(UUID row) {
        return (column + ":" + row).getBytes(StandardCharsets.UTF_8);
    }
}
