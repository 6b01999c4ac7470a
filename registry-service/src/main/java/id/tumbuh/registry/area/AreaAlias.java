package id.tumbuh.registry.area;

import id.tumbuh.platform.access.AreaCode;

/** A name in use that the official list does not have, as Ciboleger for a kampung of Bojongmenteng. */
public record AreaAlias(AreaCode area, String name) {}
