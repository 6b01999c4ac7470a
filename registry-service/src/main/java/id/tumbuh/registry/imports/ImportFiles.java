package id.tumbuh.registry.imports;

import id.tumbuh.registry.identity.FamilyKey;
import id.tumbuh.registry.identity.SealedField;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The file of an import in sealed pieces: it holds names and perhaps NIK, and nothing of it may lie readable on a disk for long. */
final class ImportFiles {
    private static final int PIECE = 1 << 20;

    private ImportFiles() {}

    /** What was sent; opened again when a transaction is. */
    @FunctionalInterface
    interface Content {
        InputStream open() throws IOException;
    }

    static void store(Handle sql, UUID importId, FamilyKey key, Content content) {
        try (InputStream in = content.open()) {
            int n = 0;
            for (byte[] piece = in.readNBytes(PIECE); piece.length > 0; piece = in.readNBytes(PIECE)) {
                sql.createUpdate("insert into import_chunk (import_id, n, sealed) values (:import, :n, :sealed)")
                        .bind("import", importId)
                        .bind("n", n)
                        .bind("sealed", key.sealBytes(SealedField.IMPORT_CHUNK, place(importId, n), piece))
                        .execute();
                n++;
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Writes the whole file to the path. */
    static void fetch(Handle sql, UUID importId, FamilyKey key, Path target) {
        try (OutputStream out = Files.newOutputStream(target)) {
            for (int n = 0; ; n++) {
                var sealed = sql.createQuery("select sealed from import_chunk where import_id = :import and n = :n")
                        .bind("import", importId)
                        .bind("n", n)
                        .mapTo(byte[].class)
                        .findOne();
                if (sealed.isEmpty()) {
                    return;
                }
                out.write(key.openBytes(SealedField.IMPORT_CHUNK, place(importId, n), sealed.get()));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static void remove(Handle sql, UUID importId) {
        sql.createUpdate("delete from import_chunk where import_id = :import")
                .bind("import", importId)
                .execute();
    }

    private static UUID place(UUID importId, int n) {
        return GrowthRecord.named(importId + ":" + n);
    }
}
