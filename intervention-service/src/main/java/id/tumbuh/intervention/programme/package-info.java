/**
 * What each OPD does about stunting with which money (<em>keroyokan</em>): programmes by area and year with target, budget by
 * source, realisation by quarter and evaluation, late by a dated rule.
 *
 * <p>Invariant: a rupiah is counted once in the sum of an area, also when a desa's programme is part of its kabupaten's; and a
 * need is paid for by one programme at a time for each thing it needs, which {@link
 * id.tumbuh.intervention.programme.ProgrammeFunding} tells whoever looks for givers.
 */
@NullMarked
package id.tumbuh.intervention.programme;

import org.jspecify.annotations.NullMarked;
