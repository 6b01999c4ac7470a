/** Tests of the local installation: the pure parts by themselves, PostgreSQL and Kafka as the real processes. */
@NullMarked
package id.tumbuh.local;

import org.jspecify.annotations.NullMarked;
