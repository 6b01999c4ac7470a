package id.tumbuh.registry.imports;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.registry.child.BirthKey;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A child that a row may be about: of the registry, or about to be registered by a row before. */
@SuppressWarnings("ArrayRecordComponent") // compared by id
record RegisteredChild(
        UUID id,
        UUID family,
        AreaCode area,
        @Nullable UUID posyandu,
        BirthKey birth,
        @Nullable String name,
        @Nullable String mother,
        @Nullable String father,
        byte @Nullable [] nikIndex,
        @Nullable UUID mergedInto) {
    @Override
    public String toString() {
        return "RegisteredChild[" + id + "]";
    }
}
