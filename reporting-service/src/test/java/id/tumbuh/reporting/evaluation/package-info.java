/** Reports of areas and semesters. Areas of these tests lie in province 62. */
@NullMarked
package id.tumbuh.reporting.evaluation;

import org.jspecify.annotations.NullMarked;
