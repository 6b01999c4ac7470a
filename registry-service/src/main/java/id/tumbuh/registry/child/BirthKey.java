package id.tumbuh.registry.child;

import id.tumbuh.registry.identity.Sex;
import java.time.LocalDate;

/** What a file and the registry are first compared by. */
public record BirthKey(LocalDate birthDate, Sex sex) {}
