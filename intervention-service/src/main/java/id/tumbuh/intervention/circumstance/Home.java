package id.tumbuh.intervention.circumstance;

import id.tumbuh.platform.access.AreaCode;
import java.util.UUID;

/** The family a child lives with, and the desa or kelurahan they live in. */
public record Home(UUID familyId, AreaCode area) {}
