package id.tumbuh.registry.imports;

import id.tumbuh.platform.database.Columns;
import id.tumbuh.registry.identity.FamilyCardNumber;
import id.tumbuh.registry.identity.IdentityKeys;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Families by the number of their card; there may be several, since a card outlives the split of a household. One that was
 * merged is the one it was found to be. */
record FamilyCards(IdentityKeys identities) {

    Map<String, List<UUID>> find(Handle sql, Collection<FamilyCardNumber> cards) {
        Map<ByteBuffer, String> digits = new HashMap<>();
        for (FamilyCardNumber card : cards) {
            identities.indexes(card).forEach(index -> digits.put(ByteBuffer.wrap(index), card.digits()));
        }
        Map<String, List<UUID>> found = new HashMap<>();
        if (!digits.isEmpty()) {
            Columns.of(List.copyOf(digits.keySet()))
                    .bytes(ByteBuffer::array)
                    .query(sql, """
                            select distinct coalesce(merged_into, id) as id, card_index from family
                            where card_index = any(?) order by id""", row -> Map.entry(row.getObject("id", UUID.class), row.getBytes("card_index")))
                    .forEach(entry -> found.computeIfAbsent(
                                    digits.getOrDefault(ByteBuffer.wrap(entry.getValue()), ""), _ -> new ArrayList<>())
                            .add(entry.getKey()));
        }
        return found;
    }
}
