/**
 * Who a person or family is: NIK and family card number as value types, their encryption with a data key per family,
 * and the blind index that finds them again.
 *
 * <p>Nothing here prints an identity: {@code toString} is masked, JSON shows nothing. Ciphertext is bound to the table,
 * column and row it was made for. The package knows neither SQL nor HTTP.
 */
@NullMarked
package id.tumbuh.registry.identity;

import org.jspecify.annotations.NullMarked;
