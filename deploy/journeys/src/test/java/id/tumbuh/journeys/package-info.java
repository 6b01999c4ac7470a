/** Stories of the whole platform, told with the production jars, a real PostgreSQL, a real Kafka and a real browser. */
@NullMarked
package id.tumbuh.journeys;

import org.jspecify.annotations.NullMarked;
