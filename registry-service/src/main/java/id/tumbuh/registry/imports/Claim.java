package id.tumbuh.registry.imports;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of this import is about that child on that day. */
record Claim(UUID child, @Nullable LocalDate day) {}
