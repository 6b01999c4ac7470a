/**
 * The pages: complete HTML from the server, Indonesian first, readable without a script; a small module keeps the numbers live.
 *
 * <p>They show what the APIs answer and nothing else. Names on the case list come from registry, with the reader's own token,
 * and each reading is audited there.
 */
@NullMarked
package id.tumbuh.reporting.page;

import org.jspecify.annotations.NullMarked;
