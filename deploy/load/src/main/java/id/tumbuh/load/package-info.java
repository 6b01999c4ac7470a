/**
 * Benchmarks and load against the running platform. Each is one command that prints its figures and the machine it ran on,
 * so that a capacity plan is arithmetic over measured costs and not over hopes.
 */
@NullMarked
package id.tumbuh.load;

import org.jspecify.annotations.NullMarked;
