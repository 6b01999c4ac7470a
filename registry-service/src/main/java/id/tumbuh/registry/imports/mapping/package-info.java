/**
 * Which column of a source's file is which of our fields, and what its words mean: mapping profiles, and rows read by them.
 *
 * <p>A format declares its fields; a profile, built in or stored by a source, says under which titles they stand. A row is read
 * completely or refused with all its reasons; a secondary field that can't be read is left out with a warning. What was
 * written never leaves this package in a message. Pure: nothing is looked up.
 */
@NullMarked
package id.tumbuh.registry.imports.mapping;

import org.jspecify.annotations.NullMarked;
