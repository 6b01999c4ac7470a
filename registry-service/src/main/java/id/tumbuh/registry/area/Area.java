package id.tumbuh.registry.area;

import id.tumbuh.platform.access.AreaCode;

/** An administrative area; inactive once the official list no longer has it. */
public record Area(AreaCode code, String name, boolean active) {}
