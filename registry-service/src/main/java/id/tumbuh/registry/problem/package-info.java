/**
 * The stable codes of what this service refuses, with their text in Indonesian and English. Texts name fields and rules,
 * never what a person sent.
 */
@NullMarked
package id.tumbuh.registry.problem;

import org.jspecify.annotations.NullMarked;
