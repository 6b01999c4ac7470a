/**
 * Tumbuh on one machine, with nothing installed but a JDK: a real PostgreSQL and a real Kafka broker, both from Maven
 * artifacts, durable and on the loopback interface only.
 *
 * <p>Knows the services only by their names, ports and environment; no class of theirs is on this class path.
 */
@NullMarked
package id.tumbuh.local;

import org.jspecify.annotations.NullMarked;
