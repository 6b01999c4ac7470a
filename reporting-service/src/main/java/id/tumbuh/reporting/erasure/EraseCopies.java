package id.tumbuh.reporting.erasure;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.erasure.ApplyErasures;
import id.tumbuh.platform.erasure.ErasesCopies;
import id.tumbuh.platform.erasure.ErasureNotice;
import id.tumbuh.reporting.cases.StuntingConsumer;
import id.tumbuh.reporting.couple.CoupleHistories;
import id.tumbuh.reporting.delivery.Deliveries;
import id.tumbuh.reporting.growth.EraseGrowth;
import id.tumbuh.reporting.household.EraseFamily;
import id.tumbuh.reporting.population.PopulationConsumer;
import id.tumbuh.reporting.referral.Referrals;
import id.tumbuh.reporting.support.NeedHistories;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;

/** What is kept here of children and families that the registry has erased. Its own topic tells figures of areas, and of no person. */
@ApplicationScoped
class EraseCopies implements ErasesCopies {
    @Produces
    @Singleton
    static ApplyErasures erasures(EraseCopies copies, ObjectMapper json) {
        return new ApplyErasures("reporting", copies, json);
    }

    @Override
    public Map<String, Long> erase(Transaction tx, ErasureNotice notice) {
        return Map.of(
                "couple", CoupleHistories.erase(tx, notice),
                "child", PopulationConsumer.erase(tx, notice.childIds()),
                "stunting_case", StuntingConsumer.erase(tx, notice.childIds()),
                "weighing", EraseGrowth.of(tx, notice.childIds()),
                "need", NeedHistories.erase(tx, notice),
                "delivery", Deliveries.erase(tx, notice),
                "referral", Referrals.erase(tx, notice),
                "family", EraseFamily.of(tx, notice));
    }
}
