/** How well posyandu measure, as measurement-service assesses it: the newest state of each posyandu and month. */
@NullMarked
package id.tumbuh.reporting.quality;

import org.jspecify.annotations.NullMarked;
