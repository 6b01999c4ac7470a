package id.tumbuh.measurement.kms;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The rule of the growth card as the migration brings it. */
public final class CardPolicyFixture {

    public static final CardPolicy CARD = read();

    private CardPolicyFixture() {}

    private static CardPolicy read() {
        try (var migration =
                CardPolicyFixture.class.getResourceAsStream("/db/migration/V1003__history_and_growth_card.sql")) {
            String sql = new String(migration.readAllBytes(), StandardCharsets.UTF_8);
            String json = sql.substring(sql.indexOf("'{") + 1, sql.indexOf("}'") + 1);
            return CardRules.policy(1, JsonMapper.builder().build().readTree(json));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
