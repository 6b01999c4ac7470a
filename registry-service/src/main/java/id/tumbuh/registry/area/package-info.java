/**
 * The administrative areas of Indonesia (wilayah) by Kemendagri code: loaded from the list that comes with the service,
 * searched by name and alias, announced per kabupaten.
 *
 * <p>Public data under its own licence (see {@code areas/PROVENANCE.md}); the same for every caller, so no row level
 * security. Names are no keys: they repeat.
 */
@NullMarked
package id.tumbuh.registry.area;

import org.jspecify.annotations.NullMarked;
