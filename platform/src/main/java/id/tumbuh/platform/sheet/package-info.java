/**
 * Rows of a spreadsheet that somebody uploaded: XLSX, XLS, CSV or NDJSON, one row at a time, in bounded memory.
 *
 * <p>The file is hostile until proven otherwise. Every limit is checked while bytes are inflated and parsed, so that a bomb
 * costs no more than the limit; whatever goes wrong with a file ends as an {@code UnreadableSheet} with one
 * {@link FileProblem}. The parsers are ours because no library bounds a cell, a column address or an unclosed quote before
 * it has them in memory; the old binary format alone is read by POI, after its frames were looked at. Knows nothing of children.
 */
@NullMarked
package id.tumbuh.platform.sheet;

import org.jspecify.annotations.NullMarked;
