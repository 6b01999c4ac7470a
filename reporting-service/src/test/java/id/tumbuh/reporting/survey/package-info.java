/** Tests of survey estimates and recorded figures. */
@NullMarked
package id.tumbuh.reporting.survey;

import org.jspecify.annotations.NullMarked;
